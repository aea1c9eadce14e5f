using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Lets the appraisals of a cycle follow the people: everybody of the population who has none gets one from their first day
/// on, and the segments of those who have one take the days that today's assignments and leave give them. Called inside a write that
/// holds <see cref="CycleQueries.Lock"/>; as often as one likes, with the same result.</summary>
internal sealed class FollowCycle(TrainingDb db, OrganisationClock clock, CycleCandidates candidates, NoticeBox notices)
{
    private const int Some = 1000;

    /// <summary>How many appraisals were made, and of how many the segments changed; a number of queries that does not grow with them.</summary>
    public async Task<CycleFollowed> RunAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var people = await candidates.ReadAsync(cycle, cancellation);
        var known = await db.Appraisals.AsNoTracking().Where(x => x.CycleId == cycle.Id).ToDictionaryAsync(x => x.EmployeeId, cancellation);
        // A closed cycle has appraisals that were opened again, but none is made in it any more.
        var opened = cycle.Phase == AppraisalCyclePhase.Closed
            ? 0
            : await OpenAsync(cycle, [.. people.Where(x => x.Reason is null && !known.ContainsKey(x.EmployeeId))], cancellation);
        var plans = people.ToDictionary(x => x.EmployeeId, x => x.Plan);
        var changed = await ChangeAsync(
            cycle,
            known.Where(x => !x.Value.IsPublished).ToDictionary(x => x.Value.Id, x => plans.GetValueOrDefault(x.Key) ?? WithoutDays(x.Key, cycle)),
            cancellation);
        return new(opened, changed, [.. people.Where(x => x.Reason is not null && !known.ContainsKey(x.EmployeeId))]);
    }

    /// <summary>Of somebody who turned out not to be employed in the quarter.</summary>
    private static SegmentPlan WithoutDays(long employeeId, AppraisalCycle cycle) => SegmentPlan.Of(new AppraisalInput(employeeId, cycle.Quarter));

    private async Task<int> OpenAsync(AppraisalCycle cycle, IReadOnlyList<CycleCandidate> people, CancellationToken cancellation)
    {
        var now = clock.Now;
        List<Appraisal> appraisals = [.. people.Select(x => Appraisal.Open(cycle.Id, x.EmployeeId, now, cycle.FirstStage(x.Plan)))];
        await Bulk.InsertAsync(db, appraisals, cancellation);
        // Whoever comes once the self-review is over was not asked for one.
        var missing = appraisals.Where(x => x.Stage > AppraisalStage.SelfReview).Select(x => SelfReview.Missing(x.Id, wasAsked: false));
        await Bulk.InsertAsync(db, [.. missing], cancellation);
        var segments = appraisals.Zip(people, (appraisal, person) => SegmentFollowing.Begin(appraisal.Id, [], person.Plan)).SelectMany(x => x);
        await Bulk.InsertAsync(db, [.. segments], cancellation);
        await notices.TellEachAsync(
            "appraisal.opened",
            [.. appraisals.Select(x => (x.EmployeeId, new NoticeSubject("appraisal", x.Id), new (string, object?)[] { ("quarter", cycle.Code) }))],
            cancellation);
        return appraisals.Count;
    }

    private async Task<int> ChangeAsync(AppraisalCycle cycle, Dictionary<long, SegmentPlan> plans, CancellationToken cancellation)
    {
        var kept = (await db.AppraisalSegments.AsNoTracking().Where(x => db.Appraisals.Any(y => y.Id == x.AppraisalId && y.CycleId == cycle.Id))
            .ToListAsync(cancellation)).ToLookup(x => x.AppraisalId);
        var differing = plans.Where(x => SegmentFollowing.Differs([.. kept[x.Key]], x.Value)).Select(x => x.Key).ToList();
        foreach (var some in differing.Chunk(Some))
        {
            await ChangeAsync(cycle, some, plans, cancellation);
        }

        return differing.Count;
    }

    private async Task ChangeAsync(AppraisalCycle cycle, long[] some, Dictionary<long, SegmentPlan> plans, CancellationToken cancellation)
    {
        var appraisals = await db.Appraisals.Where(x => some.Contains(x.Id)).ToListAsync(cancellation);
        var segments = (await db.AppraisalSegments.Where(x => some.Contains(x.AppraisalId)).ToListAsync(cancellation)).ToLookup(x => x.AppraisalId);
        var leaving = new List<(Appraisal Appraisal, AppraisalSegment Segment)>();
        foreach (var appraisal in appraisals)
        {
            var kept = segments[appraisal.Id].ToList();
            var ends = kept.ToDictionary(x => x.Number, x => x.ToOn);
            var begun = SegmentFollowing.Begin(appraisal.Id, kept, plans[appraisal.Id]);
            db.AppraisalSegments.AddRange(begun);
            appraisal.Settle([.. kept, .. begun], cycle);
            leaving.AddRange(kept.Where(x => x.ToOn < ends[x.Number]).Select(x => (appraisal, x)));
        }

        await db.FlushAsync(cancellation);
        await AskToScoreAsync(cycle, leaving, cancellation);
    }

    /// <summary>A supervisor whose days with somebody end before the quarter does is asked to score them before going.</summary>
    private async Task AskToScoreAsync(
        AppraisalCycle cycle, IEnumerable<(Appraisal Appraisal, AppraisalSegment Segment)> ended, CancellationToken cancellation)
    {
        var asked = ended.Where(x => cycle.Asks(x.Segment) && x.Segment.ToOn < cycle.Quarter.LastDay
            && x.Segment is { State: AppraisalSegmentState.Open, SupervisorId: not null, RaterId: null }).ToList();
        var people = asked.ConvertAll(x => x.Appraisal.EmployeeId);
        var names = await db.Employees.AsNoTracking().Where(x => people.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.NameZh, cancellation);
        await notices.TellEachAsync(
            "appraisal.scoreBeforeGoing",
            [.. asked.Select(x => (x.Segment.SupervisorId!.Value, new NoticeSubject("appraisal", x.Appraisal.Id), new (string, object?)[]
            {
                ("quarter", cycle.Code), ("employee", names[x.Appraisal.EmployeeId]), ("to", x.Segment.ToOn),
            }))],
            cancellation);
    }
}

/// <summary>What following came to.</summary>
/// <param name="Opened">Appraisals made.</param>
/// <param name="Changed">Appraisals whose segments changed.</param>
/// <param name="LeftOut">Who has no appraisal, and why.</param>
internal sealed record CycleFollowed(int Opened, int Changed, IReadOnlyList<CycleCandidate> LeftOut);
