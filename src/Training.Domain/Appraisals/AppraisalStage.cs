using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>How far the appraisal of a person has come.</summary>
public enum AppraisalStage
{
    /// <summary>Targets are being agreed.</summary>
    Targets,

    /// <summary>The person and the rater of each segment agreed to the targets.</summary>
    Agreed,

    /// <summary>The person judges themselves, and supervisors may score.</summary>
    SelfReview,

    /// <summary>Supervisors score.</summary>
    Scoring,

    /// <summary>Every segment with days is scored.</summary>
    Scored,

    /// <summary>Too few days or too little data are left for a score.</summary>
    Unrated,

    /// <summary>The score is compared with others', and adjusted or confirmed.</summary>
    Calibrated,

    /// <summary>The person reads the result.</summary>
    Published,

    /// <summary>It is over.</summary>
    Closed,
}

/// <summary>What can become of an appraisal.</summary>
public enum AppraisalAct
{
    /// <summary>The person, or the rater of a segment, agrees to the targets as they stand.</summary>
    AgreeTargets,

    /// <summary>One side puts another target before the other, which answers.</summary>
    ReviseTargets,

    /// <summary>The next above decides on a target.</summary>
    DecideTargets,

    /// <summary>A target is talked over, or a side has still to agree.</summary>
    AwaitTargets,

    /// <summary>Both sides agreed to the targets of every segment.</summary>
    CompleteTargets,

    /// <summary>The person judges themselves.</summary>
    ReviewSelf,

    /// <summary>The rater of a segment marks it.</summary>
    Score,

    /// <summary>Its cycle lets people judge themselves.</summary>
    StartSelfReview,

    /// <summary>Its cycle ends the self-review.</summary>
    StartScoring,

    /// <summary>A segment with days has still to be scored.</summary>
    AwaitScores,

    /// <summary>Every segment with days is scored.</summary>
    CompleteScores,

    /// <summary>Too few days are left.</summary>
    EndUnrated,

    /// <summary>HR sets an item aside, or takes that back.</summary>
    SetAside,

    /// <summary>HR or an approver confirms the score, or adds points to it.</summary>
    Calibrate,

    /// <summary>The result is shown to the person.</summary>
    Publish,

    /// <summary>The person says that they have read the result.</summary>
    Acknowledge,

    /// <summary>The person does not accept the result.</summary>
    Appeal,

    /// <summary>HR or an approver names who looks again.</summary>
    NameReviewer,

    /// <summary>The second reviewer decides on the appeal.</summary>
    ResolveAppeal,

    /// <summary>The supervisor writes down the talk about the result.</summary>
    RecordInterview,

    /// <summary>HR lifts a ceiling, or takes an adjustment or a lifted ceiling back.</summary>
    Revise,

    /// <summary>HR has it scored anew.</summary>
    Reopen,
    Close,
}

/// <summary>The life of an appraisal. Whether its targets are agreed follows from its segments and targets until people judge themselves.
/// Whether it waits for scores, has them or is unrated follows from its segments until the
/// result is published, as often as they change.</summary>
public static class AppraisalLife
{
    public static readonly Transitions<AppraisalStage, AppraisalAct> Table = new(
        AppraisalRefusals.NotInThisState,
        [
            (AppraisalStage.Targets, AppraisalAct.Score, AppraisalStage.Targets),
            (AppraisalStage.Targets, AppraisalAct.AgreeTargets, AppraisalStage.Targets),
            (AppraisalStage.Targets, AppraisalAct.AwaitTargets, AppraisalStage.Targets),
            (AppraisalStage.Targets, AppraisalAct.CompleteTargets, AppraisalStage.Agreed),
            (AppraisalStage.Targets, AppraisalAct.StartSelfReview, AppraisalStage.SelfReview),
            (AppraisalStage.Agreed, AppraisalAct.Score, AppraisalStage.Agreed),
            (AppraisalStage.Agreed, AppraisalAct.AwaitTargets, AppraisalStage.Targets),
            (AppraisalStage.Agreed, AppraisalAct.CompleteTargets, AppraisalStage.Agreed),
            (AppraisalStage.Agreed, AppraisalAct.StartSelfReview, AppraisalStage.SelfReview),
            (AppraisalStage.SelfReview, AppraisalAct.ReviewSelf, AppraisalStage.SelfReview),
            (AppraisalStage.SelfReview, AppraisalAct.Score, AppraisalStage.SelfReview),
            (AppraisalStage.SelfReview, AppraisalAct.StartScoring, AppraisalStage.Scoring),
            (AppraisalStage.Scoring, AppraisalAct.Score, AppraisalStage.Scoring),
            .. After(AppraisalStage.Scoring), .. After(AppraisalStage.Scored), .. After(AppraisalStage.Unrated),
            (AppraisalStage.Scored, AppraisalAct.Calibrate, AppraisalStage.Calibrated),
            (AppraisalStage.Calibrated, AppraisalAct.Calibrate, AppraisalStage.Calibrated),
            .. After(AppraisalStage.Calibrated, AppraisalStage.Calibrated),
            (AppraisalStage.Calibrated, AppraisalAct.Publish, AppraisalStage.Published),
            (AppraisalStage.Unrated, AppraisalAct.Publish, AppraisalStage.Published),
            .. Shown(AppraisalStage.Published), .. Shown(AppraisalStage.Closed),
            (AppraisalStage.Published, AppraisalAct.Close, AppraisalStage.Closed),
            (AppraisalStage.Scored, AppraisalAct.Revise, AppraisalStage.Scored),
            (AppraisalStage.Calibrated, AppraisalAct.Revise, AppraisalStage.Calibrated),
            .. SettingAside.Select(x => (x, AppraisalAct.SetAside, x)),
            .. SettingAside.Select(x => (x, AppraisalAct.ReviseTargets, x)),
            .. SettingAside.Select(x => (x, AppraisalAct.DecideTargets, x)),
        ]);

    /// <summary>The stages in which items are set aside and targets revised: until results are published.</summary>
    public static IReadOnlyList<AppraisalStage> SettingAside =>
        [AppraisalStage.Targets, AppraisalStage.Agreed, AppraisalStage.SelfReview, AppraisalStage.Scoring, AppraisalStage.Scored,
            AppraisalStage.Unrated, AppraisalStage.Calibrated];

    /// <summary>What happens beside a result that the person reads.</summary>
    private static (AppraisalStage From, AppraisalAct Act, AppraisalStage To)[] Shown(AppraisalStage at) =>
    [
        (at, AppraisalAct.Acknowledge, at), (at, AppraisalAct.Appeal, at), (at, AppraisalAct.NameReviewer, at), (at, AppraisalAct.ResolveAppeal, at),
        (at, AppraisalAct.RecordInterview, at), (at, AppraisalAct.Revise, at), (at, AppraisalAct.Reopen, AppraisalStage.Scoring),
    ];

    /// <param name="from">The stage.</param>
    /// <param name="complete">Where it stands while every segment is scored.</param>
    private static (AppraisalStage From, AppraisalAct Act, AppraisalStage To)[] After(
        AppraisalStage from, AppraisalStage complete = AppraisalStage.Scored) =>
    [
        (from, AppraisalAct.AwaitScores, AppraisalStage.Scoring),
        (from, AppraisalAct.CompleteScores, complete),
        (from, AppraisalAct.EndUnrated, AppraisalStage.Unrated),
    ];

    /// <summary>What its segments make of an appraisal after the self-review. Segments without days or template ask for nothing.</summary>
    /// <param name="days">Days of the segments to be scored together.</param>
    /// <param name="leastDays">With fewer an appraisal is unrated (scoring 3).</param>
    /// <param name="isScored">Every one of these segments is scored.</param>
    public static AppraisalAct Settling(int days, int leastDays, bool isScored) =>
        days < leastDays ? AppraisalAct.EndUnrated : isScored ? AppraisalAct.CompleteScores : AppraisalAct.AwaitScores;
}

/// <summary>Whether a segment has its score.</summary>
public enum AppraisalSegmentState
{
    /// <summary>Its rater has still to score it.</summary>
    Open,

    /// <summary>It is marked; the marks never change again.</summary>
    Scored,
}

/// <summary>Why somebody has no appraisal in a cycle.</summary>
public enum LeftOutReason
{
    /// <summary>The population rule leaves out their contract or their probation.</summary>
    OutsidePopulation,

    /// <summary>None of their positions in the quarter has a template in the cycle.</summary>
    NoTemplate,

    /// <summary>Nobody stands above them in any of their places.</summary>
    NobodyAbove,
}
