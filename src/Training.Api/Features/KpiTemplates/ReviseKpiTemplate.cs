using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Kpis;

namespace Training.Api.Features.KpiTemplates;

internal static class ReviseKpiTemplate
{
    /// <summary>Drafts the next version of a template with what a published or retired one says. Refused: a draft; while another draft of
    /// the template is open.</summary>
    internal static async Task<Created<KpiTemplateResponse>> HandleAsync(
        long id, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(KpiTemplateRecords.Lock, cancellation);
                var template = await db.KpiTemplates.AsNoTracking().Whole().OneAsync(id, cancellation);
                ifMatch.Accept(template);
                var latest = await db.KpiTemplates.Where(x => x.Code == template.Code).MaxAsync(x => x.Number, cancellation);
                var next = template.Revise(latest + 1);
                if (await db.HasDraftAsync(template.Code, cancellation))
                {
                    throw KpiTemplateLifeRefusals.DraftOpen.With(("code", template.Code), ("number", latest));
                }

                db.KpiTemplates.Add(next);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(next, caller, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/kpi-templates/{created.Id}", created);
    }
}
