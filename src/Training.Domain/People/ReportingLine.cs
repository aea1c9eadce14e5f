namespace Training.Domain.People;

/// <summary>A stretch of days, both ends included, in which a supervisor stands above an employee.</summary>
/// <param name="IsDirect">Nobody who is employed stands between the two.</param>
/// <param name="To">Last day; none while it is open.</param>
public sealed record ReportingLine(long SupervisorId, long EmployeeId, bool IsDirect, DateOnly From, DateOnly? To);

/// <summary>What reporting lines are worked out from: that somebody is assigned under a supervisor, or under nobody, for a
/// stretch of days, both ends included.</summary>
public readonly record struct Supervision(long EmployeeId, long? SupervisorId, DateOnly From, DateOnly? To)
{
    public static Supervision Of(Assignment assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return new(assignment.EmployeeId, assignment.SupervisorId, assignment.From, assignment.To);
    }
}
