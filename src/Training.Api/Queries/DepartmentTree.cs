using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>All departments, a few hundred rows at most, with who heads them as it stands now.</summary>
internal sealed class DepartmentTree
{
    private readonly ILookup<long, long> _children;
    private readonly ILookup<long, long> _headed;

    private DepartmentTree(ILookup<long, long> children, ILookup<long, long> headed) => (_children, _headed) = (children, headed);

    public static async Task<DepartmentTree> ReadAsync(TrainingDb db, CancellationToken cancellation)
    {
        var rows = await db.Departments.AsNoTracking().Select(x => new { x.Id, x.ParentId, x.HeadId, x.RetiredAt }).OrderBy(x => x.Id).ToListAsync(cancellation);
        return new(
            rows.Where(x => x.ParentId is not null).ToLookup(x => x.ParentId!.Value, x => x.Id),
            rows.Where(x => x.HeadId is not null && x.RetiredAt is null).ToLookup(x => x.HeadId!.Value, x => x.Id));
    }

    /// <summary>The departments that the person heads: of these the highest first, so that who heads a department and one within it
    /// is measured by the larger.</summary>
    public IReadOnlyList<long> HeadedBy(long employeeId) => [.. _headed[employeeId].OrderByDescending(x => WithAllBelow([x]).Count).ThenBy(x => x).Take(1)];

    /// <summary>The departments and all below them.</summary>
    public IReadOnlyCollection<long> WithAllBelow(IReadOnlyCollection<long> departments)
    {
        var found = new HashSet<long>();
        var open = new Stack<long>(departments);
        while (open.TryPop(out var at))
        {
            if (found.Add(at))
            {
                foreach (var child in _children[at])
                {
                    open.Push(child);
                }
            }
        }

        return found;
    }
}

/// <summary>Whose figures items of departments take.</summary>
internal static class ScopedDepartments
{
    /// <summary>The departments that the people's items look at: those of the segments, and those that the people head; none where no
    /// template asks for a department's figures.</summary>
    public static IReadOnlyCollection<long> Of(
        IEnumerable<Placement> placements, IReadOnlyDictionary<long, TemplateFacts> templates, DepartmentTree tree, IReadOnlyCollection<long> people)
    {
        var asking = templates.Values.Any(x => x.Sections.SelectMany(y => y.Items).Any(y => y.Scope == ItemScope.Department));
        return asking ? [.. placements.Select(x => x.DepartmentId).Concat(people.SelectMany(tree.HeadedBy)).Distinct()] : [];
    }
}
