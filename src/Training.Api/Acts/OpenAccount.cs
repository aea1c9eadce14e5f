using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>A sign-in to be.</summary>
/// <param name="UserName">1 to 64 letters, digits and <c>. _ - @</c>; unique without regard to case.</param>
/// <param name="EmployeeId">The person's record; null for an account without one.</param>
/// <param name="Roles">The roles it holds from the start, whoever may grant them.</param>
/// <param name="PasswordHash">Of a password by the rules; hashing takes its time and is done before the write.</param>
/// <param name="InitialUntil">Set for a password made by the program: until then it opens a sign-in, which must change it.</param>
internal sealed record NewAccount(
    string UserName, long? EmployeeId, IReadOnlyCollection<Role> Roles, string PasswordHash, DateTimeOffset? InitialUntil);

/// <summary>Makes an account: for the administrator's act, the first administrator, and the demo.</summary>
internal sealed class OpenAccount(TrainingDb db, OrganisationClock clock)
{
    private const int LongestName = 64;

    /// <exception cref="RuleViolation">The name breaks its rules or is taken, or the employee has an account.</exception>
    public async Task<Account> RunAsync(NewAccount request, CancellationToken cancellation)
    {
        var userName = PlainText.Narrow(request.UserName);
        if (userName.Length is 0 or > LongestName || !userName.All(x => char.IsLetterOrDigit(x) || ".-_@".Contains(x, StringComparison.Ordinal)))
        {
            throw AccountRefusals.NameForm.At("userName", ("userName", userName), ("max", LongestName));
        }

        return await db.WriteAsync(() => AddAsync(request, userName, cancellation), cancellation);
    }

    private async Task<Account> AddAsync(NewAccount request, string userName, CancellationToken cancellation)
    {
        var key = PlainText.Key(userName);
        if (await db.Users.AnyAsync(x => x.NormalizedUserName == key, cancellation))
        {
            throw AccountRefusals.NameTaken.At("userName", ("userName", userName));
        }

        if (request.EmployeeId is { } employeeId)
        {
            await RequireWithoutAccountAsync(employeeId, cancellation);
        }

        var account = new Account
        {
            UserName = userName,
            NormalizedUserName = key,
            EmployeeId = request.EmployeeId,
            PasswordHash = request.PasswordHash,
            MustChangePassword = request.InitialUntil is not null,
            InitialPasswordExpiresAt = request.InitialUntil,
            CreatedAt = clock.Now,
        };
        db.Users.Add(account);
        await db.FlushAsync(cancellation);
        foreach (var role in request.Roles.Where(GrantRequest.NeedSecondPerson.Contains).Distinct())
        {
            var grant = GrantRequest.Ask(account.Id, role, requestedById: null, clock.Now);
            grant.Decide(GrantState.Confirmed, decidedById: null, clock.Now);
            db.GrantRequests.Add(grant);
        }

        db.UserRoles.AddRange(request.Roles.Distinct().Select(x => new IdentityUserRole<long> { UserId = account.Id, RoleId = x.Id() }));
        await db.FlushAsync(cancellation);

        return account;
    }

    private async Task RequireWithoutAccountAsync(long employeeId, CancellationToken cancellation)
    {
        if (!await db.Employees.AnyAsync(x => x.Id == employeeId, cancellation))
        {
            throw AccountRefusals.EmployeeUnknown.At("employeeId", ("employeeId", employeeId));
        }

        if (await db.Users.AnyAsync(x => x.EmployeeId == employeeId, cancellation))
        {
            throw AccountRefusals.EmployeeHasAccount.At("employeeId", ("employeeId", employeeId));
        }
    }
}
