using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>Where a person works and under whom.</summary>
/// <param name="SupervisorId">The direct supervisor; none: nobody stands above.</param>
public sealed record Placement(long DepartmentId, long PositionId, long? SupervisorId);

/// <summary>A stretch of days, both ends included, in which a person works in one department and position under one
/// supervisor. Changed through <see cref="AssignmentTimeline"/>, so that the days of employment stay covered.</summary>
public sealed class Assignment : IVersioned
{
    private Assignment()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    /// <summary>The person; kept so that an employee and their first assignment can be stored together.</summary>
    public Employee Employee { get; private set; } = null!;

    public long DepartmentId { get; private set; }

    public long PositionId { get; private set; }

    /// <summary>The direct supervisor; none: nobody stands above.</summary>
    public long? SupervisorId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day; none while it is open.</summary>
    public DateOnly? To { get; private set; }

    public int Version { get; private set; }

    public Placement Placement => new(DepartmentId, PositionId, SupervisorId);

    internal DateOnly LastDay => To ?? DateOnly.MaxValue;

    public bool HoldsOn(DateOnly day) => From <= day && day <= LastDay;

    internal static Assignment Create(Employee employee, Placement placement, DateOnly from, DateOnly? to)
    {
        var created = new Assignment { EmployeeId = employee.Id, Employee = employee, From = from, To = to };
        created.Place(employee, placement);
        return created;
    }

    internal void Place(Employee employee, Placement placement)
    {
        RefuseOwnSupervisor(employee, placement);
        (DepartmentId, PositionId, SupervisorId) = (placement.DepartmentId, placement.PositionId, placement.SupervisorId);
    }

    internal void Span(DateOnly from, DateOnly? to) => (From, To) = (from, to);

    internal static void RefuseOwnSupervisor(Employee employee, Placement placement)
    {
        if (employee.Id != 0 && placement.SupervisorId == employee.Id)
        {
            throw AssignmentRefusals.OwnSupervisor.At("supervisorId", ("employeeNumber", employee.EmployeeNumber));
        }
    }
}
