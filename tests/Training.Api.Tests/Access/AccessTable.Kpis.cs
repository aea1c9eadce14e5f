using Training.Api.Tests.Hosting;
using Training.Api.Tests.Kpis;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>The library is master data: everybody reads it, HR writes it.</summary>
    private static IEnumerable<RouteAccess> Kpis() =>
    [
        Route("ListKpis").Sends(_ => AccessCase.Get("/kpis")).Row(Standing.Any, Everybody),
        Route("GetKpi").Sends(async x => AccessCase.Get($"/kpis/{await LibraryKpiAsync(x)}")).Row(Standing.Any, Everybody),
        Route("GetKpiVersion").Sends(async x => AccessCase.Get($"/kpis/{await LibraryKpiAsync(x)}/versions/1")).Row(Standing.Any, Everybody),
        Route("CreateKpi").Sends(x => AccessCase.Post("/kpis", KpiWorld.Body($"AK{x.Number}"))).Row(Standing.Any, "AFFFFF"),
        Route("EditKpi").Sends(async x => AccessCase.Put($"/kpis/{await LibraryKpiAsync(x)}", KpiWorld.Body(null, """{ "decimals": 2 }"""), 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetireKpi").Sends(async x => AccessCase.Post($"/kpis/{await LibraryKpiAsync(x)}/retire")).Row(Standing.Any, "AFFFFF"),
    ];

    private static async Task<long> LibraryKpiAsync(AccessCase x) => (await (await HrAsync(x)).NewKpiAsync($"AL{x.Number}")).Id();
}
