using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>The segments with days of an appraisal, by the days of the person.</summary>
internal sealed class SegmentDays
{
    private readonly IReadOnlyList<AppraisalSegment> _segments;
    private readonly IReadOnlyList<Stretch> _stretches;

    private sealed record Stretch(DateOnly From, DateOnly? To, Placement Placement);

    private SegmentDays(IReadOnlyList<AppraisalSegment> segments, IReadOnlyList<Stretch> stretches) => (_segments, _stretches) = (segments, stretches);

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<AppraisalSegment> Segments => _segments;

    /// <summary>Two queries.</summary>
    public static async Task<SegmentDays> ReadAsync(TrainingDb db, Appraisal appraisal, CancellationToken cancellation)
    {
        var (id, person) = (appraisal.Id, appraisal.EmployeeId);
        return new(
            await db.AppraisalSegments.AsNoTracking().Where(x => x.AppraisalId == id && x.Days > 0).OrderBy(x => x.Number).ToListAsync(cancellation),
            await db.Assignments.AsNoTracking().Where(x => x.EmployeeId == person)
                .Select(x => new Stretch(x.From, x.To, new Placement(x.DepartmentId, x.PositionId, x.SupervisorId))).ToListAsync(cancellation));
    }

    /// <summary>The segment of the day: that of the place where the person was, or the first whose days the day lies among; none: the
    /// person was in no segment.</summary>
    public AppraisalSegment? On(DateOnly day)
    {
        var place = _stretches.FirstOrDefault(x => x.From <= day && day <= (x.To ?? DateOnly.MaxValue))?.Placement;
        return _segments.FirstOrDefault(x => x.Placement == place) ?? _segments.FirstOrDefault(x => x.FromOn <= day && day <= x.ToOn);
    }
}
