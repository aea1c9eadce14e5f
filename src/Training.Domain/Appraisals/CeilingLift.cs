using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>A ceiling that HR lifts for one person, with a reason: that of an item, or that of an event (scoring 4). It changes no score.</summary>
public sealed class CeilingLift : IVersioned
{
    private CeilingLift()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    /// <summary>The item whose ceiling it is, in whichever segments; none: it is an event's.</summary>
    public long? KpiId { get; private set; }

    public long? EventId { get; private set; }

    public string Reason { get; private set; } = "";

    public long AccountId { get; private set; }

    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>Taken back; none: it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public long? WithdrawnByAccountId { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>As the arithmetic takes it.</summary>
    public LiftedCeiling Fact => new(KpiId, EventId, Reason, AccountId, SignedAt);

    /// <summary>Lifts a ceiling. Refused: neither or both of item and event; one that the receipt does not have, or that is lifted.</summary>
    public static CeilingLift Sign(
        long appraisalId, Receipt receipt, (long? KpiId, long? EventId) ceiling, string reason, long accountId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var (kpi, happened) = ceiling;
        if (kpi is null == happened is null)
        {
            throw VersionRefusals.OneCeiling.With();
        }

        if (!receipt.Outcome.Ceilings.Any(x => x.KpiId == kpi && x.EventId == happened && x.Lifted is null))
        {
            throw VersionRefusals.NoSuchCeiling.With(("kpiId", kpi), ("eventId", happened));
        }

        return new() { AppraisalId = appraisalId, KpiId = kpi, EventId = happened, Reason = PlainText.Of(reason), AccountId = accountId, SignedAt = now };
    }

    /// <summary>Takes it back. Refused: the second time.</summary>
    public void Withdraw(string reason, long accountId, DateTimeOffset now)
    {
        if (WithdrawnAt is { } at)
        {
            throw VersionRefusals.Withdrawn.With(("at", at));
        }

        (WithdrawnAt, WithdrawnByAccountId, WithdrawnReason) = (now, accountId, PlainText.Of(reason));
    }
}
