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

    public int Version { get; private set; }

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
}
