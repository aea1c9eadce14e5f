using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Queries;

internal static class ScoringClosures
{
    /// <summary>The closing of scoring in the department of a segment; none: it is open. One query.</summary>
    public static Task<ScoringClosure?> ClosureAsync(
        this TrainingDb db, long cycleId, AppraisalSegment segment, CancellationToken cancellation)
    {
        var department = segment.DepartmentId;
        return db.ScoringClosures.AsNoTracking().SingleOrDefaultAsync(x => x.CycleId == cycleId && x.DepartmentId == department, cancellation);
    }

    /// <summary>Refuses who would score a segment after scoring was closed in its department; whom HR named since is not refused.</summary>
    public static async Task RequireScoringAsync(
        this TrainingDb db, Appraisal appraisal, AppraisalSegment segment, OrganisationClock clock, CancellationToken cancellation)
    {
        if (await db.ClosureAsync(appraisal.CycleId, segment, cancellation) is { } closure && segment.IsClosedBy(closure))
        {
            var department = await db.Departments.Where(x => x.Id == closure.DepartmentId).Select(x => new Bilingual(x.NameZh, x.NameEn))
                .SingleAsync(cancellation);
            throw ScoringClosureRefusals.ScoringClosed.With(("number", segment.Number), ("department", department), ("on", clock.DayOf(closure.At)));
        }
    }
}
