using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>Reading along the tree of departments: the whole tree is read in one query, a few hundred rows at most.</summary>
internal static class DepartmentsQuery
{
    /// <summary>The person's department on the day and all above it; none for a person who is assigned nowhere.</summary>
    public static async Task<IReadOnlyList<long>> DepartmentsOfAsync(
        this TrainingDb db, long? employeeId, DateOnly day, CancellationToken cancellation)
    {
        var own = await db.Assignments
            .Where(x => x.EmployeeId == employeeId && x.From <= day && (x.To == null || x.To >= day))
            .Select(x => (long?)x.DepartmentId).FirstOrDefaultAsync(cancellation);
        if (own is null)
        {
            return [];
        }

        return await db.WithAllAboveAsync([own.Value], cancellation);
    }

    /// <summary>The departments and all above them, once each; of one department, from below upwards.</summary>
    public static async Task<IReadOnlyList<long>> WithAllAboveAsync(
        this TrainingDb db, IReadOnlyCollection<long> departments, CancellationToken cancellation)
    {
        var parents = await db.Departments.ToDictionaryAsync(x => x.Id, x => x.ParentId, cancellation);
        var above = new List<long>();
        foreach (var department in departments)
        {
            for (long? at = department; at is { } id && !above.Contains(id); at = parents.GetValueOrDefault(id))
            {
                above.Add(id);
            }
        }

        return above;
    }

    /// <summary>The departments and all below them.</summary>
    public static async Task<IReadOnlyCollection<long>> WithAllBelowAsync(
        this TrainingDb db, IReadOnlyCollection<long> departments, CancellationToken cancellation) =>
        (await DepartmentTree.ReadAsync(db, cancellation)).WithAllBelow(departments);

    /// <summary>The people whom a document is meant for on the day: of its departments and all below them, or everybody who
    /// is assigned then.</summary>
    public static async Task<IQueryable<Employee>> AudienceAsync(
        this TrainingDb db, DocumentVersion document, DateOnly day, CancellationToken cancellation)
    {
        var assigned = db.Assignments.Where(x => x.From <= day && (x.To == null || x.To >= day));
        if (document.Audience.Count > 0)
        {
            var departments = await db.WithAllBelowAsync([.. document.Audience.Select(x => x.DepartmentId)], cancellation);
            assigned = assigned.Where(x => departments.Contains(x.DepartmentId));
        }

        return db.Employees.Where(x => assigned.Any(y => y.EmployeeId == x.Id));
    }
}
