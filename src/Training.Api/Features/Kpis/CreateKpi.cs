using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Kpis;

internal static class CreateKpi
{
    /// <summary>Adds a KPI to the library; its first version holds in every quarter. Refused: a code that is in use; courses, positions and
    /// a kind of event that do not exist or are retired; members that do not go together.</summary>
    internal static async Task<Created<KpiResponse>> HandleAsync(CreateKpiRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                var code = PlainText.Key(request.Code);
                if (await db.Kpis.AnyAsync(x => x.Code == code, cancellation))
                {
                    throw KpiRefusals.CodeTaken.At("code", ("code", code));
                }

                var kpi = Kpi.Create(code, request.Content());
                await db.RequireReferredAsync(request, null, cancellation);
                kpi.Index();
                db.Kpis.Add(kpi);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(kpi, kpi.Latest, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/kpis/{created.Id}", created);
    }
}
