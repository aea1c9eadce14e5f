namespace Training.Domain.People;

/// <summary>A span of days, both ends included, in which a person heads a department, as it was named. Changed through
/// <see cref="Department.NameHead"/>, so that a department has one head on a day at most. Who leaves the company heads nothing any
/// more, whatever stands here.</summary>
public sealed class DepartmentHead
{
    internal DepartmentHead(long employeeId, DateOnly from) => (EmployeeId, From) = (employeeId, from);

    private DepartmentHead()
    {
    }

    public long Id { get; private set; }

    public long DepartmentId { get; private set; }

    public long EmployeeId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day; none while it is open.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The day is the last, unless it ended before.</summary>
    internal void End(DateOnly on) => To = To < on ? To : on;
}
