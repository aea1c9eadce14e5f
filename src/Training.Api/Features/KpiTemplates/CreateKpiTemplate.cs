using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.KpiTemplates;

/// <summary>A new template.</summary>
public sealed record CreateKpiTemplateRequest : EditKpiTemplateRequest
{
    /// <summary>Business key, unique without regard to case; never changes.</summary>
    [KeyLength(1, KpiTemplate.MaxCodeLength)]
    public required string Code { get; init; }

    /// <summary>Whose template it is; never changes.</summary>
    public required long PositionId { get; init; }
}

internal static class CreateKpiTemplate
{
    /// <summary>Drafts the first version of a template. Refused: a code in use, a position that does not exist or is retired, and every
    /// fault of the content, each named by its place: weights that do not total exactly 100.00 at both levels, parameters that do not
    /// suit the method, KPIs that cannot be scored.</summary>
    internal static async Task<Created<KpiTemplateResponse>> HandleAsync(
        CreateKpiTemplateRequest request, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(KpiTemplateRecords.Lock, cancellation);
                var code = PlainText.Key(request.Code);
                if (await db.KpiTemplates.AnyAsync(x => x.Code == code, cancellation))
                {
                    throw KpiTemplateLifeRefusals.CodeTaken.At("code", ("code", code));
                }

                await RequirePositionAsync(db, request.PositionId, cancellation);
                var content = request.Content(request.PositionId);
                await db.CheckAsync(content, cancellation);
                var template = KpiTemplate.Draft(code, content);
                KpiTemplateRecords.Index(template);
                db.KpiTemplates.Add(template);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(template, caller, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/kpi-templates/{created.Id}", created);
    }

    private static async Task RequirePositionAsync(TrainingDb db, long id, CancellationToken cancellation)
    {
        var position = await db.Positions.AsNoTracking().Where(x => x.Id == id).Select(x => new { x.Code, x.RetiredAt }).SingleOrDefaultAsync(cancellation)
            ?? throw KpiTemplateLifeRefusals.PositionUnknown.At("positionId", ("positionId", id));
        if (position.RetiredAt is not null)
        {
            throw PositionRefusals.Retired.At("positionId", ("code", position.Code));
        }
    }
}
