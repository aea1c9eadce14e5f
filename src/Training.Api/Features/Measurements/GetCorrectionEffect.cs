using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;

namespace Training.Api.Features.Measurements;

/// <summary>What accepting a correction would make of the scores.</summary>
/// <param name="Touched">Scores that would change in some step.</param>
/// <param name="Hidden">Of these the caller's own, and those of people who stand above them.</param>
/// <param name="Scores">The others, those whose score changes most first; at most 200.</param>
public sealed record CorrectionEffectResponse(long CorrectionId, int Touched, int Hidden, IReadOnlyList<EffectOnScore> Scores);

/// <summary>What it would make of one score.</summary>
/// <param name="IsPublished">The next version would be published at once; otherwise it is worked out so when it is published.</param>
/// <param name="TotalBefore">None: unrated, or something lacks.</param>
public sealed record EffectOnScore(
    long AppraisalId, Person Employee, bool IsPublished, decimal? TotalBefore, decimal? TotalAfter, decimal? FinalBefore, decimal? FinalAfter,
    string? GradeBefore, string? GradeAfter);

internal static class GetCorrectionEffect
{
    private const int MostShown = 200;

    /// <summary>What accepting a correction would make of each score of its quarter that is published, or complete while its cycle calibrates.
    /// Nothing is stored. Of one that is decided there is nothing to show. Refused: to others than HR; of one's own figures.</summary>
    internal static async Task<CorrectionEffectResponse> HandleAsync(
        long id, Visible visible, OwnFigures own, CorrectResults results, CurrentPerson caller, LookupNotes lookups, TrainingDb db,
        CancellationToken cancellation)
    {
        var correction = await visible.Corrections().AsNoTracking().OneAsync(id, cancellation);
        await own.RefuseAsync(correction.Place, cancellation);
        if (correction.State != CorrectionState.Queued)
        {
            return new(id, 0, 0, []);
        }

        var row = await db.Measurements.At(correction.Place).Select(x => x.Id).SingleOrDefaultAsync(cancellation);
        var figure = correction.Proposed is { } proposed
            ? new Measured(
                row, correction.KpiId, correction.DepartmentId, correction.PeriodFrom, correction.PeriodTo, proposed.Value, proposed.SampleSize,
                correction.SourceRow)
            : null;
        var found = new List<(Appraisal Appraisal, OutcomeReceipt Before, OutcomeReceipt After)>();
        await foreach (var (appraisal, before, after) in results.EffectsAsync(new(correction.Place, figure), cancellation))
        {
            found.Add((appraisal, before.Outcome, after.Outcome));
        }

        var people = await PeopleAsync(found.ConvertAll(x => x.Appraisal.EmployeeId), visible, caller, db, cancellation);
        var shown = found.Where(x => people.ContainsKey(x.Appraisal.EmployeeId)).ToList();
        lookups.NoteScores(caller.AccountId, people.Keys);
        return new(
            id, found.Count, found.Count - shown.Count,
            [
                .. shown.OrderByDescending(x => Math.Abs((x.After.Final ?? 0) - (x.Before.Final ?? 0))).ThenBy(x => x.Appraisal.Id).Where((_, i) => i < MostShown)
                    .Select(x => new EffectOnScore(
                        x.Appraisal.Id, people[x.Appraisal.EmployeeId], x.Appraisal.IsPublished, x.Before.Total, x.After.Total, x.Before.Final,
                        x.After.Final, x.Before.Grade, x.After.Grade)),
            ]);
    }

    private static Task<Dictionary<long, Person>> PeopleAsync(
        List<long> touched, Visible visible, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var self = caller.EmployeeId ?? 0;
        var scored = visible.Scored();
        return db.Employees.AsNoTracking().Where(x => touched.Contains(x.Id) && x.Id != self && scored.Any(y => y.Id == x.Id))
            .ToDictionaryAsync(x => x.Id, x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin), cancellation);
    }
}
