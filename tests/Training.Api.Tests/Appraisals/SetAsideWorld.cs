using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.Appraisals;

/// <summary>A position whose people are scored by two rates (70 in all, 50 and 50, against 90), by a mark (20) and by what they learnt
/// (10, against 100).</summary>
internal sealed record MixedPosition(long Position, long TemplateId, long First, long Second, long Marked, long Learnt);

/// <summary>Cycles and people for tests of what is set aside.</summary>
internal static class SetAsideWorld
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<MixedPosition> MixedPositionAsync(this TrainingApp app, string code)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = await hr.NewPositionAsync(code);
        long[] kpis = [.. await Task.WhenAll("ABMD".Select(x => app.AddKpiAsync($"{code}{x}", decimals: 2)))];
        var template = await hr.PublishAsync(await hr.DoAsync(Post("/kpi-templates", new JsonObject
        {
            ["code"] = code, ["positionId"] = position, ["nameZh"] = "绩效",
            ["sections"] = new JsonArray(
                Section("业绩", 70, Item(kpis[0], 50, Ratio(), 90), Item(kpis[1], 50, Ratio(), 90)),
                Section("行为", 20, Item(kpis[2], 100, new JsonObject { ["kind"] = "rating", ["scale"] = "hundred" })),
                Section("学习", 10, Item(kpis[3], 100, Ratio(), 100))),
        })));
        return new(position, template.Id(), kpis[0], kpis[1], kpis[2], kpis[3]);
    }

    /// <summary>Where somebody in the position works: in customer service under the world's supervisor unless otherwise said.</summary>
    public static async Task<Placement> PlaceAsync(this TrainingApp app, MixedPosition position, string department = "CS", long? supervisor = null) =>
        new(await app.DepartmentAsync(department), position.Position, supervisor ?? await app.PersonAsync(Role.Supervisor, Standing.Own));

    /// <summary>Plans and opens the cycle of the quarter with the template of the position; its id.</summary>
    public static async Task<long> OpenedAsync(this TrainingApp app, string quarter, MixedPosition position)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var templates = new[] { new { positionId = position.Position, templateId = position.TemplateId } };
        var cycle = (await hr.DoAsync(Post("/appraisal-cycles", new { quarter, templates }))).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        return cycle;
    }

    public static Task<long> AppraisalAsync(this TrainingApp app, long cycle, long person) =>
        app.ReadAsync(db => db.Appraisals.Where(x => x.CycleId == cycle && x.EmployeeId == person).Select(x => x.Id).SingleAsync(Stop));

    public static HttpRequestMessage SetAside(long appraisal, long kpiId, int? segment = null, string reason = "系统停用") =>
        Post($"/appraisals/{appraisal}/set-aside", segment is null ? new { kpiId, reason } : new { kpiId, reason, segment });

    public static HttpRequestMessage SetAllAside(long cycle, long kpiId, long departmentId, bool includesBelow = true) =>
        Post($"/appraisal-cycles/{cycle}/set-aside", new { kpiId, departmentId, includesBelow, reason = "系统停用" });

    /// <summary>A figure of the person, kept behind the program's back, for a month that may be closed.</summary>
    public static Task<bool> FigureAsync(this TrainingApp app, long kpi, long person, string month, decimal value) => app.WriteAsync(db =>
    {
        var day = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        db.Measurements.Add(Measurement.Record(
            person, null, kpi, MeasuredPeriod.Month(day), new(value, null), new MeasurementOrigin(MeasurementSource.Api, "set aside", false)));
        return Task.FromResult(true);
    });

    /// <summary>The final receipt of the person.</summary>
    public static async Task<Receipt> FinalAsync(this TrainingApp app, long cycle, long person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var found = await app.ReadAsync(db => db.AppraisalCycles.AsNoTracking().SingleAsync(x => x.Id == cycle, Stop));
        var scored = await scope.ServiceProvider.GetRequiredService<WorkOutScores>().FinallyAsync(found, [person], Stop);
        var receipt = scored.Receipts[person];
        Assert.True(receipt.IsSound());
        Assert.False(receipt.IsProvisional);
        return receipt;
    }

    /// <summary>What keeps the person's segments from having a total, as "segment KPI".</summary>
    public static async Task<List<string>> MissingAsync(this TrainingApp app, long cycle, long person, string filter = "") =>
        [
            .. (await (await app.AsAsync(Role.HumanResources)).DoAsync(Get($"/appraisal-cycles/{cycle}/missing-data?pageSize=200{filter}"))).Items()
                .Where(x => x.GetProperty("employeeId").GetInt64() == person).Select(x => $"{x.Number("segment")} {x.Text("kpiCode")}"),
        ];

    /// <summary>A planned cycle of the quarter with this template alone, made behind the program's back.</summary>
    public static AppraisalCycle PlannedBy(Quarter quarter, KpiTemplate template) => AppraisalCycle.Plan(
        quarter,
        new(
            new(), CycleDates.Usual(quarter, new([], [])), ScoringSettings.Usual, DistributionGuideline.Usual, [],
            AppraisalCycleContent.UsualImprovementBelow, [new(template.PositionId, template.Id)]),
        new(new Dictionary<long, PerformanceEventKind>(), new Dictionary<long, KpiTemplate> { [template.Id] = template }));

    public static IReadOnlyList<JsonElement> SetAsides(JsonElement appraisal) => [.. appraisal.GetProperty("setAsides").EnumerateArray()];
}
