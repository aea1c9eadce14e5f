using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static int _span;

    /// <summary>In each row the subject is the supervisor who is stood in for.</summary>
    private static IEnumerable<RouteAccess> Delegations() =>
    [
        Route("ListDelegations").Lists("/delegations?pageSize=200", x => DelegationAsync(x))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AHHHHH").Row(Standing.Below, "AHHHHH")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH"),
        Route("GetDelegation").Sends(async x => AccessCase.Get($"/delegations/{await DelegationAsync(x)}"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AHHHHH").Row(Standing.Below, "AHHHHH")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH"),
        Route("CreateDelegation").Sends(async x => AccessCase.Post("/delegations", await DelegationBodyAsync(x)))
            .Row(Standing.Own, "AAFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF")
            .Row(Standing.Former, "AFFFFF").Row(Standing.Above, "AFFFFF").Row(Standing.Other, "AFFFFF"),
        Route("EditDelegation")
            .Sends(async x =>
            {
                var id = await DelegationAsync(x);
                var (deputy, day) = await x.App.ReadAsync(async db =>
                    await db.Delegations.FindAsync(id) is { } found ? (found.DeputyId, found.From) : default);
                return AccessCase.Put($"/delegations/{id}", new { deputyId = deputy, from = day, to = day }, 1);
            })
            .Row(Standing.Own, "AAFFFF").Row(Standing.Direct, "AHFFFF").Row(Standing.Below, "AHFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF"),
        Route("EndDelegation").Sends(async x => AccessCase.Post($"/delegations/{await DelegationAsync(x, begun: true)}/end"))
            .Row(Standing.Own, "AAFFFF").Row(Standing.Direct, "AHFFFF").Row(Standing.Below, "AHFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Other, "AHFFFF"),
        Route("DeleteDelegation").Sends(async x => AccessCase.Delete($"/delegations/{await DelegationAsync(x)}", 1))
            .Row(Standing.Own, "AAFFFF").Row(Standing.Direct, "AHFFFF").Row(Standing.Below, "AHFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF"),
    ];

    /// <summary>A delegation of the subject to somebody without a role, on days of its own; one that has begun is kept by hand, because the head and
    /// others stand in for many callers on the same days.</summary>
    private static async Task<long> DelegationAsync(AccessCase x, bool begun = false)
    {
        if (!begun)
        {
            return await MadeAsync(x, "/delegations", await DelegationBodyAsync(x));
        }

        var today = new DateOnly(2026, 3, 2);
        var deputy = await DeputyAsync(x);
        return await x.App.WriteAsync(async db =>
        {
            var made = Training.Domain.People.Delegation.Create(x.Subject, deputy, today, today.AddDays(3), today);
            db.Delegations.Add(made);
            await db.FlushAsync(CancellationToken.None);
            return made.Id;
        });
    }

    private static async Task<object> DelegationBodyAsync(AccessCase x)
    {
        var day = new DateOnly(2027, 1, 1).AddDays(Interlocked.Increment(ref _span));
        return new { supervisorId = x.Subject, deputyId = await DeputyAsync(x), from = day, to = day };
    }

    /// <summary>Somebody who neither calls nor is the subject.</summary>
    private static Task<long> DeputyAsync(AccessCase x) =>
        x.App.PersonAsync(x.Caller == Role.Payroll ? Role.Staff : Role.Payroll, Standing.Below);
}
