using System.Net;
using System.Text.Json;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Kpis;

/// <summary>HR keeps the library; a change is a version from a quarter on. The clock stands in 2026Q1.</summary>
public sealed class KpiTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task Hr_adds_a_kpi_that_holds_in_every_quarter_and_its_code_is_taken_from_then_on()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await app.CourseAsync("CRS037");
        var position = (await hr.ReadAsync("/positions?q=CS-AGENT")).Items()[0].Id();

        var made = await hr.NewKpiAsync("own-1", $$"""
            {
                "courseIds": [{{course}}, {{course}}], "positionIds": [{{position}}], "otherPositions": [{ "zh": "培训师", "en": "Trainers" }],
                "proposed": ["use", "defaultTarget"], "sources": [{ "document": "制度", "locator": "第三条" }], "minimumSample": 20
            }
            """);

        Assert.Equal(("OWN-1", 1, JsonValueKind.Null), (made.Text("code"), made.Number("number"), made.GetProperty("fromQuarter").ValueKind));
        Assert.Equal(["CRS037"], made.GetProperty("courses").EnumerateArray().Select(x => x.Text("code")));
        Assert.Equal(["CS-AGENT"], made.GetProperty("positions").EnumerateArray().Select(x => x.Text("code")));
        Assert.Equal(["defaultTarget", "use"], made.GetProperty("proposed").EnumerateArray().Select(x => x.GetString()));
        Assert.False(made.GetProperty("suitsEverybody").GetBoolean());
        Assert.Equal(1, (await hr.ReadAsync($"/kpis/{made.Id()}?quarter=1999Q3")).Number("number"));
        await (await hr.TryAsync("/kpis", KpiWorld.Body("Ｏwn-1"))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "kpi.codeTaken");
    }

    [Fact]
    public async Task A_change_holds_from_this_quarter_on_and_the_quarter_before_keeps_what_it_had()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await hr.NewKpiAsync("CHANGED");
        var path = $"/kpis/{kpi.Id()}";

        var changed = await hr.DoAsync(path, KpiWorld.Body(null, """{ "defaultTarget": 97.5, "nameZh": "上门及时率" }"""), kpi.Version(), HttpMethod.Put);

        Assert.Equal((2, "2026Q1", kpi.Version() + 1), (changed.Number("number"), changed.Text("fromQuarter"), changed.Version()));
        Assert.Equal(
            [95m, 97.5m, 97.5m],
            await Task.WhenAll(new[] { "2025Q4", "2026Q1", "2031Q2" }.Select(async x => (await hr.ReadAsync($"{path}?quarter={x}")).GetProperty("defaultTarget").GetDecimal())));
        Assert.Equal("回访及时率", (await hr.ReadAsync($"{path}/versions/1")).Text("nameZh"));
        Assert.Equal([2, 1], (await hr.ReadAsync(path)).GetProperty("versions").EnumerateArray().Select(x => x.Number("number")));
        Assert.Equal("CHANGED", Assert.Single((await hr.ReadAsync("/kpis?q=smjsl")).Items()).Text("code"));
        await (await hr.TryAsync($"{path}/versions/3", null, null, HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task A_change_planned_ahead_is_what_the_library_shows_and_does_not_hold_before_its_quarter()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await hr.NewKpiAsync("PLANNED");
        await hr.EditAsync(kpi.Id(), """{ "fromQuarter": "2026Q3", "decimals": 2 }""");

        Assert.Equal((2, "2026Q3"), Shown(Assert.Single((await hr.ReadAsync("/kpis?code=planned")).Items())));
        Assert.Equal((1, null), Shown(Assert.Single((await hr.ReadAsync("/kpis?code=planned&quarter=2026q2")).Items())));
        Assert.Equal(1, (await hr.ReadAsync($"/kpis/{kpi.Id()}?quarter=2026Q2")).Number("decimals"));

        // The quarters up to the planned one keep theirs, and another change from it on takes its place.
        await (await hr.TryEditAsync(kpi.Id(), """{ "decimals": 3 }""")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "kpi.quarterPast");
        await hr.EditAsync(kpi.Id(), """{ "fromQuarter": "2026Q3", "decimals": 3 }""");
        Assert.Equal(3, (await hr.ReadAsync($"/kpis/{kpi.Id()}?quarter=2026Q3")).Number("decimals"));
    }

    [Fact]
    public async Task A_quarter_gone_by_is_not_changed_and_nothing_is_no_change()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await hr.NewKpiAsync("STEADY");

        await (await hr.TryEditAsync(kpi.Id(), """{ "fromQuarter": "2025Q4", "decimals": 2 }""")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "kpi.quarterPast");
        await (await hr.TryEditAsync(kpi.Id())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "kpi.nothingChanged");
        await (await hr.TryEditAsync(kpi.Id(), """{ "fromQuarter": "2026Q5" }""")).ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request.unreadable");
        await (await hr.TryAsync($"/kpis/{kpi.Id()}?quarter=2026", null, null, HttpMethod.Get)).ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request.parameter");
        Assert.Equal(1, (await hr.ReadAsync($"/kpis/{kpi.Id()}")).Number("number"));
    }

    [Fact]
    public async Task A_quarter_that_has_figures_keeps_their_source_and_period()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await hr.NewKpiAsync("MEASURED");
        var person = await app.PersonAsync(Role.Staff, Standing.Own);
        await hr.DoAsync("/measurements", new { kpiId = kpi.Id(), employeeId = person, period = "2026-01", value = 90 });

        using var refused = await hr.TryEditAsync(kpi.Id(), """{ "period": "quarter" }""");
        await refused.ShouldBeRefusedAsync(HttpStatusCode.Conflict, "kpi.alreadyMeasured");

        var next = await hr.EditAsync(kpi.Id(), """{ "period": "quarter", "fromQuarter": "2026Q2" }""");
        Assert.Equal(("quarter", "2026Q2"), (next.Text("period"), next.Text("fromQuarter")));
    }

    [Fact]
    public async Task Whoever_edits_says_which_version_was_read()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await hr.NewKpiAsync("STALE");
        var (path, body) = ($"/kpis/{kpi.Id()}", KpiWorld.Body(null, """{ "decimals": 2 }"""));

        await (await hr.TryAsync(path, body, null, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing");
        await (await hr.TryAsync(path, body, 9, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        await (await hr.TryAsync("/kpis/987654", body, 1, HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        await (await hr.TryAsync(path + "/retire", null, 9)).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
    }

    [Fact]
    public async Task A_retired_kpi_stays_in_the_library_and_changes_no_more()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await hr.NewKpiAsync("OVER");

        Assert.Equal(JsonValueKind.String, (await hr.DoAsync($"/kpis/{kpi.Id()}/retire")).GetProperty("retiredAt").ValueKind);

        await (await hr.TryAsync($"/kpis/{kpi.Id()}/retire")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "kpi.retired");
        await (await hr.TryEditAsync(kpi.Id(), """{ "decimals": 2 }""")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "kpi.retired");
        await (await hr.TryAsync("/kpis/987654/retire")).ShouldBeRefusedAsync(HttpStatusCode.NotFound, "record.unknown");
        Assert.Equal("OVER", Assert.Single((await hr.ReadAsync("/kpis?retired=true&code=over")).Items()).Text("code"));
        Assert.Empty((await hr.ReadAsync("/kpis?retired=false&code=over")).Items());
    }

    [Theory]
    [InlineData("kpi.decimalsOutOfRange", "decimals", """{ "decimals": 5 }""")]
    [InlineData("kpi.moreDecimals", "defaultTarget", """{ "defaultTarget": 95.55 }""")]
    [InlineData("kpi.rangeReversed", "plausibleTo", """{ "plausibleFrom": 101 }""")]
    [InlineData("kpi.minimumSampleOutOfRange", "minimumSample", """{ "minimumSample": 0 }""")]
    [InlineData("kpi.eventKindMissing", "eventKindCode", """{ "source": "events", "period": "quarter" }""")]
    [InlineData("kpi.trainingMeasureMissing", "trainingMeasure", """{ "source": "training", "period": "quarter" }""")]
    [InlineData("kpi.sourceMember", "eventKindCode", """{ "eventKindCode": "complaint" }""")]
    [InlineData("kpi.sourcePeriod", "period", """{ "source": "events", "eventKindCode": "complaint" }""")]
    [InlineData("kpi.proposedUnknown", "proposed", """{ "proposed": ["name"] }""")]
    [InlineData("kpi.eventKindUnknown", "eventKindCode", """{ "source": "events", "eventKindCode": "nobody", "period": "quarter" }""")]
    [InlineData("kpi.courseUnknown", "courseIds[0]", """{ "courseIds": [987654] }""")]
    [InlineData("kpi.positionUnknown", "positionIds[0]", """{ "positionIds": [987654] }""")]
    public async Task What_cannot_be_measured_is_refused_by_the_name_of_its_member_on_making_and_editing(string code, string member, string given)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kpi = await hr.KpiAsync("K17");

        foreach (var answer in new[] { await hr.TryAsync("/kpis", KpiWorld.Body("BAD-K", given)), await hr.TryEditAsync(kpi.Id(), given) })
        {
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            await answer.ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
            Assert.Equal([member], JsonDocument.Parse(text).RootElement.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        }

        Assert.Empty((await hr.ReadAsync("/kpis?code=BAD-K")).Items());
    }

    [Fact]
    public async Task A_retired_course_position_or_kind_of_event_is_not_chosen_anew_and_stays_where_it_was()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = (await hr.DoAsync("/courses", new { code = "KG-1", nameZh = "课", category = "basics", modules = Array.Empty<object>() })).Id();
        var position = (await hr.DoAsync("/positions", new { code = "KG-1", nameZh = "岗", courseIds = Array.Empty<long>() })).Id();
        var kind = (await hr.ReadAsync("/performance-event-kinds?q=saving-made")).Items()[0];
        (string Given, string Refusal)[] cases =
        [
            ($$"""{ "courseIds": [{{course}}] }""", "course.retired"),
            ($$"""{ "positionIds": [{{position}}] }""", "position.retired"),
            ("""{ "source": "events", "eventKindCode": "saving-made", "period": "quarter" }""", "performanceEventKind.retired"),
        ];
        var before = await Task.WhenAll(cases.Select((x, i) => hr.NewKpiAsync($"KG-{i}", x.Given)));
        var plain = await hr.NewKpiAsync("KG-9");
        await hr.DoAsync($"/courses/{course}/retire", new { }, 1);
        await hr.DoAsync($"/positions/{position}/retire");
        await hr.DoAsync($"/performance-event-kinds/{kind.Id()}/retire");

        foreach (var (i, (given, refusal)) in cases.Index())
        {
            await (await hr.TryAsync("/kpis", KpiWorld.Body("KG-4", given))).ShouldBeRefusedAsync(HttpStatusCode.Conflict, refusal);
            await (await hr.TryEditAsync(plain.Id(), given)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, refusal);
            var edited = await hr.EditAsync(before[i].Id(), given.Replace("{ ", """{ "decimals": 2, """, StringComparison.Ordinal));
            Assert.Equal(2, edited.Number("number"));
        }
    }

    [Fact]
    public async Task Everybody_reads_the_library_and_hr_alone_writes_it()
    {
        var staff = await app.AsAsync(Role.Staff);
        var kpi = await staff.KpiAsync("K01");

        Assert.Equal(("客户满意度", "Customer satisfaction"), (kpi.Text("nameZh"), kpi.Text("nameEn")));
        await (await staff.TryAsync("/kpis", KpiWorld.Body("STAFFS"))).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.role");
        await (await staff.TryAsync($"/kpis/{kpi.Id()}", KpiWorld.Body(), kpi.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.role");
        await (await staff.TryAsync($"/kpis/{kpi.Id()}/retire")).ShouldBeRefusedAsync(HttpStatusCode.Forbidden, "access.role");
    }

    private static (int Number, string? FromQuarter) Shown(JsonElement row) => (row.Number("number"), row.GetProperty("fromQuarter").GetString());
}
