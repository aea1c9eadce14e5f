using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEventKinds;

/// <summary>The whole of what may be edited about a kind of performance event.</summary>
/// <param name="Severity">Whether its events say how grave they are.</param>
/// <param name="IsUpheld">Whether they say that a complaint was found to be right.</param>
/// <param name="Minutes">Whether they say how late somebody was.</param>
/// <param name="Article">Whether they name the article of the rule book.</param>
/// <param name="Amount">Whether they carry an amount in yuan.</param>
public sealed record EditPerformanceEventKindRequest(
    [TextLength(1, 100)] string NameZh,
    EventDetailUse Severity,
    EventDetailUse IsUpheld,
    EventDetailUse Minutes,
    EventDetailUse Article,
    EventDetailUse Amount,
    [TextLength(0, 100)] string? NameEn = null);

internal static class EditPerformanceEventKind
{
    /// <summary>Edits a kind of performance event as a whole; events reported before stay as they are. Refused: a retired one; a lateness
    /// that asks for more than the attendance machine knows.</summary>
    internal static async Task<PerformanceEventKindResponse> HandleAsync(
        long id, EditPerformanceEventKindRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation)
    {
        var kind = await db.WriteAsync(
            async () =>
            {
                var edited = await db.PerformanceEventKinds.OneAsync(id, cancellation);
                ifMatch.Require(edited);
                edited.Edit(
                    new Bilingual(request.NameZh, request.NameEn),
                    new EventDetails(request.Severity, request.IsUpheld, request.Minutes, request.Article, request.Amount));
                return edited;
            },
            cancellation);

        return PerformanceEventKindResponse.Of(kind);
    }
}
