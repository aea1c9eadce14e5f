using Microsoft.EntityFrameworkCore;
using Training.Api.Errors;

namespace Training.Api.Queries;

internal static class OneRecord
{
    /// <summary>The one record of the query. None, or none that the caller may know of, is answered alike: 404.</summary>
    public static async Task<T> OneAsync<T>(this IQueryable<T> query, CancellationToken cancellation) =>
        (await query.Take(2).ToListAsync(cancellation)) is [var found] ? found : throw CommonRefusals.Unknown.With();

    /// <summary>The record of the id among those of the query; as above where there is none.</summary>
    public static Task<T> OneAsync<T>(this IQueryable<T> query, long id, CancellationToken cancellation)
        where T : class =>
        query.Where(x => EF.Property<long>(x, "Id") == id).OneAsync(cancellation);
}
