using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Api.Settings;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>What speaks against a meeting for somebody who has a place in the session.</summary>
/// <param name="Meeting">Its number.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="Kind">Not in their shift, their rest day, or on leave.</param>
public sealed record SessionWarningListItem(
    long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, int Meeting, DateTimeOffset StartsAt, SessionWarningKind Kind);

internal static class ListSessionWarnings
{
    private static readonly Sorts<SessionWarningListItem> Fields = new(x => x.EmployeeId, "meeting,employeeNumber", x => x.Meeting)
    {
        { "meeting", x => x.Meeting },
        { "employeeNumber", x => x.EmployeeNumber },
        { "kind", x => x.Kind },
    };

    /// <summary>Who of the people of a session, with a seat or in line, and of those who train it, has a meeting outside their shift (without a roster outside the
    /// organisation's hours), on a rest day or on leave; of the people whom the caller may see. It is said, and forbids nothing.</summary>
    internal static async Task<ListOf<SessionWarningListItem>> HandleAsync(
        long id, [AsParameters] ListRequest list, Visible visible, OrganisationClock clock, IOptions<OrganisationSettings> hours, TrainingDb db,
        CancellationToken cancellation)
    {
        var session = await visible.Sessions().AsNoTracking().Whole().Where(x => x.Id == id).OneAsync(cancellation);
        var people = await (
            from person in visible.Employees().AsNoTracking()
            where person.Id == session.TrainerId || db.Enrolments.Any(x => x.SessionId == id && x.EmployeeId == person.Id
                && x.State != EnrolmentState.Withdrawn && x.State != EnrolmentState.Declined)
            select new { person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin }).ToDictionaryAsync(x => x.Id, cancellation);
        var warnings = await db.WarningsAsync(session, [.. people.Keys], clock, hours.Value, cancellation);
        return ListOf.From(
            [.. warnings.Select(x => (Person: people[x.EmployeeId], x)).Select(x => new SessionWarningListItem(
                x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.x.Meeting, x.x.StartsAt, x.x.Kind))],
            Fields,
            list);
    }
}
