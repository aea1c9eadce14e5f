using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>An assignment with what it refers to.</summary>
internal sealed class Placed
{
    public required Assignment Assignment { get; init; }

    public required Department Department { get; init; }

    public required Position Position { get; init; }

    /// <summary>None: nobody stands above.</summary>
    public Employee? Supervisor { get; init; }
}

/// <summary>A person with where they work on a day.</summary>
internal sealed class PlacedEmployee
{
    public required Employee Employee { get; init; }

    /// <summary>None of the four on a day without employment.</summary>
    public Assignment? Assignment { get; init; }

    public Department? Department { get; init; }

    public Position? Position { get; init; }

    public Employee? Supervisor { get; init; }
}

internal static class PlacedQueries
{
    public static IQueryable<Placed> WithPlaces(this IQueryable<Assignment> assignments, TrainingDb db) =>
        from assignment in assignments
        join department in db.Departments on assignment.DepartmentId equals department.Id
        join position in db.Positions on assignment.PositionId equals position.Id
        join supervisor in db.Employees on assignment.SupervisorId equals (long?)supervisor.Id into supervisors
        from supervisor in supervisors.DefaultIfEmpty()
        select new Placed { Assignment = assignment, Department = department, Position = position, Supervisor = supervisor };

    /// <summary>Each person once: the assignments of one do not overlap.</summary>
    public static IQueryable<PlacedEmployee> PlacedOn(this IQueryable<Employee> employees, TrainingDb db, DateOnly day) =>
        from employee in employees
        join assignment in db.Assignments.Where(x => x.From <= day && (x.To == null || x.To >= day))
            on employee.Id equals assignment.EmployeeId into assignments
        from assignment in assignments.DefaultIfEmpty()
        join department in db.Departments on assignment.DepartmentId equals department.Id into departments
        from department in departments.DefaultIfEmpty()
        join position in db.Positions on assignment.PositionId equals position.Id into positions
        from position in positions.DefaultIfEmpty()
        join supervisor in db.Employees on assignment.SupervisorId equals (long?)supervisor.Id into supervisors
        from supervisor in supervisors.DefaultIfEmpty()
        select new PlacedEmployee
        {
            Employee = employee,
            Assignment = assignment,
            Department = department,
            Position = position,
            Supervisor = supervisor,
        };
}
