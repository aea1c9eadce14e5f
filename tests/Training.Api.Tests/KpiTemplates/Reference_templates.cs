using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Seeding;
using Training.Api.Queries;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Seeding;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.KpiTemplates;

/// <summary>The six templates that come with the program, and how they follow their file.</summary>
public sealed class Reference_templates(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Each_of_the_six_positions_has_one_from_the_beginning_with_sections_items_and_a_reason_for_every_weight()
    {
        var templates = await TemplatesAsync("2019Q1");
        var positions = await app.ReadAsync(db => db.Positions.ToDictionaryAsync(x => x.Id, x => x.Code));

        Assert.Equal(
            ["COMPLAINT-HANDLER", "CS-AGENT", "CS-MANAGER", "CS-SUPERVISOR", "ORDER-HANDLER", "SHOP-AGENT"],
            templates.Keys.Select(x => positions[x]).Order(StringComparer.Ordinal));
        foreach (var template in templates.Values)
        {
            Assert.Equal(100m, template.Sections.Sum(x => x.Weight));
            Assert.All(template.Sections, x => Assert.Equal(100m, x.Items.Sum(y => y.Weight)));
            Assert.True(template.Sections.Count >= 3, template.Code);
            Assert.InRange(ItemsOf(template).Count(), 7, 20);
            Assert.All(ItemsOf(template), x => Assert.True(x.IsProposed, template.Code));
            Assert.All(ItemsOf(template).SelectMany(x => new[] { x.ReasonZh, x.ReasonEn }), x => Assert.Matches("^[^\n]+$", x));
        }
    }

    [Fact]
    public async Task They_use_all_six_methods_a_target_band_and_a_ceiling()
    {
        var items = (await TemplatesAsync("2026Q1")).Values.SelectMany(ItemsOf).ToList();

        Assert.Equal(Enum.GetValues<ScoringMethodKind>(), items.Select(x => x.Method.Kind).Distinct().Order());
        Assert.Contains(items, x => x.Method.Points?.Select(y => (y.X, y.Score)).SequenceEqual([(180m, 0m), (240m, 100m), (360m, 100m), (480m, 0m)]) == true);
        Assert.Contains(items, x => x.Ceiling == new ItemCeiling("C", 60m));
        var rated = await app.ReadAsync(db => db.Kpis.Where(x => x.Code == "K04" || x.Code == "K56" || x.Code == "K57").Select(x => x.Id).ToListAsync());
        Assert.All(items, x => Assert.Equal(rated.Contains(x.KpiId), x.Method.Kind == ScoringMethodKind.Rating));
    }

    [Fact]
    public async Task Each_takes_the_kpis_of_its_own_position_alone()
    {
        var kpis = await app.ReadAsync(db => db.Kpis.Include(x => x.Versions).ThenInclude(x => x.Positions).ToDictionaryAsync(x => x.Id));

        foreach (var template in (await TemplatesAsync("2026Q1")).Values)
        {
            Assert.All(ItemsOf(template).Select(x => kpis[x.KpiId]), x => Assert.True(
                x.Latest.PositionIds.Count == 0 || x.Latest.PositionIds.Contains(template.PositionId), $"{template.Code} has {x.Code}"));
        }
    }

    [Fact]
    public async Task A_changed_file_is_the_next_version_from_this_quarter_on_and_what_hr_revised_is_left_alone()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        using var folder = await SeedFolder.LoadedAsync(app);
        var agent = (await hr.DoAsync(Get("/kpi-templates?code=KT03"))).Items()[0];
        await hr.DoAsync(Post($"/kpi-templates/{agent.Id()}/revise"));
        folder.Put("kpi-templates.json", "客户服务人员绩效模板", "客户服务人员绩效模板（新）");
        folder.Put("kpi-templates.json", "网店客服绩效模板", "网店客服绩效模板（新）");

        var report = await folder.LoadAsync(app);

        Assert.Equal((0, 1), (report.Added, report.Updated));
        Assert.Contains(new LeftRecord("kpiTemplate", "KT03", LeftAlone.ChangedHere), report.Left);
        Assert.Equal(
            ["网店客服绩效模板（新）", "网店客服绩效模板"], (await hr.DoAsync(Get("/kpi-templates?code=KT06"))).Items().Select(x => x.Text("nameZh")));
        var shop = await app.PositionAsync("SHOP-AGENT");
        Assert.Equal([1, 2], new[] { await hr.InForceAsync(shop, "2025Q4"), await hr.InForceAsync(shop, "2026Q1") });
        Assert.Equal((0, 0), await AgainAsync(folder));
    }

    [Theory]
    [InlineData("\"positionCode\": \"SHOP-AGENT\"", "\"positionCode\": \"NOBODY\"", "there is no position NOBODY")]
    [InlineData("\"positionCode\": \"SHOP-AGENT\"", "\"positionCode\": \"CS-AGENT\"", "template KT06 is for another position")]
    [InlineData("\"kpiCode\": \"K28\"", "\"kpiCode\": \"K99\"", "there is no KPI K99")]
    [InlineData("\"scope\": \"own\"", "\"scope\": \"team\"", "accepted is one of own, department")]
    public async Task A_fault_of_the_file_is_told_with_its_line_and_keeps_the_load_out(string old, string given, string said)
    {
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.PutAfter("kpi-templates.json", "\"KT06\"", old, given);

        var fault = await Assert.ThrowsAsync<ReferenceFault>(() => folder.LoadAsync(app));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.Matches("kpi-templates.json.*[0-9]", fault.Message);
    }

    private Task<Dictionary<long, KpiTemplate>> TemplatesAsync(string quarter) =>
        app.ReadAsync(db => db.TemplatesInForceAsync(Quarter.Parse(quarter)!.Value, TestContext.Current.CancellationToken));

    private static IEnumerable<KpiTemplateItem> ItemsOf(KpiTemplate template) => template.Sections.SelectMany(x => x.Items);

    private async Task<(int Added, int Updated)> AgainAsync(SeedFolder folder)
    {
        var report = await folder.LoadAsync(app);
        return (report.Added, report.Updated);
    }
}
