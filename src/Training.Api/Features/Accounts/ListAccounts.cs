using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Rules;

namespace Training.Api.Features.Accounts;

internal static class ListAccounts
{
    private static readonly Sorts<Account> Sorts = new(x => x.Id, "userName")
    {
        { "userName", x => x.NormalizedUserName },
        { "createdAt", x => x.CreatedAt },
    };

    /// <summary>Accounts by user name or the person's name, by role, and by whether they are disabled.</summary>
    internal static ListOf<AccountResponse> HandleAsync(
        TrainingDb db,
        [AsParameters] SearchRequest search,
        [FromQuery(Name = "role")] Choice<Role>? role = null,
        [FromQuery(Name = "disabled")] bool? disabled = null)
    {
        var accounts = db.Users.AsNoTracking();
        if (search.Typed is { } typed)
        {
            var key = PlainText.Key(typed);
            accounts = accounts.Where(x => x.NormalizedUserName!.Contains(key)
                || db.Employees.Any(y => y.Id == x.EmployeeId && y.SearchText.Contains(typed)));
        }

        if (role is { } wanted)
        {
            var roleId = wanted.Value.Id();
            accounts = accounts.Where(x => db.UserRoles.Any(y => y.UserId == x.Id && y.RoleId == roleId));
        }

        if (disabled is { } isDisabled)
        {
            accounts = accounts.Where(x => (x.DisabledAt != null) == isDisabled);
        }

        return ListOf.From(accounts, Sorts, AccountResponse.From(db), search);
    }
}
