namespace Training.Domain.Incentives;

/// <summary>A punch of the attendance machine, kept so that the two of a night shift find each other over two files. One per person and
/// instant.</summary>
public sealed class AttendancePunch
{
    private AttendancePunch()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    public DateTimeOffset PunchedAt { get; private set; }

    /// <summary>What the machine says it was.</summary>
    public PunchDirection Direction { get; private set; }

    public static AttendancePunch Create(long employeeId, DateTimeOffset punchedAt, PunchDirection direction) =>
        new() { EmployeeId = employeeId, PunchedAt = punchedAt, Direction = direction };
}
