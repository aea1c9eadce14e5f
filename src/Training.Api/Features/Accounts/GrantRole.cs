using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http;
using Training.Api.Notices;

namespace Training.Api.Features.Accounts;

/// <param name="Role">The role or right.</param>
public sealed record RoleRequest(Role Role);

internal sealed class GrantRole(TrainingDb db, HoldRole hold, NoticeBox notices, OrganisationClock clock, CurrentPerson person)
{
    /// <summary>Grants a role. Supervisor and staff hold at once and end the account's sessions; humanResources, approver,
    /// payroll and administrator wait until a second person has confirmed them, and the first three are refused to an account
    /// that is nobody's.</summary>
    internal static Task<AccountResponse> HandleAsync(
        long id, RoleRequest request, IfMatch ifMatch, OnAccount on, GrantRole act, CancellationToken cancellation) =>
        on.RunVersionedAsync(id, ifMatch, account => act.ToAsync(account, request.Role, cancellation), cancellation);

    /// <summary>Inside <c>WriteAsync</c>: grants the role, or asks a second person for it.</summary>
    public async Task ToAsync(Account account, Role role, CancellationToken cancellation)
    {
        var roleId = role.Id();
        if (await db.UserRoles.AnyAsync(x => x.UserId == account.Id && x.RoleId == roleId, cancellation))
        {
            throw AccountRefusals.HoldsRole.At("role", ("role", role));
        }

        if (!GrantRequest.NeedSecondPerson.Contains(role))
        {
            await hold.RunAsync(account, role, cancellation);
            return;
        }

        await AskAsync(account, role, cancellation);
    }

    private async Task AskAsync(Account account, Role role, CancellationToken cancellation)
    {
        if (await db.GrantRequests.AnyAsync(x => x.AccountId == account.Id && x.Role == role && x.State == GrantState.Waiting, cancellation))
        {
            throw AccountRefusals.GrantPending.At("role", ("role", role));
        }

        var isFirst = role != Role.Payroll && await HasNobodyToConfirmYetAsync(cancellation);
        if (account.EmployeeId is null && !isFirst && GrantRequest.NeedEmployee.Contains(role))
        {
            throw AccountRefusals.NeedsEmployee.At("role", ("role", role));
        }

        var grant = GrantRequest.Ask(account.Id, role, person.AccountId, clock.Now);
        db.GrantRequests.Add(grant);
        if (isFirst)
        {
            grant.Decide(GrantState.Confirmed, decidedById: null, clock.Now);
            db.Note(account.Id, SecurityNotes.FirstGrant);
            await hold.RunAsync(account, role, cancellation);
            return;
        }

        await db.FlushAsync(cancellation);
        await notices.TellRolesAsync(
            "grant.waiting", [Role.HumanResources, Role.Approver], except: account.EmployeeId, [], new NoticeSubject("grant", grant.Id), cancellation,
            ("userName", account.UserName), ("role", role));
    }

    /// <summary>Until somebody first held HumanResources or Approver an administrator grants these, and administrator, alone:
    /// once in the life of an installation, taking the role from its last holder does not open that way again. Payroll waits
    /// for the first of them.</summary>
    private async Task<bool> HasNobodyToConfirmYetAsync(CancellationToken cancellation)
    {
        await db.LockAsync("first-grant", cancellation);

        return person.IsAdministrator && !await db.GrantRequests.AnyAsync(
            x => x.State == GrantState.Confirmed && (x.Role == Role.HumanResources || x.Role == Role.Approver), cancellation);
    }
}
