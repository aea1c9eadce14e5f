using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Audit() =>
    [
        Route("ListMyLookups").Lists("/my/lookups?pageSize=200", LookupOfAsync).Row(Standing.Own, "AAAAAA").Row(Standing.Other, "HHHHHH"),
        Route("ListAudit").Sends(_ => AccessCase.Get("/audit")).Row(Standing.Any, "AFFAFF"),
    ];

    /// <summary>A lookup about the caller, or about somebody else.</summary>
    private static async Task<long> LookupOfAsync(AccessCase x)
    {
        await using var scope = x.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var about = await db.Employees.Where(y => y.Id == x.CallerEmployee == (x.Standing == Standing.Own)).OrderBy(y => y.Id).FirstAsync();
        var lookup = new Lookup { AccountId = await db.Users.MinAsync(y => y.Id), EmployeeId = about.Id, Kind = LookupKind.BaseWage, At = x.App.Clock.GetUtcNow() };
        await db.WriteAsync(() => Task.FromResult(db.Lookups.Add(lookup)));
        return lookup.Id;
    }
}
