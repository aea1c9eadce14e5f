using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Lists;

namespace Training.Api.Features.Lookups;

/// <summary>Somebody read what is confidential about the caller.</summary>
/// <param name="At">When it was read.</param>
/// <param name="Kind">What was read.</param>
/// <param name="ReaderUserName">The account that read.</param>
/// <param name="ReaderName">The name of the person of that account; none for an account that belongs to nobody.</param>
public sealed record LookupListItem(long Id, DateTimeOffset At, LookupKind Kind, string? ReaderUserName, string? ReaderName);

/// <summary>Which of them are listed.</summary>
/// <param name="From">Read at this instant or later.</param>
/// <param name="To">Read before this instant.</param>
public sealed record LookupFilter(
    [FromQuery(Name = "from")] DateTimeOffset? From = null,
    [FromQuery(Name = "to")] DateTimeOffset? To = null);

internal static class ListMyLookups
{
    private static readonly Sorts<Lookup> Sorts = new(x => x.Id, "-at") { { "at", x => x.At } };

    /// <summary>Who read the caller's base wages and scores, the newest first. What the caller reads about themselves is not noted.</summary>
    internal static ListOf<LookupListItem> HandleAsync(
        [AsParameters] LookupFilter filter, [AsParameters] ListRequest request, CurrentPerson caller, TrainingDb db)
    {
        var lookups = db.Lookups.AsNoTracking().Where(x => x.EmployeeId == caller.EmployeeId);
        if (filter.From is { } from)
        {
            lookups = lookups.Where(x => x.At >= from);
        }

        if (filter.To is { } to)
        {
            lookups = lookups.Where(x => x.At < to);
        }

        return ListOf.From(lookups, Sorts, x => new LookupListItem(
            x.Id,
            x.At,
            x.Kind,
            db.Users.Where(y => y.Id == x.AccountId).Select(y => y.UserName).FirstOrDefault(),
            db.Employees.Where(y => db.Users.Any(z => z.Id == x.AccountId && z.EmployeeId == y.Id)).Select(y => y.NameZh).FirstOrDefault()), request);
    }
}
