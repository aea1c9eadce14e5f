namespace Training.Domain.Sessions;

/// <summary>A step in the life of an enrolment.</summary>
public sealed class EnrolmentStep
{
    private EnrolmentStep()
    {
    }

    public long Id { get; private set; }

    public long EnrolmentId { get; private set; }

    /// <summary>The state it came to.</summary>
    public EnrolmentState State { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it; none: it followed from the rules.</summary>
    public long? ByAccountId { get; private set; }

    /// <summary>The supervisor in whose place a deputy did it.</summary>
    public long? ForSupervisorId { get; private set; }

    public string? Reason { get; private set; }

    internal static EnrolmentStep Of(EnrolmentState state, long? byAccountId, long? forSupervisorId, DateTimeOffset at, string? reason) =>
        new() { State = state, ByAccountId = byAccountId, ForSupervisorId = forSupervisorId, At = at, Reason = reason };
}
