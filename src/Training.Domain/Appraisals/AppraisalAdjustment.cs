using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Points that calibration or an appeal adds to the computed total of an appraisal, which itself stays as it is (scoring 4).</summary>
public sealed class AppraisalAdjustment : IVersioned
{
    /// <summary>Characters of the reason at most.</summary>
    public const int MaxReasonLength = 500;

    private AppraisalAdjustment()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    /// <summary>Not 0, 2 decimals.</summary>
    public decimal Points { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Who signed it.</summary>
    public long AccountId { get; private set; }

    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>Taken back; none: it counts.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public long? WithdrawnByAccountId { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>As the arithmetic takes it.</summary>
    public Adjustment Fact => new(Id, Points, Reason, AccountId, SignedAt);

    /// <summary>Adds points. Refused: by <see cref="Adjustments.Check"/>.</summary>
    /// <param name="appraisalId">Of which appraisal.</param>
    /// <param name="receipt">As it stands, with the adjustments that there are.</param>
    /// <param name="points">Up or down.</param>
    /// <param name="reason">Why.</param>
    /// <param name="accountId">Who signs.</param>
    /// <param name="now">When.</param>
    public static AppraisalAdjustment Sign(
        long appraisalId, Receipt receipt, decimal points, string reason, long accountId, DateTimeOffset now)
    {
        Adjustments.Check(receipt, points);
        return new() { AppraisalId = appraisalId, Points = points, Reason = PlainText.Of(reason), AccountId = accountId, SignedAt = now };
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
