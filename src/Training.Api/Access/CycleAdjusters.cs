using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>Who may not adjust or confirm a score: who rated a segment or is to rate one, and who stands below one of these today.</summary>
internal sealed class CycleAdjusters(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>Whether that keeps the caller from adjusting the appraisal.</summary>
    public async Task<bool> IsRatedAsync(long appraisalId, CancellationToken cancellation) =>
        await Rated(await AboveAsync(cancellation)).AnyAsync(x => x.AppraisalId == appraisalId, cancellation);

    /// <summary>The appraisals of a cycle that the caller may not adjust for that.</summary>
    public async Task<HashSet<long>> RatedAsync(long cycleId, CancellationToken cancellation) => await Rated(await AboveAsync(cancellation))
        .Where(x => db.Appraisals.Any(y => y.Id == x.AppraisalId && y.CycleId == cycleId)).Select(x => x.AppraisalId).ToHashSetAsync(cancellation);

    /// <summary>The caller and who stands above them today.</summary>
    private async Task<List<long>> AboveAsync(CancellationToken cancellation)
    {
        var (self, today) = (caller.EmployeeId ?? 0, clock.Today);
        var above = await db.ReportingLines.Where(x => x.EmployeeId == self && x.From <= today && (x.To == null || x.To >= today))
            .Select(x => x.SupervisorId).ToListAsync(cancellation);
        return [self, .. above];
    }

    private IQueryable<AppraisalSegment> Rated(List<long> raters) => db.AppraisalSegments.Where(x => x.Days > 0
        && ((x.ScoredById != null && raters.Contains(x.ScoredById.Value)) || (x.ScoredForId != null && raters.Contains(x.ScoredForId.Value))
            || (x.ScoredById == null && x.RaterId != null && raters.Contains(x.RaterId.Value))
            || (x.ScoredById == null && x.RaterId == null && x.SupervisorId != null && raters.Contains(x.SupervisorId.Value))));
}
