using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Ends published appraisals: for the act and the demo. Called inside a write that holds <see cref="Queries.CycleQueries.Lock"/>.</summary>
internal sealed class CloseResults(TrainingDb db)
{
    /// <summary>All of a cycle, and with them the cycle; how many, and whose appeal waits. Refused: before results are published; while some are not.</summary>
    public async Task<ResultsClosed> RunAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var all = db.Appraisals.Where(x => x.CycleId == id);
        AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Close);
        var unpublished = await all.CountAsync(x => x.Stage != AppraisalStage.Published && x.Stage != AppraisalStage.Closed, cancellation);
        if (unpublished > 0)
        {
            throw AppraisalCycleRefusals.Unpublished.With(("count", unpublished));
        }

        var closed = await RunAsync(all, cancellation);
        cycle.Close();
        return closed;
    }

    /// <summary>Those of the appraisals that are published, but for those whose appeal waits; how many, and these.</summary>
    public async Task<ResultsClosed> RunAsync(IQueryable<Appraisal> appraisals, CancellationToken cancellation)
    {
        var waiting = db.Appeals.Where(x => x.State == AppealState.Filed || x.State == AppealState.InReview).Select(x => x.AppraisalId);
        var published = appraisals.Where(x => x.Stage == AppraisalStage.Published);
        var left = await published.Where(x => waiting.Contains(x.Id)).AsNoTracking().OrderBy(x => x.Id).ToListAsync(cancellation);
        var closed = await BulkChange.UpdateAsync(
            db, published.Where(x => !waiting.Contains(x.Id)),
            row => row.SetProperty(x => x.Stage, AppraisalStage.Closed).SetProperty(x => x.Version, x => x.Version + 1),
            new { Stage = AppraisalStage.Closed }, cancellation);
        return new(closed, left);
    }
}

/// <summary>What closing came to.</summary>
/// <param name="Left">Whose appeal waits.</param>
internal sealed record ResultsClosed(int Closed, IReadOnlyList<Appraisal> Left);
