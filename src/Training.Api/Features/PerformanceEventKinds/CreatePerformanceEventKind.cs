using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEventKinds;

/// <summary>A kind of performance event to be.</summary>
/// <param name="Code">1 to 32 characters, unique without regard to case; never changes.</param>
/// <param name="Severity">Whether its events say how grave they are.</param>
/// <param name="IsUpheld">Whether they say that a complaint was found to be right.</param>
/// <param name="Minutes">Whether they say how late somebody was.</param>
/// <param name="Article">Whether they name the article of the rule book.</param>
/// <param name="Amount">Whether they carry an amount in yuan.</param>
public sealed record CreatePerformanceEventKindRequest(
    [KeyLength(1, PerformanceEventKind.MaxCodeLength)] string Code,
    [TextLength(1, 100)] string NameZh,
    EventDetailUse Severity,
    EventDetailUse IsUpheld,
    EventDetailUse Minutes,
    EventDetailUse Article,
    EventDetailUse Amount,
    [TextLength(0, 100)] string? NameEn = null);

internal static class CreatePerformanceEventKind
{
    /// <summary>Adds a kind of performance event. Refused: a code in use.</summary>
    internal static async Task<Created<PerformanceEventKindResponse>> HandleAsync(
        CreatePerformanceEventKindRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var kind = await db.WriteAsync(
            async () =>
            {
                var code = PlainText.Key(request.Code);
                if (await db.PerformanceEventKinds.AnyAsync(x => x.Code == code, cancellation))
                {
                    throw PerformanceEventKindRefusals.CodeTaken.At("code", ("code", code));
                }

                var created = PerformanceEventKind.Create(
                    code,
                    new Bilingual(request.NameZh, request.NameEn),
                    new EventDetails(request.Severity, request.IsUpheld, request.Minutes, request.Article, request.Amount));
                db.PerformanceEventKinds.Add(created);
                return created;
            },
            cancellation);

        return TypedResults.Created($"/api/v1/performance-event-kinds/{kind.Id}", PerformanceEventKindResponse.Of(kind));
    }
}
