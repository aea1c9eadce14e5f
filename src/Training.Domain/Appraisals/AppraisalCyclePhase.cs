using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>How far the appraisals of a quarter have come.</summary>
public enum AppraisalCyclePhase
{
    /// <summary>In preparation; HR alone sees it.</summary>
    Planned,

    /// <summary>The quarter's targets are agreed.</summary>
    Open,

    /// <summary>People judge themselves.</summary>
    SelfReview,

    /// <summary>Supervisors score.</summary>
    Scoring,

    /// <summary>Scores are compared and adjusted.</summary>
    Calibration,

    /// <summary>People read their results, talk about them and may appeal.</summary>
    Published,
    Closed,
}

/// <summary>What can be done to a cycle.</summary>
public enum AppraisalCycleAct
{
    Edit,
    Delete,

    /// <summary>Make the appraisals of its people; again for those who are missing.</summary>
    Open,

    /// <summary>Begin the next phase: self-review, scoring or calibration.</summary>
    Advance,

    /// <summary>Give one person or department more time for targets.</summary>
    ExtendTargets,

    /// <summary>Confirm scores, or add points to them.</summary>
    Calibrate,

    /// <summary>End the late scoring of a department.</summary>
    CloseScoring,

    /// <summary>Show results to their people: all, a department's or one person's; again for who was left behind.</summary>
    Publish,

    /// <summary>End it.</summary>
    Close,
}

/// <summary>The life of a cycle. A planned one is edited, deleted and opened; an open one is opened again for whom it lacks, and advanced
/// from phase to phase.</summary>
public static class AppraisalCycleLife
{
    public static readonly Transitions<AppraisalCyclePhase, AppraisalCycleAct> Table = new(
        AppraisalCycleRefusals.NotInThisState,
        (AppraisalCyclePhase.Planned, AppraisalCycleAct.Edit, AppraisalCyclePhase.Planned),
        (AppraisalCyclePhase.Planned, AppraisalCycleAct.Delete, AppraisalCyclePhase.Planned),
        (AppraisalCyclePhase.Planned, AppraisalCycleAct.Open, AppraisalCyclePhase.Open),
        (AppraisalCyclePhase.Open, AppraisalCycleAct.Open, AppraisalCyclePhase.Open),
        (AppraisalCyclePhase.Open, AppraisalCycleAct.Advance, AppraisalCyclePhase.SelfReview),
        (AppraisalCyclePhase.Open, AppraisalCycleAct.ExtendTargets, AppraisalCyclePhase.Open),
        (AppraisalCyclePhase.SelfReview, AppraisalCycleAct.ExtendTargets, AppraisalCyclePhase.SelfReview),
        (AppraisalCyclePhase.SelfReview, AppraisalCycleAct.Advance, AppraisalCyclePhase.Scoring),
        (AppraisalCyclePhase.Scoring, AppraisalCycleAct.Advance, AppraisalCyclePhase.Calibration),
        (AppraisalCyclePhase.Calibration, AppraisalCycleAct.Calibrate, AppraisalCyclePhase.Calibration),
        (AppraisalCyclePhase.Published, AppraisalCycleAct.Calibrate, AppraisalCyclePhase.Published),
        (AppraisalCyclePhase.Calibration, AppraisalCycleAct.CloseScoring, AppraisalCyclePhase.Calibration),
        (AppraisalCyclePhase.Published, AppraisalCycleAct.CloseScoring, AppraisalCyclePhase.Published),
        (AppraisalCyclePhase.Calibration, AppraisalCycleAct.Publish, AppraisalCyclePhase.Published),
        (AppraisalCyclePhase.Published, AppraisalCycleAct.Publish, AppraisalCyclePhase.Published),
        (AppraisalCyclePhase.Published, AppraisalCycleAct.Close, AppraisalCyclePhase.Closed),
        // Appraisals that were opened again after it was closed.
        (AppraisalCyclePhase.Closed, AppraisalCycleAct.Calibrate, AppraisalCyclePhase.Closed),
        (AppraisalCyclePhase.Closed, AppraisalCycleAct.Publish, AppraisalCyclePhase.Closed),
        (AppraisalCyclePhase.Closed, AppraisalCycleAct.Close, AppraisalCyclePhase.Closed));

    /// <summary>The phases in which appraisals are still made, and the segments of those that are not published follow changes of
    /// assignment and leave.</summary>
    public static readonly IReadOnlyList<AppraisalCyclePhase> Followed =
    [
        AppraisalCyclePhase.Open, AppraisalCyclePhase.SelfReview, AppraisalCyclePhase.Scoring, AppraisalCyclePhase.Calibration, AppraisalCyclePhase.Published,
    ];
}

/// <summary>Why an act on a cycle is refused, or its content.</summary>
public static class AppraisalCycleRefusals
{
    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("appraisalCycle.notInThisState");

    /// <summary>Values: quarter.</summary>
    public static readonly Refusal QuarterTaken = Refusal.State("appraisalCycle.quarterTaken");

    /// <summary>Values: quarter, earliest, latest.</summary>
    public static readonly Refusal QuarterOutOfRange = Refusal.State("appraisalCycle.quarterOutOfRange");

    /// <summary>The quarter has not begun. Values: quarter, from.</summary>
    public static readonly Refusal NotBegun = Refusal.State("appraisalCycle.notBegun");

    /// <summary>Another phase comes next. Values: to, state, next.</summary>
    public static readonly Refusal NotTheNextPhase = Refusal.State("appraisalCycle.notTheNextPhase");

    /// <summary>The quarter is not over. Values: quarter, from.</summary>
    public static readonly Refusal QuarterRunning = Refusal.State("appraisalCycle.quarterRunning");

    /// <summary>Segments are not scored and not left behind by name. Values: count.</summary>
    public static readonly Refusal SegmentsOpen = Refusal.State("appraisalCycle.segmentsOpen");

    /// <summary>The person has no appraisal in the cycle. Values: employeeId.</summary>
    public static readonly Refusal PersonUnknown = Refusal.State("appraisalCycle.personUnknown");

    /// <summary>Everything asked for is published already.</summary>
    public static readonly Refusal AlreadyPublished = Refusal.State("appraisalCycle.alreadyPublished");

    /// <summary>An approver publishes single people's results, those that HR may not.</summary>
    public static readonly Refusal PublishedByHumanResources = Refusal.Relation("appraisalCycle.publishedByHumanResources");

    /// <summary>Results that are not published. Values: count.</summary>
    public static readonly Refusal Unpublished = Refusal.State("appraisalCycle.unpublished");

    /// <summary>To be left behind, but not an open segment of the cycle. Values: appraisalId, number.</summary>
    public static readonly Refusal SegmentNotOpen = Refusal.State("appraisalCycle.segmentNotOpen");

    /// <summary>A day before the one that comes before it, or too far from the quarter. Values: day, from, to.</summary>
    public static readonly Refusal DayOutOfRange = Refusal.Content("appraisalCycle.dayOutOfRange");

    /// <summary>Neither at most nor at least.</summary>
    public static readonly Refusal ShareUnbounded = Refusal.Content("appraisalCycle.shareUnbounded");

    /// <summary>Values: atLeast, atMost.</summary>
    public static readonly Refusal ShareReversed = Refusal.Content("appraisalCycle.shareReversed");

    /// <summary>Values: grade, grades.</summary>
    public static readonly Refusal GradeUnknown = Refusal.Content("appraisalCycle.gradeUnknown");

    /// <summary>Values: grade.</summary>
    public static readonly Refusal GradeTwice = Refusal.Content("appraisalCycle.gradeTwice");

    /// <summary>Events of the kind have no severity. Values: kind.</summary>
    public static readonly Refusal SeverityNotTaken = Refusal.State("appraisalCycle.severityNotTaken");

    /// <summary>Value: place, where kind and severity stand first.</summary>
    public static readonly Refusal CeilingTwice = Refusal.Content("appraisalCycle.ceilingTwice");

    /// <summary>Values: templateId.</summary>
    public static readonly Refusal TemplateUnknown = Refusal.Content("appraisalCycle.templateUnknown");

    /// <summary>Values: code, number.</summary>
    public static readonly Refusal TemplateDraft = Refusal.State("appraisalCycle.templateDraft");

    /// <summary>Values: code, number, from, quarter.</summary>
    public static readonly Refusal TemplateRetired = Refusal.State("appraisalCycle.templateRetired");

    /// <summary>Values: code, positionId.</summary>
    public static readonly Refusal TemplateOfOtherPosition = Refusal.Content("appraisalCycle.templateOfOtherPosition");

    /// <summary>No template of the cycle has an item of the KPI. Values: kpiId.</summary>
    public static readonly Refusal KpiUnknown = Refusal.Content("appraisalCycle.kpiUnknown");

    /// <summary>Values: departmentId.</summary>
    public static readonly Refusal DepartmentUnknown = Refusal.Content("appraisalCycle.departmentUnknown");

    /// <summary>Values: positionId, place, where it stands first.</summary>
    public static readonly Refusal PositionTwice = Refusal.Content("appraisalCycle.positionTwice");
}
