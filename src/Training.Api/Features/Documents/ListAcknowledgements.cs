using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Documents;

/// <summary>Somebody whom the document is meant for.</summary>
/// <param name="Id">The employee.</param>
/// <param name="DepartmentCode">The department today.</param>
/// <param name="AcknowledgedAt">When they acknowledged it; none while they have not.</param>
public sealed record AcknowledgementListItem(
    long Id, string EmployeeNumber, string NameZh, string DepartmentCode, DateTimeOffset? AcknowledgedAt);

/// <summary>What is listed of the audience.</summary>
/// <param name="Acknowledged">Those who have acknowledged it, or those who have not yet.</param>
public sealed record AcknowledgementFilter([FromQuery(Name = "acknowledged")] bool? Acknowledged = null);

internal static class ListAcknowledgements
{
    private static readonly Sorts<Employee> Sorts = new(x => x.Id, "name")
    {
        { "name", x => x.NameSortKey },
        { "employeeNumber", x => x.EmployeeNumber },
    };

    /// <summary>Lists the people whom the version is meant for today, and when each acknowledged it.</summary>
    internal static async Task<ListOf<AcknowledgementListItem>> HandleAsync(
        long id, [AsParameters] AcknowledgementFilter filter, [AsParameters] ListRequest list, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var today = clock.Today;
        var document = await db.DocumentVersions.AsNoTracking().Include(x => x.Audience).OneAsync(id, cancellation);
        var people = (await db.AudienceAsync(document, today, cancellation)).AsNoTracking();
        if (filter.Acknowledged is { } acknowledged)
        {
            people = people.Where(x => db.Acknowledgements.Any(y => y.DocumentVersionId == id && y.EmployeeId == x.Id) == acknowledged);
        }

        return ListOf.From(
            people,
            Sorts,
            x => new AcknowledgementListItem(
                x.Id, x.EmployeeNumber, x.NameZh,
                db.Assignments.Where(y => y.EmployeeId == x.Id && y.From <= today && (y.To == null || y.To >= today))
                    .SelectMany(y => db.Departments.Where(z => z.Id == y.DepartmentId)).Select(z => z.Code).First(),
                db.Acknowledgements.Where(y => y.DocumentVersionId == id && y.EmployeeId == x.Id)
                    .Select(y => (DateTimeOffset?)y.AcknowledgedAt).FirstOrDefault()),
            list);
    }
}
