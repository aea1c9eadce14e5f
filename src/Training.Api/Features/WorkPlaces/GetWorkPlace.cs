using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.WorkPlaces;

/// <summary>A place of work.</summary>
/// <param name="Code">Unique; never changes.</param>
/// <param name="MinimumWages">The local minimum wage as it changed, by day.</param>
public sealed record WorkPlaceResponse(
    long Id, string Code, string NameZh, string? NameEn, IReadOnlyList<DatedMinimumWage> MinimumWages, int Version) : IVersioned
{
    internal static WorkPlaceResponse Of(WorkPlace x) => new(
        x.Id, x.Code, x.NameZh, x.NameEn,
        [.. x.MinimumWages.OrderBy(y => y.From).Select(y => new DatedMinimumWage(y.From, y.MonthlyAmount))], x.Version);
}

/// <summary>A local minimum wage.</summary>
/// <param name="From">The first day on which it holds, until the next one's.</param>
/// <param name="MonthlyAmount">Yuan a month, 0 to 9 999 999.99.</param>
public sealed record DatedMinimumWage(DateOnly From, [Within("0", "9999999.99"), Decimals(2)] decimal MonthlyAmount);

internal static class GetWorkPlace
{
    /// <summary>Reads a work place; everybody may: the wages are public figures of the law.</summary>
    internal static async Task<WorkPlaceResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        WorkPlaceResponse.Of(await db.WorkPlaces.AsNoTracking().Include(x => x.MinimumWages).OneAsync(id, cancellation));
}
