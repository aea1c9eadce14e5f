using System.Text.Json.Nodes;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.KpiTemplates;
using Training.Api.Tests.Measurements;
using Training.Api.Tests.Plans;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.Appraisals;

/// <summary>Somebody whose quarter came out low: 30.00 and 60.00 for two rates (70 together), 80 for a mark (30); 55.50 in all.</summary>
/// <param name="Low">The KPI that scored 30.00, with two courses linked to it.</param>
/// <param name="Edge">The KPI that scored 60.00, with one of these.</param>
internal sealed record LowResult(MixedPosition By, long Low, long Edge, long Person, long Cycle, long Appraisal);

/// <summary>Low results for tests of what comes after them.</summary>
internal static class LowWorld
{
    /// <summary>The fourth quarter of 2025 of such a person, calibrating; their account is the code in lower case.</summary>
    public static async Task<LowResult> LowAsync(this TrainingApp app, string code)
    {
        var by = await app.LinkedPositionAsync(code);
        var person = await app.HireAsync(await app.PlaceAsync(by));
        await app.FigureAsync(by.First, person, "2025-10", 27m);
        await app.FigureAsync(by.Second, person, "2025-10", 54m);
        await app.AddAccountAsync(code.ToLowerInvariant(), person, Role.Staff);
        var cycle = await app.OpenedAsync("2025Q4", by);
        await app.MarkedAsync(cycle, person);
        return new(by, by.First, by.Second, person, cycle, await app.AppraisalAsync(cycle, person));
    }

    /// <summary>Publishes the result.</summary>
    public static async Task PublishAsync(this TrainingApp app, LowResult low)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.DoAsync(await hr.CalibrationAsync(low.Appraisal));
        await hr.PublishAsync(low.Cycle, new { employeeId = low.Person });
    }

    private static async Task<MixedPosition> LinkedPositionAsync(this TrainingApp app, string code)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = await hr.NewPositionAsync(code);
        var courses = new[] { await app.CourseAsync("CRS040"), await app.CourseAsync("CRS041") };
        var (first, second) = (await app.LinkedKpiAsync($"{code}A", courses), await app.LinkedKpiAsync($"{code}B", courses[..1]));
        var marked = await app.AddKpiAsync($"{code}M", decimals: 2);
        var template = await hr.PublishAsync(await hr.DoAsync(Post("/kpi-templates", new JsonObject
        {
            ["code"] = code, ["positionId"] = position, ["nameZh"] = "绩效",
            ["sections"] = new JsonArray(
                Section("业绩", 70, Item(first, 50, Ratio(), 90), Item(second, 50, Ratio(), 90)),
                Section("行为", 30, Item(marked, 100, new JsonObject { ["kind"] = "rating", ["scale"] = "hundred" }))),
        })));
        return new(position, template.Id(), first, second, marked, 0);
    }

    private static Task<long> LinkedKpiAsync(this TrainingApp app, string code, long[] courses)
    {
        var kpi = Kpi.Create(code, Measured.Content(code, KpiPeriod.Month, 2) with { CourseIds = courses });
        kpi.FindBy(code, code);
        return app.WriteAsync(async db =>
        {
            db.Kpis.Add(kpi);
            await db.FlushAsync(TestContext.Current.CancellationToken);
            return kpi.Id;
        });
    }
}
