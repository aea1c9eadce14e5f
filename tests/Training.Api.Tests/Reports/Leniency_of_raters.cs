using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Audit;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Reports;

/// <summary>How raters' marks stand against the figures beside them.</summary>
public sealed class Leniency_of_raters
{
    private const string Path = "/reports/rater-leniency";

    [Fact]
    public async Task Each_rater_but_the_caller_is_compared_with_the_figures_and_with_the_company()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Approver));
        var by = await app.MixedPositionAsync("RL1");
        var (first, second) = (await app.CompleteInAsync(by, "CS"), await app.CompleteInAsync(by, "CS"));
        var third = await app.CompleteInAsync(by, "CS", await app.PersonAsync(Role.HumanResources, Standing.Own));
        await app.AddAccountAsync("rl-third", third, Role.Staff);
        var cycle = await app.ComparedAsync(by);
        await app.MarkAsync(supervisor, cycle, first, 80);
        await app.MarkAsync(supervisor, cycle, second, 90);
        await app.MarkAsync(hr, cycle, third, 50);
        Assert.Empty((await approver.DoAsync(Get(Path))).Items());
        await app.CalibratingAsync(cycle);

        // Totals 92.50, 94.50 and 86.50 against 95.63 by the figures of each; of all three 91.17.
        var others = $"{World.NumberOf(Role.Supervisor, Standing.Own)} 2 2 2 93.5 95.63 -2.13 -4.46";
        var ofHr = $"{World.NumberOf(Role.HumanResources, Standing.Own)} 1 1 1 86.5 95.63 -9.13 -4.46";
        Assert.Equal([others, ofHr], (await approver.DoAsync(Get(Path))).Items().Select(Written));
        Assert.Equal([ofHr, others], (await approver.DoAsync(Get($"{Path}?cycleId={cycle}&sort=leniency"))).Items().Select(Written));
        Assert.Equal([others], (await hr.DoAsync(Get($"{Path}?quarter=2025Q4"))).Items().Select(Written));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.role", Get(Path));

        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/calibrate", new { }));
        await hr.PublishAsync(cycle);
        await app.FigureAsync(by.First, first, "2025-11", 10);

        // As they were published, whatever is entered afterwards.
        Assert.Equal([others, ofHr], (await approver.DoAsync(Get(Path))).Items().Select(Written));
        Assert.Equal(["-2.13", "-9.13"], await approver.ColumnAsync(Path, "leniency"));
        Assert.Equal(["-4.46", "-4.46"], await approver.ColumnAsync(Path, "companyLeniency"));
        await app.Services.GetRequiredService<WriteLookups>().RunAsync(TestContext.Current.CancellationToken);
        var read = (await (await app.SignInAsync("rl-third")).DoAsync(Get("/my/lookups"))).Items();
        Assert.Contains(read, x => (x.Text("kind"), x.Text("readerUserName")) == ("score", "approver"));
    }

    [Fact]
    public async Task Segments_of_the_caller_and_of_who_stands_above_are_left_out()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var by = await app.MixedPositionAsync("RL2");
        var boss = await app.CompleteInAsync(by, "CS");
        await app.AddAccountAsync("rl-boss", boss, Role.Supervisor);
        var judge = await app.CompleteInAsync(by, "CS", boss);
        await app.AddAccountAsync("rl-judge", judge, Role.HumanResources);
        var cycle = await app.ComparedAsync(by);
        await app.MarkAsync(supervisor, cycle, boss, 80);
        await app.MarkAsync(await app.SignInAsync("rl-boss"), cycle, judge, 50);
        await app.CalibratingAsync(cycle);

        Assert.Equal(2, (await hr.DoAsync(Get(Path))).Number("total"));
        Assert.Empty((await (await app.SignInAsync("rl-judge")).DoAsync(Get(Path))).Items());
    }

    [Fact]
    public async Task Before_the_quarter_is_over_nothing_is_compared()
    {
        await using var app = await CycleReportWorld.StartedAsync();
        var hr = await app.AsAsync(Role.HumanResources);
        Assert.Empty((await hr.DoAsync(Get(Path))).Items());
        var cycle = await hr.OpenedAsync("2026Q1");

        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.quarterRunning", Get(Path));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "appraisalCycle.quarterRunning", Get($"{Path}?cycleId={cycle}"));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"{Path}?cycleId=9999999"));
    }

    private static string Written(JsonElement x) =>
        $"{x.Text("raterNumber")} {x.Number("people")} {x.Number("scoredSegments")} {x.Number("comparedSegments")} {x.Decimal("meanTotal")} "
        + $"{x.Decimal("meanByFigures")} {x.Decimal("leniency")} {x.Decimal("companyLeniency")}";
}
