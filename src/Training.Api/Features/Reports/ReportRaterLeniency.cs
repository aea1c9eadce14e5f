using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Features.Reports;

/// <summary>How the totals that one rater gave stand against what the figures beside the marks would give alone.</summary>
/// <param name="RaterNumber">Who scored the segments, for themselves or as a deputy.</param>
/// <param name="People">Whose segments have a total.</param>
/// <param name="ScoredSegments">Segments with a total.</param>
/// <param name="ComparedSegments">Of these, with items that have figures: the means rest on these.</param>
/// <param name="MeanTotal">Mean of their totals, 2 decimals; none where nothing can be compared.</param>
/// <param name="MeanByFigures">Mean of their totals with the rated items left out.</param>
/// <param name="Leniency">The first less the second: above 0 the marks lift the scores.</param>
/// <param name="CompanyLeniency">The same of all segments that the caller may compare, whoever scored them.</param>
public sealed record RaterLeniencyListItem(
    string Quarter, long RaterId, string RaterNumber, string RaterNameZh, string? RaterNameLatin, int People, int ScoredSegments, int ComparedSegments,
    decimal? MeanTotal, decimal? MeanByFigures, decimal? Leniency, decimal? CompanyLeniency, long CycleId);

internal static class ReportRaterLeniency
{
    private static readonly Sorts<RaterLeniencyListItem> Fields = new(x => x.RaterId, "-leniency,raterNumber")
    {
        { "raterNumber", x => x.RaterNumber },
        { "people", x => x.People },
        { "meanTotal", x => x.MeanTotal },
        { "meanByFigures", x => x.MeanByFigures },
        { "leniency", x => x.Leniency },
    };

    /// <summary>How leniently each rater of a cycle marks, once it calibrates: over the segments with a total of the people whose scores the
    /// caller may see, but for their own and those of people above them; of published results as they were published. Of raters all but the caller
    /// are shown. Where a row tells whose score it is, that it was read is noted. Refused: before the quarter is over; a cycle that there is not.</summary>
    internal static async Task<ListOf<RaterLeniencyListItem>> HandleAsync(
        [FromQuery(Name = "cycleId")] long? cycleId, [FromQuery(Name = "quarter")] Quarter? quarter, [AsParameters] ListRequest list, Visible visible,
        CurrentPerson caller, WorkOutScores scores, LookupNotes lookups, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var cycle = await visible.AppraisalCycles().ReportedAsync(cycleId, quarter, cancellation);
        cycle?.RequireOver(clock.Today);
        if (cycle is null || cycle.Phase < AppraisalCyclePhase.Calibration)
        {
            return ListOf.From([], Fields, list);
        }

        var given = await GivenAsync(cycle, scores, visible, db, cancellation);
        var company = RaterLeniency.Of(given).Difference;
        var raters = given.Select(x => x.RaterId).Where(x => !caller.Is(x)).ToHashSet();
        var people = await db.Employees.Where(x => raters.Contains(x.Id)).Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin))
            .ToDictionaryAsync(x => x.Id, cancellation);
        return ListOf.From(
            [
                .. given.Where(x => people.ContainsKey(x.RaterId)).GroupBy(x => x.RaterId).Select(x =>
                {
                    var (rater, of) = (people[x.Key], RaterLeniency.Of([.. x]));
                    return new RaterLeniencyListItem(
                        cycle.Code, rater.Id, rater.EmployeeNumber, rater.NameZh, rater.NameLatin, of.People, of.Segments, of.Compared, of.MeanTotal,
                        of.MeanByFigures, of.Difference, company, cycle.Id);
                }),
            ],
            Fields, list).Showing(shown => lookups.NoteScores(caller.AccountId, Told(shown, given)));
    }

    /// <summary>What raters gave: of published appraisals by the receipts that were kept, of others by those of now.</summary>
    private static async Task<List<GivenTotal>> GivenAsync(
        AppraisalCycle cycle, WorkOutScores scores, Visible visible, TrainingDb db, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var appraisals = visible.ComparedAppraisals().Where(x => x.CycleId == id);
        var raters = (await (
            from segment in db.AppraisalSegments
            join appraisal in appraisals on segment.AppraisalId equals appraisal.Id
            where segment.Days > 0 && segment.ScoredById != null
            select new Scored(
                appraisal.EmployeeId, appraisal.Stage, segment.ScoredById!.Value, new(segment.DepartmentId, segment.PositionId, segment.SupervisorId)))
            .ToListAsync(cancellation)).ToLookup(x => x.EmployeeId);
        var open = raters.Where(x => !x.First().IsPublished).Select(x => x.Key).ToList();
        List<GivenTotal> given = [];
        var live = open.Count == 0 ? [] : (await scores.FinallyAsync(cycle, open, cancellation)).Receipts.Values;
        foreach (var receipt in live)
        {
            given.AddRange(Of(receipt, raters[receipt.Facts.EmployeeId]));
        }

        var kept = db.AppraisalResults.Where(x => appraisals.Any(y => y.Id == x.AppraisalId)
            && !db.AppraisalResults.Any(y => y.AppraisalId == x.AppraisalId && y.Number > x.Number));
        await foreach (var receipt in db.ReadReceiptsAsync(kept, cancellation))
        {
            given.AddRange(Of(receipt, raters[receipt.Facts.EmployeeId].Where(x => x.IsPublished)));
        }

        return given;
    }

    private static IEnumerable<GivenTotal> Of(Receipt receipt, IEnumerable<Scored> raters) =>
        from segment in receipt.Segments
        where segment.Total is not null
        join scored in raters on segment.Segment.Placement equals scored.Placement
        select new GivenTotal(scored.RaterId, scored.EmployeeId, segment.Total!.Value, RaterLeniency.ByFigures(segment));

    /// <summary>Whose score the rows tell: of raters who scored one person alone.</summary>
    private static IEnumerable<long> Told(IReadOnlyList<RaterLeniencyListItem> shown, List<GivenTotal> given)
    {
        var raters = shown.Where(x => x.People == 1).Select(x => x.RaterId).ToHashSet();
        return given.Where(x => raters.Contains(x.RaterId)).Select(x => x.EmployeeId).Distinct();
    }

    /// <summary>A scored segment by its place, and who scored it.</summary>
    private sealed record Scored(long EmployeeId, AppraisalStage Stage, long RaterId, Placement Placement)
    {
        public bool IsPublished => Stage is AppraisalStage.Published or AppraisalStage.Closed;
    }
}
