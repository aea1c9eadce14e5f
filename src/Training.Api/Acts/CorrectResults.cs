using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Acts;

/// <summary>What a corrected figure makes of the scores of its quarter: of published results the next version, from the facts of the
/// receipt that was kept with this one figure put right (scoring 4).</summary>
internal sealed class CorrectResults(TrainingDb db, WorkOutScores scores, KeepResults keep)
{
    /// <summary>How many receipts are held at once.</summary>
    private const int Some = 500;

    private static readonly AppraisalStage[] Shown = [AppraisalStage.Published, AppraisalStage.Closed];

    private static readonly AppraisalStage[] Complete = [AppraisalStage.Scored, AppraisalStage.Calibrated, AppraisalStage.Unrated];

    /// <summary>Makes the next version of each published result that the figure touches; how many. Called inside a write that holds
    /// <see cref="CycleQueries.Lock"/>.</summary>
    public async Task<int> RunAsync(FigureCorrection correction, CancellationToken cancellation)
    {
        var made = 0;
        var quarter = Quarter.Of(correction.Place.From).ToString();
        var published = await Touchable(correction).Where(x => Shown.Contains(x.Stage)).AsNoTracking().ToListAsync(cancellation);
        foreach (var some in published.Chunk(Some))
        {
            var next = new List<(Appraisal, Receipt)>();
            await foreach (var (appraisal, _, receipt) in OfPublishedAsync(some, correction, cancellation))
            {
                next.Add((appraisal, receipt));
            }

            await keep.RunAsync(quarter, next, ResultCause.Correction, cancellation);
            made += next.Count;
        }

        return made;
    }

    /// <summary>The scores that the figure would change, before and after, published ones and those that wait for their publication while
    /// the cycle calibrates. Changes nothing.</summary>
    /// <param name="correction">The figure as it would be.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async IAsyncEnumerable<(Appraisal Appraisal, Receipt Before, Receipt After)> EffectsAsync(
        FigureCorrection correction, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var touchable = await Touchable(correction).AsNoTracking().ToListAsync(cancellation);
        foreach (var some in touchable.Where(x => x.IsPublished).Chunk(Some))
        {
            await foreach (var found in OfPublishedAsync(some, correction, cancellation))
            {
                yield return found;
            }
        }

        var waiting = touchable.Where(x => Complete.Contains(x.Stage)).ToList();
        if (waiting.Count == 0)
        {
            yield break;
        }

        var id = waiting[0].CycleId;
        var cycle = await db.AppraisalCycles.Whole().AsNoTracking().SingleAsync(x => x.Id == id, cancellation);
        foreach (var some in waiting.Chunk(Some))
        {
            var receipts = (await scores.FinallyAsync(cycle, [.. some.Select(x => x.EmployeeId)], cancellation)).Receipts;
            foreach (var appraisal in some)
            {
                if (correction.Next(receipts[appraisal.EmployeeId]) is { } after)
                {
                    yield return (appraisal, receipts[appraisal.EmployeeId], after);
                }
            }
        }
    }

    private async IAsyncEnumerable<(Appraisal Appraisal, Receipt Before, Receipt After)> OfPublishedAsync(
        Appraisal[] some, FigureCorrection correction, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var ids = some.Select(x => x.Id).ToList();
        var of = some.ToDictionary(x => x.EmployeeId);
        await foreach (var kept in db.ReadReceiptsAsync(db.LatestResults().Where(x => ids.Contains(x.AppraisalId)), cancellation))
        {
            if (correction.Next(kept) is { } next)
            {
                yield return (of[kept.Facts.EmployeeId], kept, next);
            }
        }
    }

    /// <summary>Appraisals of the quarter whose facts may have the figure: the person's; of a department's those with a segment there, and
    /// those of who headed it.</summary>
    private IQueryable<Appraisal> Touchable(FigureCorrection correction)
    {
        var (person, department, _, from, _) = correction.Place;
        var quarter = Quarter.Of(from);
        var (code, first, last) = (quarter.ToString(), quarter.FirstDay, quarter.LastDay);
        var heads = db.HeadTerms().Where(x => x.DepartmentId == department && x.From <= last && (x.To == null || x.To >= first)).Select(x => x.EmployeeId);
        return db.Appraisals.Where(x => db.AppraisalCycles.Any(y => y.Id == x.CycleId && y.Code == code)
            && (person != null
                ? x.EmployeeId == person
                : db.AppraisalSegments.Any(y => y.AppraisalId == x.Id && y.DepartmentId == department) || heads.Contains(x.EmployeeId)))
            .OrderBy(x => x.Id);
    }
}
