using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Access;

/// <summary>Keeps the reporting lines as the assignments have them. Call it in the write that changes assignments, after
/// they are changed.</summary>
internal sealed class LineKeeper(TrainingDb db)
{
    /// <summary>Held by every write that changes assignments or employment: no loop and no missing line can come about
    /// between two of them.</summary>
    public const string Lock = "reporting-lines";

    /// <summary>Rewrites the lines of the people and of all below them. Refuses a loop, naming the day and the people.</summary>
    public async Task RewriteAsync(IReadOnlyCollection<long> changed, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var supervisions = await SupervisionsAsync(cancellation);
        var affected = ReportingLines.WithAllBelow(supervisions, changed);
        var all = affected.Union(await KeptAsync(changed, cancellation)).ToHashSet();
        // Asked for in a refusal alone, which may name anybody on the line.
        var numbers = new Lazy<Dictionary<long, string>>(() => db.Employees.ToDictionary(x => x.Id, x => x.EmployeeNumber));
        var lines = ReportingLines.Of(supervisions, all, id => numbers.Value.GetValueOrDefault(id) ?? $"#{id}");
        await ReplaceAsync(all, lines, cancellation);
    }

    /// <summary>What the lines would be if they were worked out anew from all assignments, for <c>verify</c>.</summary>
    public async Task<IReadOnlyList<ReportingLine>> WorkedOutAsync(CancellationToken cancellation) =>
        ReportingLines.Of(await SupervisionsAsync(cancellation), null, id => $"#{id}");

    /// <summary>Who stood below the people before the change.</summary>
    private async Task<HashSet<long>> KeptAsync(IReadOnlyCollection<long> changed, CancellationToken cancellation)
    {
        var kept = new HashSet<long>();
        foreach (var some in changed.Chunk(1000))
        {
            kept.UnionWith(await db.ReportingLines.Where(x => some.Contains(x.SupervisorId))
                .Select(x => x.EmployeeId).Distinct().ToListAsync(cancellation));
        }

        return kept;
    }

    private Task<List<Supervision>> SupervisionsAsync(CancellationToken cancellation) =>
        db.Assignments.AsNoTracking().Select(x => new Supervision(x.EmployeeId, x.SupervisorId, x.From, x.To)).ToListAsync(cancellation);

    private async Task ReplaceAsync(HashSet<long> people, IReadOnlyList<ReportingLine> lines, CancellationToken cancellation)
    {
        foreach (var some in people.Chunk(1000))
        {
            await BulkChange.DeleteAsync(db, db.ReportingLines.Where(x => some.Contains(x.EmployeeId)), cancellation);
        }

        await Bulk.InsertAsync(db, lines, cancellation);
    }
}
