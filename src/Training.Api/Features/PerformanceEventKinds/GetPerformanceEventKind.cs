using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEventKinds;

/// <summary>A kind of performance event.</summary>
/// <param name="Code">Unique; never changes.</param>
/// <param name="Severity">Whether its events say how grave they are.</param>
/// <param name="IsUpheld">Whether they say that a complaint was found to be right.</param>
/// <param name="Minutes">Whether they say how late somebody was.</param>
/// <param name="Article">Whether they name the article of the rule book.</param>
/// <param name="Amount">Whether they carry an amount in yuan.</param>
/// <param name="RetiredAt">From when it can no longer be chosen; none while it can.</param>
public sealed record PerformanceEventKindResponse(
    long Id,
    string Code,
    string NameZh,
    string? NameEn,
    EventDetailUse Severity,
    EventDetailUse IsUpheld,
    EventDetailUse Minutes,
    EventDetailUse Article,
    EventDetailUse Amount,
    DateTimeOffset? RetiredAt,
    int Version) : IVersioned
{
    internal static PerformanceEventKindResponse Of(PerformanceEventKind x) => new(
        x.Id, x.Code, x.NameZh, x.NameEn, x.Severity, x.IsUpheld, x.Minutes, x.Article, x.Amount, x.RetiredAt, x.Version);
}

internal static class GetPerformanceEventKind
{
    /// <summary>Reads a kind of performance event; everybody may.</summary>
    internal static async Task<PerformanceEventKindResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        PerformanceEventKindResponse.Of(await db.PerformanceEventKinds.AsNoTracking().OneAsync(id, cancellation));
}
