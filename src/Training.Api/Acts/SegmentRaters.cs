using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Who scores the segments of appraisals today: whom HR named, or else the supervisor of its days, or, where that one has left,
/// the next above who has not.</summary>
internal sealed class SegmentRaters(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    private sealed record Seat(long SegmentId, long EmployeeId, long? Meant, DateOnly ToOn);

    /// <summary>Who stands above whom, and when.</summary>
    internal sealed record Line(long SupervisorId, long EmployeeId, DateOnly From, DateOnly? To)
    {
        public bool HoldsOn(DateOnly day) => From <= day && day <= (To ?? DateOnly.MaxValue);
    }

    /// <summary>The rater of each segment, by its id; none: nobody is above. Four queries, whoever many they are.</summary>
    public async Task<IReadOnlyDictionary<long, long?>> OfAsync(IQueryable<AppraisalSegment> segments, CancellationToken cancellation)
    {
        var seats = await segments.Join(
            db.Appraisals, x => x.AppraisalId, x => x.Id,
            (segment, appraisal) => new Seat(segment.Id, appraisal.EmployeeId, segment.RaterId ?? segment.SupervisorId, segment.ToOn)).ToListAsync(cancellation);
        var there = await EmployedAsync([.. seats.Select(x => x.Meant).OfType<long>().Distinct()], cancellation);
        var vacant = seats.Where(x => x.Meant is { } meant && !there.Contains(meant)).ToList();
        if (vacant.Count == 0)
        {
            return seats.ToDictionary(x => x.SegmentId, x => x.Meant);
        }

        var above = (await LinesAsync([.. vacant.Select(x => x.EmployeeId).Distinct()], cancellation)).ToLookup(x => x.EmployeeId);
        var seniors = above.SelectMany(x => x).Select(x => x.SupervisorId).Distinct().ToList();
        var further = (await LinesAsync(seniors, cancellation)).ToLookup(x => x.EmployeeId);
        there.UnionWith(await EmployedAsync(seniors, cancellation));
        return seats.ToDictionary(x => x.SegmentId, x => x.Meant is { } meant && !there.Contains(meant) ? Next(x) : x.Meant);

        // Whom most stand above is nearest.
        long? Next(Seat seat) => above[seat.EmployeeId].Where(x => x.HoldsOn(seat.ToOn) && there.Contains(x.SupervisorId)).Select(x => x.SupervisorId)
            .OrderByDescending(x => further[x].Count(y => y.HoldsOn(seat.ToOn))).Select(x => (long?)x).FirstOrDefault();
    }

    /// <summary>Who the caller is for a segment of the person: its rater, or their deputy today. Refused: about oneself; to anybody
    /// else.</summary>
    public async Task<SegmentScorer> RequireAsync(AppraisalSegment segment, long employeeId, CancellationToken cancellation)
    {
        caller.RefuseOwn(employeeId);
        var rater = (await OfAsync(db.AppraisalSegments.Where(x => x.Id == segment.Id), cancellation))[segment.Id];
        return await ScorerAsync(rater, employeeId, cancellation) ?? throw AppraisalRefusals.NotTheRater.With();
    }

    /// <summary>Who the caller is for what the rater of the person has to score; none: somebody else.</summary>
    public async Task<SegmentScorer?> ScorerAsync(long? rater, long employeeId, CancellationToken cancellation)
    {
        if (caller.EmployeeId is not { } self || rater is not { } meant || self == employeeId)
        {
            return null;
        }

        if (self == meant)
        {
            return new(self, null);
        }

        var today = clock.Today;
        var standsIn = await db.Delegations.AnyAsync(x => x.SupervisorId == meant && x.DeputyId == self && x.From <= today && x.To >= today, cancellation)
            && !await db.ReportingLines.AnyAsync(
                x => x.SupervisorId == employeeId && x.EmployeeId == self && x.From <= today && (x.To == null || x.To >= today), cancellation);
        return standsIn ? new(self, meant) : null;
    }

    /// <summary>Which of the people are employed today.</summary>
    public async Task<HashSet<long>> EmployedAsync(IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        var today = clock.Today;
        return people.Count == 0 ? [] : await db.Employees
            .Where(x => people.Contains(x.Id) && x.Periods.Any(y => y.HiredOn <= today && (y.LeftOn == null || y.LeftOn >= today)))
            .Select(x => x.Id).ToHashSetAsync(cancellation);
    }

    /// <summary>All lines that lead up from the people; one query.</summary>
    public Task<List<Line>> LinesAsync(IReadOnlyCollection<long> people, CancellationToken cancellation) => db.ReportingLines.AsNoTracking()
        .Where(x => people.Contains(x.EmployeeId)).Select(x => new Line(x.SupervisorId, x.EmployeeId, x.From, x.To)).ToListAsync(cancellation);
}
