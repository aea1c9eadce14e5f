using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Goals() =>
    [
        Route("ListMyGoals").Sends(_ => AccessCase.Get("/my/goals")).Row(Standing.Any, Everybody),
        Route("ListTeamGoals").Sends(_ => AccessCase.Get("/my/team/goals")).Row(Standing.Any, Everybody),

        // HR reads no scores of who stands above them.
        Route("ListEmployeeGoals").Sends(x => AccessCase.Get($"/employees/{x.Subject}/goals"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "AAAAAA")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, "AAAAAA"),
        Route("ReportKpiTrend").Sends(_ => AccessCase.Get("/reports/kpi-trend")).Row(Standing.Any, "AAFFAF"),
    ];
}
