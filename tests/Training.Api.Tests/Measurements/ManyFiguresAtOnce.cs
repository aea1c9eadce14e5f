using System.Globalization;
using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Measurements;

public sealed class ManyFiguresAtOnce(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly string Staff = World.NumberOf(Role.Staff, Standing.Own);

    [Fact]
    public async Task Thousands_are_entered_in_one_act_changed_by_the_next_and_left_alone_by_the_same_again()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("B1", KpiPeriod.Day);
        var days = Enumerable.Range(0, 59).Select(x => new DateOnly(2026, 1, 1).AddDays(x)).ToList();
        var numbers = Enum.GetValues<Role>()
            .SelectMany(role => new[] { Standing.Direct, Standing.Below, Standing.Former }.Select(x => World.NumberOf(role, x))).ToList();
        object Rows(decimal more) => numbers.SelectMany(_ => days, (number, day) => new
        {
            employeeNumber = number, kpiCode = "b1", period = day.ToString("O", CultureInfo.InvariantCulture), value = day.DayOfYear + (day.Day == 1 ? more : 0),
        });

        Told((1062, 0, 0, 0), await hr.DoAsync(Batch(Rows(0))));
        Told((0, 36, 1026, 0), await hr.DoAsync(Batch(Rows(0.5m))));
        Told((0, 0, 1062, 0), await hr.DoAsync(Batch(Rows(0.5m))));

        var kept = await app.KeptAsync("B1");
        Assert.Equal(1062, kept.Count);
        Assert.Contains($"{numbers[0]} 2026-02-01 32.5", kept);
    }

    [Fact]
    public async Task Every_fault_is_named_by_its_place_and_nothing_is_changed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("B2", from: 0, to: 100);
        object Row(string? who, string kpi, string period, decimal value, string? department = null) =>
            new { employeeNumber = who, departmentCode = department, kpiCode = kpi, period, value };

        async Task NamedAsync(string place, string code, params object[] rows)
        {
            var problem = await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "measurement.refused", Batch(rows));
            Assert.Equal(code, problem.GetProperty("errors").GetProperty(place)[0].Text("code"));
        }

        var good = Row(Staff, "B2", "2026-01", 50);
        var unreadable = await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", Batch(new[] { good, Row(Staff, "B2", "January", 1) }));
        Assert.Equal("fault.period", unreadable.GetProperty("errors").GetProperty("measurements[1].period")[0].Text("code"));
        await NamedAsync("measurements[1].employeeNumber", "measurement.personUnknown", good, Row("W999", "B2", "2026-02", 1));
        await NamedAsync("measurements[1].departmentCode", "measurement.departmentUnknown", good, Row(null, "B2", "2026-02", 1, "NOWHERE"));
        await NamedAsync("measurements[0].employeeNumber", "measurement.oneSubject", Row(Staff, "B2", "2026-02", 1, "CS"), good);
        await NamedAsync("measurements[1].kpiCode", "measurement.kpiUnknown", good, Row(Staff, "B99", "2026-02", 1));
        await NamedAsync("measurements[1].period", "measurement.twice", good, Row(Staff, "b2", " 2026-01 ", 51));
        await NamedAsync("measurements[1].value", "measurement.moreDecimals", good, Row(Staff, "B2", "2026-02", 1.25m));
        await NamedAsync("measurements[1].value", "measurement.implausible", good, Row(Staff, "B2", "2026-02", 101));

        Assert.Empty(await app.KeptAsync("B2"));
        Told((2, 0, 0, 0), await hr.DoAsync(Post(
            "/measurements/batch", new { measurements = new[] { good, Row(Staff, "B2", "2026-02", 101) }, confirm = true })));
        Assert.Equal(["W031 2026-01 50", "W031 2026-02 101"], await app.KeptAsync("B2"));
    }

    [Fact]
    public async Task Sent_again_with_its_key_it_is_answered_as_before_and_another_body_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("B3");
        HttpRequestMessage Send(decimal value)
        {
            var request = Batch(new[] { new { employeeNumber = Staff, kpiCode = "B3", period = "2026-01", value } });
            request.Headers.Add("Idempotency-Key", "batch-b3");
            return request;
        }

        Told((1, 0, 0, 0), await hr.DoAsync(Send(1)));
        Told((1, 0, 0, 0), await hr.DoAsync(Send(1)));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "idempotency.otherRequest", Send(2));

        Assert.Equal(["W031 2026-01 1"], await app.KeptAsync("B3"));
    }

    [Fact]
    public async Task Ones_own_figure_is_left_out_and_named_and_departments_stand_beside_people()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await app.AddKpiAsync("B4");
        var rows = new object[]
        {
            new { employeeNumber = World.NumberOf(Role.HumanResources, Standing.Own), kpiCode = "B4", period = "2026-01", value = 100 },
            new { departmentCode = "cs", kpiCode = "B4", period = "2026-01", value = 90, sampleSize = 12 },
            new { employeeNumber = Staff, kpiCode = "B4", period = "2026-01", value = 80 },
        };

        var answer = await hr.DoAsync(Post("/measurements/batch", new { measurements = rows, source = "呼叫系统" }));

        Told((2, 0, 0, 0), answer);
        Assert.Equal([0], answer.GetProperty("leftOut").EnumerateArray().Select(x => x.GetInt32()));
        Assert.Equal(["CS 2026-01 90", "W031 2026-01 80"], (await app.KeptAsync("B4")).Order());
        var listed = (await hr.DoAsync(Get("/measurements?isOfDepartment=true&source=api"))).Items();
        Assert.Equal("呼叫系统#1", Assert.Single(listed, x => x.GetProperty("kpi").Text("code") == "B4").Text("sourceRow"));
    }

    private static HttpRequestMessage Batch(object rows) => Post("/measurements/batch", new { measurements = rows });

    private static void Told((int Created, int Changed, int Same, int Queued) expected, JsonElement answer) =>
        Assert.Equal(expected, (answer.Number("created"), answer.Number("changed"), answer.Number("same"), answer.Number("queued")));
}
