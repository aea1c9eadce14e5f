using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What has become of a correction.</summary>
public enum CorrectionState
{
    /// <summary>Waits for HR.</summary>
    Queued,

    /// <summary>The figure is as proposed.</summary>
    Accepted,

    /// <summary>The figure stays as it is.</summary>
    Left,
}

/// <summary>What can be done to a correction.</summary>
public enum CorrectionAct
{
    /// <summary>The figure becomes as proposed, or goes.</summary>
    Accept,

    /// <summary>The figure stays as it is.</summary>
    Leave,
}

/// <summary>The life of a correction: queued → accepted or left.</summary>
public static class CorrectionLife
{
    public static readonly Transitions<CorrectionState, CorrectionAct> Table = new(
        MeasurementRefusals.Decided,
        (CorrectionState.Queued, CorrectionAct.Accept, CorrectionState.Accepted),
        (CorrectionState.Queued, CorrectionAct.Leave, CorrectionState.Left));
}

/// <summary>Who proposes, from where and why.</summary>
/// <param name="AccountId">The account; none where the program counted anew.</param>
/// <param name="Reason">In words, where there is one.</param>
public sealed record CorrectionProposal(long? AccountId, DateTimeOffset At, MeasurementOrigin Origin, string? Reason);

/// <summary>A figure proposed after the data cut-off of its quarter: new, other or none in place of the one there is. It changes
/// nothing until HR accepts it.</summary>
public sealed class Correction : IVersioned
{
    public const int MaxReasonLength = 500;

    private Correction()
    {
    }

    public long Id { get; private set; }

    public long? EmployeeId { get; private set; }

    public long? DepartmentId { get; private set; }

    public long KpiId { get; private set; }

    public KpiPeriod PeriodKind { get; private set; }

    public DateOnly PeriodFrom { get; private set; }

    public DateOnly PeriodTo { get; private set; }

    /// <summary>The figure as it was when this was proposed; none where there was none.</summary>
    public decimal? OldValue { get; private set; }

    public int? OldSampleSize { get; private set; }

    /// <summary>The figure as it should be; none: it should go.</summary>
    public decimal? NewValue { get; private set; }

    public int? NewSampleSize { get; private set; }

    public MeasurementSource Source { get; private set; }

    public string? SourceRow { get; private set; }

    public bool IsImplausible { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>None where the program counted anew.</summary>
    public long? ProposedByAccountId { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public CorrectionState State { get; private set; }

    public long? DecidedByAccountId { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>What HR says of its decision.</summary>
    public string? Note { get; private set; }

    public int Version { get; private set; }

    public MeasuredPeriod Period => MeasuredPeriod.Of(PeriodKind, PeriodFrom);

    public MeasuredPlace Place => new(EmployeeId, DepartmentId, KpiId, PeriodFrom, PeriodTo);

    public MeasuredValue? Old => OldValue is { } value ? new(value, OldSampleSize) : null;

    public MeasuredValue? Proposed => NewValue is { } value ? new(value, NewSampleSize) : null;

    /// <summary>Queues a figure, another than there is; <paramref name="proposed"/> is none for a removal.</summary>
    public static Correction Queue(MeasuredPlace place, KpiPeriod kind, MeasuredValue? old, MeasuredValue? proposed, CorrectionProposal by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (old == proposed)
        {
            throw new ArgumentException("The figure is as proposed already.", nameof(proposed));
        }

        return new Correction
        {
            EmployeeId = place.EmployeeId,
            DepartmentId = place.DepartmentId,
            KpiId = place.KpiId,
            PeriodKind = kind,
            PeriodFrom = place.From,
            PeriodTo = place.To,
            OldValue = old?.Value,
            OldSampleSize = old?.SampleSize,
            NewValue = proposed?.Value,
            NewSampleSize = proposed?.SampleSize,
            Source = by.Origin.Source,
            SourceRow = by.Origin.Row,
            IsImplausible = by.Origin.IsImplausible,
            Reason = PlainText.OrNull(by.Reason),
            ProposedByAccountId = by.AccountId,
            ProposedAt = by.At,
        };
    }

    /// <summary>The figure becomes as proposed. Refused: the second decision; a figure that is another today.</summary>
    /// <param name="current">The figure as it is now.</param>
    public void Accept(MeasuredValue? current, long accountId, string? note, DateTimeOffset now)
    {
        var next = CorrectionLife.Table.Next(State, CorrectionAct.Accept);
        if (current != Old)
        {
            throw MeasurementRefusals.Outdated.With(("old", OldValue), ("current", current?.Value));
        }

        Decide(next, accountId, note, now);
    }

    /// <summary>The figure stays as it is. Refused: the second decision.</summary>
    public void Leave(long? accountId, string? note, DateTimeOffset now) =>
        Decide(CorrectionLife.Table.Next(State, CorrectionAct.Leave), accountId, note, now);

    /// <summary>What can be done to it now by who may decide on it.</summary>
    /// <param name="current">The figure as it is now: another than it was cannot become as proposed.</param>
    public IReadOnlyList<CorrectionAct> AllowedActions(MeasuredValue? current, bool mayDecide) =>
        CorrectionLife.Table.AllowedActions(State, mayDecide, (may, act) => may && (act == CorrectionAct.Leave || current == Old));

    private void Decide(CorrectionState state, long? accountId, string? note, DateTimeOffset now) =>
        (State, DecidedByAccountId, Note, DecidedAt) = (state, accountId, PlainText.OrNull(note), now);
}
