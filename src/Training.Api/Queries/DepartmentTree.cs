using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>All departments, a few hundred rows at most, as they stand now.</summary>
internal sealed class DepartmentTree
{
    private readonly ILookup<long, long> _children;

    private DepartmentTree(ILookup<long, long> children) => _children = children;

    public static async Task<DepartmentTree> ReadAsync(TrainingDb db, CancellationToken cancellation)
    {
        var rows = await db.Departments.AsNoTracking().Select(x => new { x.Id, x.ParentId }).OrderBy(x => x.Id).ToListAsync(cancellation);
        return new(rows.Where(x => x.ParentId is not null).ToLookup(x => x.ParentId!.Value, x => x.Id));
    }

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

/// <summary>Who headed which department on the days of a quarter.</summary>
internal sealed class HeadedDepartments
{
    private readonly ILookup<long, Headship> _terms;
    private readonly DepartmentTree _tree;
    private readonly Quarter _quarter;

    private HeadedDepartments(ILookup<long, Headship> terms, DepartmentTree tree, Quarter quarter) => (_terms, _tree, _quarter) = (terms, tree, quarter);

    public static async Task<HeadedDepartments> ReadAsync(TrainingDb db, DepartmentTree tree, Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        var terms = await db.HeadTerms().Where(x => x.From <= last && (x.To == null || x.To >= first))
            .Select(x => new { x.EmployeeId, x.DepartmentId, x.From, x.To }).ToListAsync(cancellation);
        return new(terms.ToLookup(x => x.EmployeeId, x => new Headship(x.DepartmentId, x.From, x.To)), tree, quarter);
    }

    /// <summary>The department that the person heads, day by day: of several the highest, so that who heads a department and one within it
    /// is measured by the larger.</summary>
    public IReadOnlyList<Headship> By(long employeeId) =>
        Headship.OneADay(_terms[employeeId], _quarter, x => -_tree.WithAllBelow([x]).Count);
}

/// <summary>Whose figures items of departments take.</summary>
internal static class ScopedDepartments
{
    /// <summary>The departments that the people's items look at: those of the segments, and those that the people head in the quarter; none
    /// where no template asks for a department's figures.</summary>
    public static IReadOnlyCollection<long> Of(
        IEnumerable<Placement> placements, IReadOnlyDictionary<long, TemplateFacts> templates, HeadedDepartments headed, IReadOnlyCollection<long> people)
    {
        var asking = templates.Values.Any(x => x.Sections.SelectMany(y => y.Items).Any(y => y.Scope == ItemScope.Department));
        return asking
            ? [.. placements.Select(x => x.DepartmentId).Concat(people.SelectMany(headed.By).Select(x => x.DepartmentId)).Distinct()]
            : [];
    }
}
