namespace Training.Domain.Notices;

/// <summary>What one account is told: a kind (a key of the text files), the record it is about, and the values of the
/// sentence. The sentence itself is written in the reader's language when it is read or sent.</summary>
public sealed class Notice
{
    public const int MaxKindLength = 64;

    private readonly List<NoticeDelivery> _deliveries = [];

    private Notice()
    {
    }

    public long Id { get; private set; }

    public long RecipientAccountId { get; private set; }

    /// <summary><c>plan.submitted</c>, <c>training.assigned</c> …</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The noun of the record it is about (<c>plan</c>), with <see cref="SubjectId"/>.</summary>
    public string SubjectType { get; private set; } = "";

    public long SubjectId { get; private set; }

    /// <summary>A JSON object: the values of the sentence by name.</summary>
    public string Values { get; private set; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>One row of the outbox per channel beside the inbox.</summary>
    public IReadOnlyCollection<NoticeDelivery> Deliveries => _deliveries;

    public static Notice Tell(string kind, long recipientAccountId, string subjectType, long subjectId, string values, DateTimeOffset now) => new()
    {
        Kind = kind,
        RecipientAccountId = recipientAccountId,
        SubjectType = subjectType,
        SubjectId = subjectId,
        Values = values,
        CreatedAt = now,
    };

    /// <summary>Puts the notice into the outbox for a channel; a second time for the same channel changes nothing.</summary>
    public void SendOver(string channel, DateTimeOffset now)
    {
        if (_deliveries.TrueForAll(x => x.Channel != channel))
        {
            _deliveries.Add(NoticeDelivery.Over(channel, now));
        }
    }

    /// <summary>Marks the notice as read; the first time counts.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
