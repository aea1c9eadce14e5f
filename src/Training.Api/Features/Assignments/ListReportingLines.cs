using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;

namespace Training.Api.Features.Assignments;

/// <summary>Somebody who stands above a person on the day.</summary>
/// <param name="Level">1 for the nearest, and so on upwards.</param>
/// <param name="IsDirect">Nobody who is employed on the day stands between.</param>
/// <param name="From">Since when, without a change of this.</param>
/// <param name="To">Until when; none while it is open.</param>
public sealed record ReportingLineItem(Person Supervisor, int Level, bool IsDirect, DateOnly From, DateOnly? To);

internal static class ListReportingLines
{
    private static readonly Sorts<ReportingLineItem> Sorts = new(x => x.Supervisor.Id, "level") { { "level", x => x.Level } };

    /// <summary>Who stands above a person on a day, nearest first; today unless a day is given.</summary>
    internal static async Task<ListOf<ReportingLineItem>> HandleAsync(
        long id,
        [AsParameters] ListRequest request,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        [FromQuery(Name = "on")] DateOnly? on = null,
        CancellationToken cancellation = default)
    {
        await visible.Employees().Where(x => x.Id == id).Select(x => new { x.Id }).OneAsync(cancellation);
        var day = on ?? clock.Today;
        var lines = db.ReportingLines.AsNoTracking().Where(x => x.From <= day && (x.To == null || x.To >= day));
        var rows = await (
            from line in lines.Where(x => x.EmployeeId == id)
            join above in db.Employees on line.SupervisorId equals above.Id
            select new
            {
                Supervisor = new Person(above.Id, above.EmployeeNumber, above.NameZh, above.NameLatin),
                Between = lines.Count(x => x.SupervisorId == above.Id && lines.Any(y => y.EmployeeId == id && y.SupervisorId == x.EmployeeId)),
                line.IsDirect,
                line.From,
                line.To,
            }).ToListAsync(cancellation);
        return ListOf.From(
            [.. rows.Select(x => new ReportingLineItem(x.Supervisor, x.Between + 1, x.IsDirect, x.From, x.To))], Sorts, request);
    }
}
