using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Who decides on a target of a segment on which its sides do not agree: the next above its rater who is employed, in the line in
/// which the person stands on its last day. Where nobody is, HR and approvers do.</summary>
internal sealed class TargetDeciders(TrainingDb db, CurrentPerson caller, SegmentRaters raters)
{
    /// <summary>The next above of each segment, by its id; none: HR and approvers. A number of queries that does not grow with them.</summary>
    public async Task<IReadOnlyDictionary<long, long?>> OfAsync(IQueryable<AppraisalSegment> segments, CancellationToken cancellation)
    {
        var raterOf = await raters.OfAsync(segments, cancellation);
        var seats = await segments.Join(
            db.Appraisals, x => x.AppraisalId, x => x.Id,
            (segment, appraisal) => new { segment.Id, appraisal.EmployeeId, segment.SupervisorId, segment.ToOn }).ToListAsync(cancellation);
        var above = (await raters.LinesAsync([.. seats.Select(x => x.EmployeeId).Distinct()], cancellation)).ToLookup(x => x.EmployeeId);
        var seniors = above.SelectMany(x => x).Select(x => x.SupervisorId).Distinct().ToList();
        var further = (await raters.LinesAsync(seniors, cancellation)).ToLookup(x => x.EmployeeId);
        var there = await raters.EmployedAsync(seniors, cancellation);
        return seats.ToDictionary(x => x.Id, x =>
        {
            // Whom most stand above is nearest.
            var chain = above[x.EmployeeId].Where(y => y.HoldsOn(x.ToOn)).Select(y => y.SupervisorId).Distinct()
                .OrderByDescending(y => further[y].Count(z => z.HoldsOn(x.ToOn))).ToList();
            var rater = raterOf[x.Id];
            var below = chain.FindIndex(y => y == rater) is var at and >= 0 ? at : chain.FindIndex(y => y == x.SupervisorId);
            return chain.Skip(below + 1).Where(y => there.Contains(y) && y != rater).Select(y => (long?)y).FirstOrDefault();
        });
    }

    /// <summary>As whom the caller decides on a target of the segment; none: another does, never the person, nor its
    /// rater as the deputy of who decides.</summary>
    /// <param name="employeeId">The person.</param>
    /// <param name="rater">Of the segment.</param>
    /// <param name="decider">Of the segment, as <see cref="OfAsync"/> has it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<TargetSpeaker?> SpeakerAsync(long employeeId, long? rater, long? decider, CancellationToken cancellation)
    {
        if (await raters.ScorerAsync(rater, employeeId, cancellation) is not null)
        {
            return null;
        }

        if (decider is not null)
        {
            return await raters.ScorerAsync(decider, employeeId, cancellation) is { } scorer ? new(scorer.EmployeeId, scorer.ForId) : null;
        }

        return (caller.IsHumanResources || caller.IsApprover) && !caller.Is(employeeId) ? new(caller.EmployeeId, null) : null;
    }
}

/// <summary>Who speaks, and as whose deputy.</summary>
internal sealed record TargetSpeaker(long? EmployeeId, long? ForId)
{
    public TargetVoice At(DateTimeOffset now) => new(EmployeeId, ForId, now);
}
