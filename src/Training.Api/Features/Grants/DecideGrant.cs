using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.Rules;

namespace Training.Api.Features.Grants;

/// <summary>The second person's decision: neither who asked nor who is to hold the role.</summary>
internal sealed class DecideGrant(TrainingDb db, HoldRole hold, OrganisationClock clock, CurrentPerson person)
{
    /// <summary>Confirms: the account holds the role from now on, its sessions end, and all HR are told.</summary>
    internal static Task<GrantResponse> ConfirmGrant(long id, IfMatch ifMatch, DecideGrant act, CancellationToken cancellation) =>
        act.RunAsync(id, ifMatch, GrantState.Confirmed, cancellation);

    /// <summary>Declines: nothing changes but the grant.</summary>
    internal static Task<GrantResponse> DeclineGrant(long id, IfMatch ifMatch, DecideGrant act, CancellationToken cancellation) =>
        act.RunAsync(id, ifMatch, GrantState.Declined, cancellation);

    private async Task<GrantResponse> RunAsync(long id, IfMatch ifMatch, GrantState state, CancellationToken cancellation)
    {
        await db.WriteAsync(() => DecideAsync(id, ifMatch, state, cancellation), cancellation);

        return await GrantResponse.ReadAsync(db, id, cancellation);
    }

    private async Task DecideAsync(long id, IfMatch ifMatch, GrantState state, CancellationToken cancellation)
    {
        var grant = await db.GrantRequests.SingleOrDefaultAsync(x => x.Id == id, cancellation)
            ?? throw CommonRefusals.Unknown.With(("record", id));
        await db.LockAsync($"sign-in:{grant.AccountId}", cancellation);
        if (grant.AccountId == person.AccountId)
        {
            throw AccessRefusals.OwnRecord.With();
        }

        if (grant.RequestedById == person.AccountId)
        {
            throw AccountRefusals.GrantRequester.With();
        }

        ifMatch.Accept(grant);
        if (grant.State != GrantState.Waiting)
        {
            throw AccountRefusals.GrantDecided.With();
        }

        grant.Decide(state, person.AccountId, clock.Now);
        if (state == GrantState.Confirmed)
        {
            var account = await db.Users.SingleAsync(x => x.Id == grant.AccountId, cancellation);
            await hold.RunAsync(account, grant.Role, cancellation);
        }
    }
}
