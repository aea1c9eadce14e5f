using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.AppraisalCycles;

/// <summary>Appraisal cycles for tests.</summary>
internal static class CycleWorld
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Plans a cycle by the usual numbers.</summary>
    public static Task<JsonElement> PlannedAsync(this HttpClient hr, string quarter, object? dates = null) =>
        hr.DoAsync(Post("/appraisal-cycles", dates is null ? new { quarter } : new { quarter, dates }));

    /// <summary>All that can be edited of the cycle, as it is.</summary>
    public static JsonObject ContentOf(JsonElement cycle)
    {
        var read = JsonNode.Parse(cycle.GetRawText())!.AsObject();
        var content = new JsonObject();
        foreach (var member in (string[])["population", "dates", "settings", "distribution", "improvementBelow"])
        {
            content[member] = read[member]!.DeepClone();
        }

        content["eventCeilings"] = Only(read["eventCeilings"]!, "kindId", "severity", "grade");
        content["templates"] = Only(read["templates"]!, "positionId", "templateId");
        return content;
    }

    public static HttpRequestMessage Edit(JsonElement cycle, JsonObject content) =>
        Put($"/appraisal-cycles/{cycle.Id()}", content, cycle.Version());

    /// <summary>The usual content without templates, as an edit says it.</summary>
    public static object Usual() => new
    {
        population = new { }, dates = new { }, settings = new { }, distribution = new { shares = Array.Empty<object>() },
        eventCeilings = Array.Empty<object>(), improvementBelow = 60, templates = Array.Empty<object>(),
    };

    /// <summary>A cycle by the usual numbers without templates, made behind the program's back for a quarter that nobody else asks about; its
    /// id.</summary>
    public static Task<long> CycleAsync(this TrainingApp app) => app.WriteAsync(async db =>
    {
        var latest = await db.AppraisalCycles.MaxAsync(x => (string?)x.Code, Stop);
        var cycle = Planned(Quarter.Parse(latest) is { Year: >= 2030 } quarter ? quarter.Next : Quarter.Of(new(2030, 1, 1)));
        db.AppraisalCycles.Add(cycle);
        await db.FlushAsync(Stop);
        return cycle.Id;
    });

    public static AppraisalCycle Planned(Quarter quarter, params KpiTemplate[] templates) => AppraisalCycle.Plan(
        quarter,
        new(
            new(), CycleDates.Usual(quarter, new([], [])), ScoringSettings.Usual, DistributionGuideline.Usual, [],
            AppraisalCycleContent.UsualImprovementBelow, [.. templates.Select(x => new CycleTemplate(x.PositionId, x.Id))]),
        new(new Dictionary<long, PerformanceEventKind>(), templates.ToDictionary(x => x.Id)));

    /// <summary>Puts a cycle into a phase behind the program's back.</summary>
    public static Task<bool> PutIntoAsync(this TrainingApp app, long id, AppraisalCyclePhase phase) => app.WriteAsync(async db =>
    {
        var cycle = await db.AppraisalCycles.SingleAsync(x => x.Id == id, Stop);
        db.Entry(cycle).Property(x => x.Phase).CurrentValue = phase;
        return true;
    });

    public static List<string?> Actions(JsonElement cycle) => [.. cycle.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString())];

    private static JsonArray Only(JsonNode rows, params string[] members) =>
    [
        .. rows.AsArray().Select(row =>
        {
            var kept = new JsonObject();
            members.ToList().ForEach(x => kept[x] = row![x]!.DeepClone());
            return (JsonNode)kept;
        }),
    ];
}
