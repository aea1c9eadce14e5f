namespace Training.Domain.Appraisals;

/// <summary>Something said of a target: a proposal, an answer, a decision. It never changes.</summary>
public sealed class SegmentTargetStep
{
    private SegmentTargetStep()
    {
    }

    public long Id { get; private set; }

    public long TargetId { get; private set; }

    public SegmentTargetAct Act { get; private set; }

    /// <summary>Whose side it was; none: who decided, or nobody: the targets fell due.</summary>
    public TargetSide? Side { get; private set; }

    /// <summary>The value proposed, agreed, refused or decided; none of what goes to the next above.</summary>
    public decimal? Value { get; private set; }

    /// <summary>Who; none: nobody employed, or nobody: the targets fell due.</summary>
    public long? EmployeeId { get; private set; }

    /// <summary>As whose deputy.</summary>
    public long? ForId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Remark { get; private set; }

    internal static SegmentTargetStep Of(SegmentTargetAct act, TargetSide? side, decimal? value, TargetVoice voice, string? remark)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return new()
        {
            Act = act, Side = side, Value = value, EmployeeId = voice.EmployeeId, ForId = voice.ForId, At = voice.At, Remark = remark,
        };
    }
}
