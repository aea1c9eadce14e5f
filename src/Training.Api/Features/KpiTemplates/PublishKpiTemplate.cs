using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Features.KpiTemplates;

/// <summary>From when a version holds.</summary>
/// <param name="FromQuarter">The first quarter (<c>2026Q4</c>); the current one unless given.</param>
public sealed record PublishKpiTemplateRequest(Quarter? FromQuarter = null);

internal static class PublishKpiTemplate
{
    /// <summary>Freezes a draft for ever and lets it hold for its position from a quarter on, in the place of what held there. Refused:
    /// a quarter before the current one or before that of the version published last; KPIs that can no longer be scored, each named
    /// by its place in the template.</summary>
    internal static Task<KpiTemplateResponse> HandleAsync(
        long id, PublishKpiTemplateRequest request, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(KpiTemplateRecords.Lock, cancellation);
                var template = await db.KpiTemplates.Whole().OneAsync(id, cancellation);
                ifMatch.Require(template);
                template.RequireDraft();
                await db.CheckAsync(template.Content, cancellation);
                var earliest = await EarliestAsync(db, template.Code, Quarter.Of(clock.Today), cancellation);
                template.Publish(request.FromQuarter ?? earliest, earliest, clock.Now);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(template, caller, cancellation);
            },
            cancellation);

    /// <summary>The current quarter, or that of the latest version that is published and not retired.</summary>
    private static async Task<Quarter> EarliestAsync(TrainingDb db, string code, Quarter current, CancellationToken cancellation)
    {
        var latest = Quarter.Parse(await db.KpiTemplates.Where(x => x.Code == code && x.State == KpiTemplateState.Published)
            .MaxAsync(x => x.FromQuarter, cancellation));
        return latest is { } begun && begun > current ? begun : current;
    }
}
