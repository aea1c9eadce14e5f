using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The two who agree on a target.</summary>
public enum TargetSide
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The rater of the segment.</summary>
    Rater,
}

/// <summary>How far the two have come with a target.</summary>
public enum SegmentTargetState
{
    /// <summary>One side put a value before the other.</summary>
    Proposed,

    /// <summary>The other side refused the last value.</summary>
    Refused,

    /// <summary>The next above decides: two values were refused, or the targets were due.</summary>
    Escalated,

    /// <summary>The value holds.</summary>
    Agreed,
}

/// <summary>What can be done to a target.</summary>
public enum SegmentTargetAct
{
    /// <summary>Put another value before the other side.</summary>
    Propose,

    /// <summary>Take the value that the other side proposed.</summary>
    Agree,

    /// <summary>Refuse it, with a word why.</summary>
    Refuse,

    /// <summary>The second refusal, or the targets are due: the next above decides.</summary>
    Escalate,

    /// <summary>The next above says what holds.</summary>
    Decide,
}

/// <summary>The life of a target that deviates from the template's, or did.</summary>
public static class SegmentTargetLife
{
    public static readonly Transitions<SegmentTargetState, SegmentTargetAct> Table = new(
        TargetRefusals.NotInThisState,
        (SegmentTargetState.Proposed, SegmentTargetAct.Propose, SegmentTargetState.Proposed),
        (SegmentTargetState.Proposed, SegmentTargetAct.Agree, SegmentTargetState.Agreed),
        (SegmentTargetState.Proposed, SegmentTargetAct.Refuse, SegmentTargetState.Refused),
        (SegmentTargetState.Proposed, SegmentTargetAct.Escalate, SegmentTargetState.Escalated),
        (SegmentTargetState.Refused, SegmentTargetAct.Propose, SegmentTargetState.Proposed),
        (SegmentTargetState.Refused, SegmentTargetAct.Escalate, SegmentTargetState.Escalated),
        (SegmentTargetState.Escalated, SegmentTargetAct.Decide, SegmentTargetState.Agreed),
        (SegmentTargetState.Agreed, SegmentTargetAct.Propose, SegmentTargetState.Proposed));
}
