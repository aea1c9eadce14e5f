using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Measurements;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.KpiTemplates.KpiTemplateWorld;

namespace Training.Api.Tests.Goals;

/// <summary>A position with a template of its own and people in it, for goals and trials.</summary>
/// <param name="Position">The position.</param>
/// <param name="Rate">A rate by month, averaged: ratio against 90, weight 60.</param>
/// <param name="Complaints">Complaints of the quarter: 100 less 20 each, weight 40.</param>
/// <param name="Template">The published template, in force from the first quarter of 2026 on.</param>
internal sealed record GoalPosition(long Position, long Rate, long Complaints, JsonElement Template)
{
    /// <summary>The template's only section, with another weight or curve for the rate.</summary>
    public JsonArray Sections(decimal rateWeight = 60, JsonNode? method = null) =>
        new(Section("业绩", 100, Item(Rate, rateWeight, method ?? Ratio(), method is null ? 90 : null), Item(Complaints, 100 - rateWeight, LessPerComplaint())));

    public static JsonNode LessPerComplaint() => new JsonObject { ["kind"] = "deduction", ["start"] = 100, ["pointsPerUnit"] = 20 };
}

internal static class GoalWorld
{
    /// <summary>A position whose people are scored by a rate and by their complaints.</summary>
    public static async Task<GoalPosition> GoalPositionAsync(this TrainingApp app, string code, string fromQuarter = "2026Q1")
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = await hr.NewPositionAsync(code);
        var rate = await app.AddKpiAsync($"{code}R", decimals: 2);
        var complaints = await app.AddKpiAsync($"{code}C", decimals: 0, source: KpiSource.Events);
        var world = new GoalPosition(position, rate, complaints, default);
        var made = await hr.DoAsync(Post(
            "/kpi-templates", new JsonObject { ["code"] = code, ["positionId"] = position, ["nameZh"] = "绩效", ["sections"] = world.Sections() }));
        return world with { Template = await hr.PublishAsync(made, fromQuarter) };
    }

    /// <summary>A KPI worked out from training.</summary>
    public static Task<long> LearntAsync(this TrainingApp app, string code, TrainingMeasure measure) => app.WriteAsync(async db =>
    {
        var kpi = Training.Domain.Kpis.Kpi.Create(code, Measured.Content(code, KpiPeriod.Quarter, 2, KpiSource.Training) with { TrainingMeasure = measure });
        kpi.FindBy(code, code);
        db.Kpis.Add(kpi);
        await db.FlushAsync(CancellationToken.None);
        return kpi.Id;
    });

    /// <summary>A position of its own whose people are scored by these items, from the first quarter of 2026 on.</summary>
    public static async Task<long> PositionScoredByAsync(this TrainingApp app, string code, params JsonNode[] items)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = await hr.NewPositionAsync(code);
        await hr.PublishAsync(await hr.DoAsync(Post("/kpi-templates", new JsonObject
        {
            ["code"] = code, ["positionId"] = position, ["nameZh"] = "绩效", ["sections"] = new JsonArray(Section("业绩", 100, items)),
        })), "2026Q1");
        return position;
    }

    /// <summary>What the person's goals of the first quarter of 2026 come to, as HR reads them.</summary>
    public static async Task<IReadOnlyList<JsonElement>> GoalsAsync(this TrainingApp app, long person) =>
        (await (await app.AsAsync(Role.HumanResources)).DoAsync(Get($"/employees/{person}/goals?quarter=2026Q1"))).Items();

    /// <summary>Somebody in the position, under the world's supervisor.</summary>
    public static async Task<long> InPositionAsync(this TrainingApp app, GoalPosition world, (DateOnly From, Placement Place)? moves = null) =>
        await app.HireAsync(await app.PlaceAsync(world), moves);

    public static async Task<Placement> PlaceAsync(this TrainingApp app, GoalPosition world)
    {
        var (department, supervisor) = (await app.DepartmentAsync("CS"), await app.PersonAsync(Role.Supervisor, Standing.Own));
        return new Placement(department, world.Position, supervisor);
    }

    /// <summary>A rate of the person in a month, entered by HR.</summary>
    public static async Task RateAsync(this TrainingApp app, GoalPosition world, long person, string month, decimal value) =>
        await (await app.AsAsync(Role.HumanResources)).RecordedAsync(world.Rate, person, month, value);

    /// <summary>A complaint about the person, reported by HR on its day and confirmed by an approver since.</summary>
    public static Task<long> ComplainedAsync(this TrainingApp app, long person, DateOnly day) => app.WriteAsync(async db =>
    {
        var kind = await db.PerformanceEventKinds.SingleAsync(x => x.Code == "COMPLAINT");
        var employee = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == person);
        var accounts = await db.Users.ToDictionaryAsync(x => x.UserName!, x => x.Id);
        var content = new PerformanceEventContent(day, EventSeverity.Serious, true, null, null, null, null, "等待过久", null);
        var now = app.Clock.GetUtcNow();
        var happened = PerformanceEvent.Report(
            employee, kind, content, new(accounts["humanResources"], null, true, true), now, day, WorkingCalendar.Of([], []));
        happened.Confirm(null, new(accounts["approver"], null, false, true), now, day.AddDays(30));
        db.PerformanceEvents.Add(happened);
        await db.FlushAsync(CancellationToken.None);
        return happened.Id;
    });

    public static JsonElement Of(this IEnumerable<JsonElement> goals, long kpi) => goals.Single(x => x.GetProperty("kpiId").GetInt64() == kpi);

    public static decimal? Figure(this JsonElement goal, string member) =>
        goal.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
