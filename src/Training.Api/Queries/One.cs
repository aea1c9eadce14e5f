using Microsoft.EntityFrameworkCore;
using Training.Api.Errors;
using Training.Domain.People;

namespace Training.Api.Queries;

internal static class One
{
    /// <summary>The one record of the query; refused as unknown when there is none, or none that is visible.</summary>
    public static async Task<T> OneAsync<T>(this IQueryable<T> query, CancellationToken cancellation) =>
        await query.SingleOrDefaultAsync(cancellation) ?? throw CommonRefusals.Unknown.With();

    /// <summary>The person with all that belongs to them.</summary>
    public static IQueryable<Employee> Whole(this IQueryable<Employee> employees) => employees
        .Include(x => x.Periods).Include(x => x.Educations).Include(x => x.Titles).Include(x => x.EarlierCertificates).AsSplitQuery();
}
