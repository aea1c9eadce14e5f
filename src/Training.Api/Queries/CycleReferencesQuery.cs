using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Queries;

internal static class CycleReferencesQuery
{
    /// <summary>What the content of a cycle refers to, as far as it exists; two queries.</summary>
    public static async Task<CycleReferences> ReferencesAsync(this TrainingDb db, AppraisalCycleContent content, CancellationToken cancellation)
    {
        var kinds = content.EventCeilings.Select(x => x.KindId).ToHashSet();
        var templates = content.Templates.Select(x => x.TemplateId).ToHashSet();
        return new(
            await db.PerformanceEventKinds.AsNoTracking().Where(x => kinds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation),
            await db.KpiTemplates.AsNoTracking().Include(x => x.Sections).ThenInclude(x => x.Items).AsSingleQuery()
                .Where(x => templates.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation));
    }
}
