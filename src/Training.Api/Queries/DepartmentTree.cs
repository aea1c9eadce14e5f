using Microsoft.EntityFrameworkCore;
using Training.Api.Data;

namespace Training.Api.Queries;

internal static class DepartmentTree
{
    /// <summary>The department and all below it; in one query.</summary>
    public static async Task<IReadOnlyCollection<long>> WithAllBelowAsync(this TrainingDb db, long departmentId, CancellationToken cancellation)
    {
        var parents = await db.Departments.Select(x => new { x.Id, x.ParentId }).ToListAsync(cancellation);
        var below = parents.ToLookup(x => x.ParentId, x => x.Id);
        var found = new List<long> { departmentId };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(below[found[i]]);
        }

        return found;
    }
}
