using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Domain.Kpis;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Measurements() =>
    [
        Seen(Route("ListMeasurements").Lists("/measurements?pageSize=200", FigureAsync)),
        Seen(Route("GetMeasurement").Sends(async x => AccessCase.Get($"/measurements/{await FigureAsync(x)}"))),
        Rostered(Route("RecordMeasurement").Sends(async x => Measured.Figure(await MeasuredKpiAsync(x), x.Subject, "2026-02", 90))),
        Rostered(Route("ChangeMeasurement").Sends(async x => AccessCase.Put($"/measurements/{await FigureAsync(x)}", new { value = 91 }, 1))),
        Rostered(Route("RemoveMeasurement").Sends(async x => AccessCase.Post($"/measurements/{await FigureAsync(x)}/remove", new { reason = "错" }, 1))),
        Route("RecordMeasurements").Sends(async x => await MeasuredKpiAsync(x) > 0 ? AccessCase.Post("/measurements/batch", new
        {
            measurements = new[] { new { employeeNumber = "W001", kpiCode = KpiCode(x), period = "2026-02", value = 90 } },
        }) : null!).Row(Standing.Any, "AFFFFF"),
        Route("ImportMeasurements").Sends(async x => await MeasuredKpiAsync(x) > 0
            ? File(x, "/measurements/import", "工号,指标编号,期间,数值", "W001", KpiCode(x), "2026-02", 90m) : null!).Row(Standing.Any, "AFFFFF"),
        Route("GetMeasurementImportTemplate").Sends(_ => AccessCase.Get("/measurements/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("GetMeasurementCrossTemplate").Sends(_ => AccessCase.Get("/measurements/cross-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportMeasurements").Sends(_ => AccessCase.Get("/measurements/export")).Row(Standing.Any, "AFFFFF"),

        SeenCorrection(Route("ListCorrections").Lists(x => $"/corrections?pageSize=200&employeeId={x.Subject}", CorrectionAsync)),
        SeenCorrection(Route("GetCorrection").Sends(async x => AccessCase.Get($"/corrections/{await CorrectionAsync(x)}"))),
        DecidedCorrection(Route("AcceptCorrection").Sends(async x => AccessCase.Post($"/corrections/{await CorrectionAsync(x)}/accept", new { }, 1))),
        DecidedCorrection(Route("LeaveCorrection").Sends(async x => AccessCase.Post($"/corrections/{await CorrectionAsync(x)}/leave", new { }, 1))),
    ];

    private static string KpiCode(AccessCase x) => $"ACM{x.Number}";

    private static Task<long> MeasuredKpiAsync(AccessCase x) => x.App.AddKpiAsync(KpiCode(x));

    /// <summary>A figure of February, when former reports stood under the head.</summary>
    private static async Task<long> FigureAsync(AccessCase x)
    {
        var kpi = await MeasuredKpiAsync(x);
        return await KeptAsync(x, db =>
        {
            var figure = Measurement.Record(
                x.Subject, null, kpi, MeasuredPeriod.Parse("2026-02")!.Value, new(80, null), new(MeasurementSource.Manual, null, false));
            db.Measurements.Add(figure);
            return Task.FromResult(() => figure.Id);
        });
    }

    /// <summary>By HR, and by the supervisor who proposed it; neither by the person nor by others above.</summary>
    private static RouteAccess SeenCorrection(RouteAccess route) => route
        .Row(Standing.Own, "AHHHHH").Row(Standing.Direct, "AAHHHH").Row(Standing.Below, "AHHHHH").Row(Standing.Former, "AAHHHH")
        .Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, "AHHHHH").Row(Standing.StoodInFor, "AHHHHH");

    /// <summary>By HR, never of one's own figures.</summary>
    private static RouteAccess DecidedCorrection(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AFFFFF")
        .Row(Standing.Above, "AFFFFF").Row(Standing.Other, "AFFFFF").Row(Standing.Deputised, "AFFFFF").Row(Standing.StoodInFor, "AFFFFF");

    /// <summary>A figure of December proposed now: by the supervisor whose direct report the person was then, else by HR, by somebody
    /// else than the person.</summary>
    private static async Task<long> CorrectionAsync(AccessCase x)
    {
        var by = x switch
        {
            { Caller: Role.Supervisor, Standing: Standing.Direct or Standing.Former } => x.Client,
            { Caller: Role.HumanResources, Standing: Standing.Own } => await x.App.SignInAsAsync(Role.HumanResources),
            _ => await HrAsync(x),
        };
        return (await by.QueuedAsync(await MeasuredKpiAsync(x), x.Subject, "2025-12", 70)).Id();
    }
}
