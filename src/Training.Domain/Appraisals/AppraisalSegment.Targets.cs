namespace Training.Domain.Appraisals;

/// <summary>Who agreed to its targets, and until when there is time for it.</summary>
public sealed partial class AppraisalSegment
{
    /// <summary>Characters of the reason for an extension at most.</summary>
    public const int MaxExtensionReasonLength = 500;

    /// <summary>When the person agreed to its targets as they stood; what changed since was agreed value by value.</summary>
    public DateTimeOffset? TargetsAgreedByPersonAt { get; private set; }

    /// <summary>When its rater did.</summary>
    public DateTimeOffset? TargetsAgreedByRaterAt { get; private set; }

    /// <summary>The rater of that time, or who stood in for them.</summary>
    public long? TargetsAgreedById { get; private set; }

    /// <summary>The rater as whose deputy.</summary>
    public long? TargetsAgreedForId { get; private set; }

    /// <summary>The day until which HR gave more time for its targets; none: HR did not.</summary>
    public DateOnly? TargetsExtendedTo { get; private set; }

    /// <summary>Why.</summary>
    public string? TargetsExtensionReason { get; private set; }

    /// <summary>Whether the side agreed to its targets.</summary>
    public bool IsAgreedBy(TargetSide side) => (side == TargetSide.Person ? TargetsAgreedByPersonAt : TargetsAgreedByRaterAt) is not null;

    /// <summary>A side agrees to its targets as they stand.</summary>
    public void AgreeTargets(TargetSide side, TargetVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        if (side == TargetSide.Person)
        {
            TargetsAgreedByPersonAt = voice.At;
        }
        else
        {
            (TargetsAgreedByRaterAt, TargetsAgreedById, TargetsAgreedForId) = (voice.At, voice.EmployeeId, voice.ForId);
        }
    }
}
