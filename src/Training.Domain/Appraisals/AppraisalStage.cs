using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>How far the appraisal of a person has come.</summary>
public enum AppraisalStage
{
    /// <summary>Targets are being agreed.</summary>
    Targets,

    /// <summary>The person judges themselves, and supervisors may score.</summary>
    SelfReview,

    /// <summary>Supervisors score.</summary>
    Scoring,

    /// <summary>Every segment with days is scored.</summary>
    Scored,

    /// <summary>Too few days are left for a score.</summary>
    Unrated,
}

/// <summary>What can become of an appraisal.</summary>
public enum AppraisalAct
{
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
}

/// <summary>The life of an appraisal. Which of the three stages after the self-review it stands in follows from its segments, as often as
/// they change.</summary>
public static class AppraisalLife
{
    public static readonly Transitions<AppraisalStage, AppraisalAct> Table = new(
        AppraisalRefusals.NotInThisState,
        [
            (AppraisalStage.Targets, AppraisalAct.Score, AppraisalStage.Targets),
            (AppraisalStage.Targets, AppraisalAct.StartSelfReview, AppraisalStage.SelfReview),
            (AppraisalStage.SelfReview, AppraisalAct.ReviewSelf, AppraisalStage.SelfReview),
            (AppraisalStage.SelfReview, AppraisalAct.Score, AppraisalStage.SelfReview),
            (AppraisalStage.SelfReview, AppraisalAct.StartScoring, AppraisalStage.Scoring),
            (AppraisalStage.Scoring, AppraisalAct.Score, AppraisalStage.Scoring),
            .. After(AppraisalStage.Scoring), .. After(AppraisalStage.Scored), .. After(AppraisalStage.Unrated),
        ]);

    private static (AppraisalStage From, AppraisalAct Act, AppraisalStage To)[] After(AppraisalStage from) =>
    [
        (from, AppraisalAct.AwaitScores, AppraisalStage.Scoring),
        (from, AppraisalAct.CompleteScores, AppraisalStage.Scored),
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
