namespace Training.Domain.Notices;

/// <summary>How far the sending of a notice over a channel is.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, for the first time.</summary>
    Pending,
    Sent,

    /// <summary>Failed, and to be tried again.</summary>
    Failed,

    /// <summary>Given up after <see cref="NoticeDelivery.MaxAttempts"/> attempts.</summary>
    Dead,
}

/// <summary>A row of the outbox: one notice over one channel. A sender first leases it, so that two nodes never send it
/// at once; a sender that dies loses the lease and the row is tried again (sent at least once, not exactly once).</summary>
public sealed class NoticeDelivery
{
    public const int MaxChannelLength = 32;
    public const int MaxAttempts = 6;

    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    private NoticeDelivery()
    {
    }

    public long Id { get; private set; }

    public long NoticeId { get; private set; }

    public string Channel { get; private set; } = "";

    public DeliveryState State { get; private set; }

    /// <summary>How often a sender took it.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Until when the sender that took it may be at work, excluded; none: nobody is.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    internal static NoticeDelivery Over(string channel, DateTimeOffset now) =>
        new() { Channel = channel, State = DeliveryState.Pending, NextAttemptAt = now };

    /// <summary>Whether a sender may take it.</summary>
    public bool IsDue(DateTimeOffset now) =>
        State is DeliveryState.Pending or DeliveryState.Failed && NextAttemptAt <= now && (LeasedUntil is null || LeasedUntil <= now);

    /// <summary>Takes the row for one attempt, if it is due. A row whose senders died in every attempt is given up instead
    /// of taken. Says whether the caller has it.</summary>
    public bool TryLease(DateTimeOffset now, TimeSpan length)
    {
        if (!IsDue(now))
        {
            return false;
        }

        LeasedUntil = null;
        if (Attempts >= MaxAttempts)
        {
            State = DeliveryState.Dead;
            return false;
        }

        Attempts++;
        LeasedUntil = now + length;
        return true;
    }

    public void MarkSent()
    {
        EndLease();
        State = DeliveryState.Sent;
    }

    /// <summary>The attempt failed: tried again after a minute, 5 and 30 minutes, 2 and 12 hours, then given up.</summary>
    public void MarkFailed(DateTimeOffset now)
    {
        EndLease();
        if (Attempts >= MaxAttempts)
        {
            State = DeliveryState.Dead;
            return;
        }

        State = DeliveryState.Failed;
        NextAttemptAt = now + Waits[Attempts - 1];
    }

    private void EndLease()
    {
        if (LeasedUntil is null)
        {
            throw new InvalidOperationException($"Delivery {Id} is {State} and with no sender.");
        }

        LeasedUntil = null;
    }
}
