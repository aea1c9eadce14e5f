using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Publishes the results of appraisals: works each out finally, keeps it with its receipt, and tells the person. Called inside a
/// write that holds <see cref="Queries.CycleQueries.Lock"/>.</summary>
internal sealed class PublishResults(TrainingDb db, WorkOutScores scores, KeepResults keep)
{
    /// <summary>How many receipts are held at once.</summary>
    private const int Some = 500;

    /// <summary>Publishes those of the appraisals that are calibrated or unrated and whose receipt has an outcome; the others are left
    /// behind. A number of statements for each five hundred.</summary>
    /// <param name="cycle">With its templates.</param>
    /// <param name="appraisals">Of the cycle; published ones are passed over.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ResultsPublished> RunAsync(AppraisalCycle cycle, IQueryable<Appraisal> appraisals, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var found = await appraisals.AsNoTracking().Where(x => x.Stage != AppraisalStage.Published && x.Stage != AppraisalStage.Closed)
            .OrderBy(x => x.Id).ToListAsync(cancellation);
        var left = found.Where(x => !AppraisalLife.Table.Allows(x.Stage, AppraisalAct.Publish)).ToList();
        var published = 0;
        foreach (var some in found.Except(left).Chunk(Some))
        {
            var receipts = (await scores.FinallyAsync(cycle, [.. some.Select(x => x.EmployeeId)], cancellation)).Receipts;
            var ready = some.Where(x => IsReady(x, receipts[x.EmployeeId])).ToList();
            left.AddRange(some.Except(ready));
            published += ready.Count;
            await KeepAsync(cycle, ready, receipts, cancellation);
        }

        return new(published, left);
    }

    /// <summary>An unrated one has a reason why, a calibrated one a score, or a reason that was found since.</summary>
    private static bool IsReady(Appraisal appraisal, Receipt receipt) =>
        AppraisalResult.IsReady(receipt) && (appraisal.Stage == AppraisalStage.Calibrated || receipt.Outcome.Unrated is not null);

    private async Task KeepAsync(
        AppraisalCycle cycle, List<Appraisal> ready, IReadOnlyDictionary<long, Receipt> receipts, CancellationToken cancellation)
    {
        await keep.RunAsync(cycle.Code, ready.ConvertAll(x => (x, receipts[x.EmployeeId])), cause: null, cancellation);
        var ids = ready.ConvertAll(x => x.Id);
        await BulkChange.UpdateAsync(
            db, db.Appraisals.Where(x => ids.Contains(x.Id)),
            row => row.SetProperty(x => x.Stage, AppraisalStage.Published).SetProperty(x => x.Version, x => x.Version + 1),
            new { Stage = AppraisalStage.Published }, cancellation);
    }
}

/// <summary>What publishing came to.</summary>
/// <param name="LeftBehind">Neither calibrated nor unrated, or without an outcome.</param>
internal sealed record ResultsPublished(int Published, IReadOnlyList<Appraisal> LeftBehind);
