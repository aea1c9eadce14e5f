using Microsoft.EntityFrameworkCore;
using Training.Domain.People;

namespace Training.Api.Queries;

internal static class WholeEmployee
{
    /// <summary>The people with all that belongs to them.</summary>
    public static IQueryable<Employee> Whole(this IQueryable<Employee> employees) => employees
        .Include(x => x.Periods).Include(x => x.Educations).Include(x => x.Titles).Include(x => x.EarlierCertificates).AsSplitQuery();
}
