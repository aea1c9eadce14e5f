using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>What came out of an appraisal, as it was published: a version of it. It never changes but for what the person says to it; a
/// correction afterwards makes the next version, and this one stays.</summary>
public sealed class AppraisalResult : IVersioned
{
    /// <summary>Working days within which the person says that they have read it.</summary>
    public const int AcknowledgeWorkingDays = 5;

    /// <summary>Characters of what the person says to it at most.</summary>
    public const int MaxRemarkLength = 2000;

    /// <summary>Hexadecimal characters of the hash of the receipt.</summary>
    public const int HashLength = 64;

    private AppraisalResult()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    /// <summary>1, 2, 3 … within the appraisal.</summary>
    public int Number { get; private set; }

    /// <summary>Days of the segments that count.</summary>
    public int CountedDays { get; private set; }

    /// <summary>Why there is no score; the numbers and grades are absent then.</summary>
    public UnratedReason? Unrated { get; private set; }

    /// <summary>Why there is this version.</summary>
    public ResultCause Cause { get; private set; }

    public decimal? Total { get; private set; }

    /// <summary>Σ of the adjustments.</summary>
    public decimal Adjusted { get; private set; }

    public decimal? Final { get; private set; }

    /// <summary>The grade that the final score earns.</summary>
    public string? Band { get; private set; }

    /// <summary>The grade after ceilings.</summary>
    public string? Grade { get; private set; }

    /// <summary>SHA-256 of the text of its receipt, in lower-case hexadecimal.</summary>
    public string ReceiptSha256 { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    public long PublishedByAccountId { get; private set; }

    /// <summary>When the person said that they have read it; silence is never agreement.</summary>
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary>Whether they agree with it.</summary>
    public bool? Agrees { get; private set; }

    /// <summary>What they say to it.</summary>
    public string? Remark { get; private set; }

    public int Version { get; private set; }

    /// <summary>An appeal can be made against it: what an appeal decided stands.</summary>
    public bool MayBeAppealed => Cause != ResultCause.Appeal;

    /// <summary>The result of a final receipt that has one: a final score, or a reason why there is none.</summary>
    public static AppraisalResult Publish(
        long appraisalId, Receipt receipt, string receiptSha256, ResultCause cause, long accountId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (!IsReady(receipt))
        {
            throw new ArgumentException("The receipt is provisional or has no outcome.", nameof(receipt));
        }

        var outcome = receipt.Outcome;
        return new()
        {
            AppraisalId = appraisalId, Number = receipt.Facts.Number, Cause = cause, CountedDays = outcome.CountedDays, Unrated = outcome.Unrated, Total = outcome.Total,
            Adjusted = outcome.Adjusted, Final = outcome.Final, Band = outcome.Band, Grade = outcome.Grade, ReceiptSha256 = receiptSha256,
            PublishedAt = now, PublishedByAccountId = accountId,
        };
    }

    /// <summary>Whether the receipt can be published: it is final, and has a score or a reason why there is none.</summary>
    public static bool IsReady(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return !receipt.IsProvisional && (receipt.Outcome.Final is not null || receipt.Outcome.Unrated is not null);
    }

    /// <summary>The person has read it. Refused: the second time, but once anew after an appeal was decided; after the last day for it.</summary>
    /// <param name="content">Whether they agree with it, and what they say to it.</param>
    /// <param name="decidedAt">When the latest appeal was decided; none: there is none, or it waits.</param>
    /// <param name="days">The last day for it, and today.</param>
    /// <param name="now">When.</param>
    public void Acknowledge(
        (bool Agrees, string? Remark) content, DateTimeOffset? decidedAt, (DateOnly DueOn, DateOnly Today) days, DateTimeOffset now)
    {
        if (AcknowledgedAt is { } at && !(at < decidedAt))
        {
            throw AppraisalRefusals.Acknowledged.With(("at", at));
        }

        if (days.Today > days.DueOn)
        {
            throw AppraisalRefusals.AcknowledgementOver.With(("dueOn", days.DueOn));
        }

        (AcknowledgedAt, Agrees, Remark) = (now, content.Agrees, PlainText.OrNull(content.Remark));
    }

    /// <summary>Whether the person has said that they read it, on a day.</summary>
    public AcknowledgementState StateOn(DateOnly today, DateOnly dueOn, DateTimeOffset? decidedAt) =>
        AcknowledgedAt is not null && (!(AcknowledgedAt < decidedAt) || today > dueOn) ? AcknowledgementState.Acknowledged
        : today > dueOn ? AcknowledgementState.NotAcknowledged
        : AcknowledgementState.Open;
}

/// <summary>Whether the person has said that they have read a result.</summary>
public enum AcknowledgementState
{
    /// <summary>There is time left for it.</summary>
    Open,

    Acknowledged,

    /// <summary>They were silent, which is no agreement.</summary>
    NotAcknowledged,
}

/// <summary>Why there is a version of a result.</summary>
public enum ResultCause
{
    /// <summary>The first.</summary>
    Publication,

    /// <summary>HR opened the appraisal again, and it was scored anew.</summary>
    Reopening,

    /// <summary>A figure was put right.</summary>
    Correction,

    /// <summary>HR lifted a ceiling, or took an adjustment or a lifted ceiling back.</summary>
    Revision,

    /// <summary>An appeal was upheld with points.</summary>
    Appeal,
}
