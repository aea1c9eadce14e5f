using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Ends published appraisals: for the act and the demo. Called inside a write that holds <see cref="Queries.CycleQueries.Lock"/>.</summary>
internal sealed class CloseResults(TrainingDb db)
{
    /// <summary>All of a cycle, and with them the cycle; how many. Refused: before results are published; while some are not.</summary>
    public async Task<int> RunAsync(AppraisalCycle cycle, CancellationToken cancellation)
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

    /// <summary>Those of the appraisals that are published; how many.</summary>
    public Task<int> RunAsync(IQueryable<Appraisal> appraisals, CancellationToken cancellation) => BulkChange.UpdateAsync(
        db, appraisals.Where(x => x.Stage == AppraisalStage.Published),
        row => row.SetProperty(x => x.Stage, AppraisalStage.Closed).SetProperty(x => x.Version, x => x.Version + 1),
        new { Stage = AppraisalStage.Closed }, cancellation);
}
