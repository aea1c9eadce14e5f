using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using static Training.Api.Tests.Access.AccessCase;
using static Training.Api.Tests.Measurements.Measured;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Measurements;

public sealed class RecordingFigures(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Wrong = HttpStatusCode.UnprocessableEntity;
    private const HttpStatusCode Now = HttpStatusCode.Conflict;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_figure_is_entered_changed_and_taken_away_and_its_history_is_kept()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("R1"), await StaffAsync());

        var made = await hr.DoAsync(Post(
            "/measurements", new { kpiId = kpi, employeeId = person, period = "2026-02", value = 92.5, sampleSize = 40, sourceRow = "台账第3行" }));
        var figure = made.GetProperty("measurement");
        Assert.Equal(("2026-02", "2026-02-01", "2026-02-28", "manual", "台账第3行"), (
            figure.Text("period"), figure.Text("periodFrom"), figure.Text("periodTo"), figure.Text("source"), figure.Text("sourceRow")));
        await hr.RefusedAsync(Now, "measurement.exists", "period", Figure(kpi, person, "2026-02", 93));
        var changed = await hr.DoAsync(Put($"/measurements/{figure.Id()}", new { value = 93.1 }, 1));
        Assert.Equal(2, changed.GetProperty("measurement").Version());

        var read = await hr.DoAsync(Get($"/measurements/{figure.Id()}"));
        Assert.Equal(
            [(92.5m, 40), (93.1m, (int?)null)],
            read.GetProperty("history").EnumerateArray().Select(x => (
                x.GetProperty("value").GetDecimal(),
                x.GetProperty("sampleSize") is { ValueKind: JsonValueKind.Number } size ? size.GetInt32() : (int?)null)));
        Assert.Equal("humanResources", read.GetProperty("history")[1].Text("by"));

        var gone = await hr.DoAsync(Post($"/measurements/{figure.Id()}/remove", new { reason = "重复" }, 2));
        Assert.Equal("recorded", gone.Text("state"));
        Assert.Empty(await app.KeptAsync("R1"));
    }

    [Fact]
    public async Task Of_two_writers_on_one_figure_the_second_is_told_that_it_was_changed()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("R2"), await StaffAsync());
        var figure = await hr.RecordedAsync(kpi, person, "2026-01", 80);

        await hr.DoAsync(Put($"/measurements/{figure.Id()}", new { value = 81 }, 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put($"/measurements/{figure.Id()}", new { value = 82 }, 1));

        Assert.Equal(["W031 2026-01 81"], await app.KeptAsync("R2"));
    }

    [Fact]
    public async Task The_second_click_with_the_same_key_records_nothing_twice()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("R3"), await StaffAsync());
        HttpRequestMessage Click(decimal value)
        {
            var request = Figure(kpi, person, "2026-01", value);
            request.Headers.Add("Idempotency-Key", "click-r3");
            return request;
        }

        var (first, again) = (await hr.DoAsync(Click(70)), await hr.DoAsync(Click(70)));

        Assert.Equal(first.ToString(), again.ToString());
        await hr.RefusedAsync(Wrong, "idempotency.otherRequest", Click(71));
        Assert.Equal(["W031 2026-01 70"], await app.KeptAsync("R3"));
    }

    [Fact]
    public async Task A_figure_outside_the_plausible_range_is_asked_about_and_kept_as_confirmed()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("R4", from: 0, to: 100), await StaffAsync());

        await hr.RefusedAsync(Wrong, "measurement.implausible", "value", Figure(kpi, person, "2026-01", 100.1m));
        var figure = (await hr.DoAsync(Figure(kpi, person, "2026-01", 100.1m, confirm: true))).GetProperty("measurement");
        await hr.RecordedAsync(kpi, person, "2026-02", 100);

        Assert.True(figure.GetProperty("isImplausible").GetBoolean());
        var odd = (await hr.DoAsync(Get($"/measurements?kpiId={kpi}&isImplausible=true"))).Items();
        Assert.Equal([figure.Id()], odd.Select(x => x.Id()));
        await hr.RefusedAsync(Wrong, "measurement.implausible", "value", Put($"/measurements/{figure.Id()}", new { value = -1 }, 1));
        await hr.DoAsync(Put($"/measurements/{figure.Id()}", new { value = -1, confirm = true }, 1));
        var plain = (await hr.DoAsync(Put($"/measurements/{figure.Id()}", new { value = 99 }, 2))).GetProperty("measurement");
        Assert.False(plain.GetProperty("isImplausible").GetBoolean());
    }

    [Fact]
    public async Task Decimals_and_period_are_those_of_the_version_in_force_in_that_quarter()
    {
        var (hr, kpi, person) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("R5", decimals: 1), await StaffAsync());
        await app.WriteAsync(async db =>
        {
            var kept = await db.Kpis.Include(x => x.Versions).SingleAsync(x => x.Id == kpi, Stop);
            kept.Edit(Content("R5", KpiPeriod.Day, 2), Quarter.Parse("2026Q1")!.Value, Quarter.Parse("2025Q1")!.Value);
            return true;
        });

        await hr.RefusedAsync(Wrong, "measurement.moreDecimals", "value", Figure(kpi, person, "2025-12", 90.25m));
        await hr.RefusedAsync(Wrong, "measurement.periodKind", "period", Figure(kpi, person, "2025-12-31", 90.2m));
        await hr.RefusedAsync(Wrong, "measurement.periodKind", "period", Figure(kpi, person, "2026-02", 90.2m));
        var figure = await hr.RecordedAsync(kpi, person, "2026-01-01", 90.25m);

        await hr.RefusedAsync(Wrong, "measurement.moreDecimals", "value", Put($"/measurements/{figure.Id()}", new { value = 90.255 }, 1));
        await hr.DoAsync(Put($"/measurements/{figure.Id()}", new { value = 90.2600m }, 1));
    }

    [Fact]
    public async Task What_the_kpi_or_the_day_does_not_allow_is_named()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await StaffAsync());
        var (month, day) = (await app.AddKpiAsync("R6"), await app.AddKpiAsync("R6D", KpiPeriod.Day, 0));
        var (events, training, rooms) = (
            await app.AddKpiAsync("R6E", source: KpiSource.Events), await app.AddKpiAsync("R6T", source: KpiSource.Training),
            await app.AddKpiAsync("R6R", use: KpiUse.Department));
        await app.WriteAsync(async db =>
        {
            (await db.Kpis.Include(x => x.Versions).SingleAsync(x => x.Id == day, Stop)).Retire(new DateTimeOffset(2026, 2, 15, 4, 0, 0, TimeSpan.Zero));
            return true;
        });

        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", "period", Figure(month, person, "2026-13", 1));
        await hr.RefusedAsync(Now, "measurement.inFuture", "period", Figure(month, person, "2026-04", 1));
        await hr.RecordedAsync(month, person, "2026-03", 1);
        await hr.RefusedAsync(Now, "kpi.retired", "kpiId", Figure(day, person, "2026-02-15", 1));
        await hr.RecordedAsync(day, person, "2026-02-14", 1);
        await hr.RefusedAsync(Wrong, "measurement.comesByItself", "kpiId", Figure(events, person, "2026Q1", 1));
        await hr.RefusedAsync(Wrong, "measurement.comesByItself", "kpiId", Figure(training, person, "2026Q1", 1));
        await hr.RefusedAsync(Wrong, "measurement.ofDepartments", "kpiId", Figure(rooms, person, "2026-01", 1));
        await hr.RefusedAsync(Wrong, "measurement.kpiUnknown", "kpiId", Figure(999_999, person, "2026-01", 1));
        await hr.RefusedAsync(Wrong, "measurement.sampleOutOfRange", "sampleSize", Figure(month, person, "2026-01", 1, sampleSize: 0));
        await hr.RefusedAsync(Wrong, "measurement.tooLarge", "value", Figure(month, person, "2026-01", 1_000_000_000_000_000m));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Figure(month, 999_999, "2026-01", 1));
        await hr.RefusedAsync(Wrong, "measurement.oneSubject", Post("/measurements", new { kpiId = month, period = "2026-01", value = 1 }));
        var figure = await hr.RecordedAsync(month, person, "2026-01", 1);
        await hr.RefusedAsync(Wrong, "measurement.sampleOutOfRange", Put($"/measurements/{figure.Id()}", new { value = 1, sampleSize = 1_000_001 }, 1));
        await hr.RefusedAsync(Wrong, "measurement.tooLarge", Put($"/measurements/{figure.Id()}", new { value = 1_000_000_000_000_000m }, 1));
    }

    [Fact]
    public async Task A_leaver_has_figures_up_to_the_month_of_leaving_and_none_after()
    {
        var (hr, kpi) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("R7"));
        var leaver = await Hired.HireAsync(app, "R7-01", leftOn: new(2026, 1, 5));

        await hr.RecordedAsync(kpi, leaver, "2026-01", 60);
        await hr.RefusedAsync(Now, "measurement.notEmployed", "employeeId", Figure(kpi, leaver, "2026-02", 60));
    }

    [Fact]
    public async Task A_department_has_figures_of_its_own_which_its_people_see_and_its_head_does_not_enter()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var kpi = await app.AddKpiAsync("R8", use: KpiUse.Department);
        var (service, finance) = (await app.DepartmentAsync("CS"), await app.DepartmentAsync("FIN"));
        HttpRequestMessage Of(long department, string period = "2026-01") =>
            Post("/measurements", new { kpiId = kpi, departmentId = department, period, value = 88 });

        var seen = (await hr.DoAsync(Of(service))).GetProperty("measurement");
        var hidden = (await hr.DoAsync(Of(finance))).GetProperty("measurement");
        Assert.Equal("CS", seen.GetProperty("department").Text("code"));
        foreach (var client in new[] { supervisor, await app.AsAsync(Role.Staff) })
        {
            Assert.Equal([seen.Id()], (await client.DoAsync(Get($"/measurements?kpiId={kpi}&isOfDepartment=true"))).Items().Select(x => x.Id()));
            await client.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/measurements/{hidden.Id()}"));
        }

        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.relation", Of(service, "2026-02"));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.relation", Put($"/measurements/{seen.Id()}", new { value = 1 }, 1));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Of(999_999));

        var self = await app.PersonAsync(Role.HumanResources, Standing.Own);
        await hr.DoAsync(Post("/departments", new { code = "R8-HEADED", nameZh = "人资", headId = self }));
        var headed = await app.DepartmentAsync("R8-HEADED");
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Of(headed));
        var retired = (await hr.DoAsync(Post("/departments", new { code = "R8-GONE", nameZh = "旧" }))).Id();
        await app.WriteAsync(async db =>
        {
            (await db.Departments.SingleAsync(x => x.Id == retired, Stop)).Retire(new DateTimeOffset(2026, 1, 10, 4, 0, 0, TimeSpan.Zero), new(2026, 1, 10));
            return true;
        });
        await hr.DoAsync(Of(retired));
        await hr.RefusedAsync(Now, "measurement.departmentRetired", "departmentId", Of(retired, "2026-02"));
    }

    [Fact]
    public async Task A_supervisor_enters_by_hand_for_direct_reports_of_the_day_and_nothing_that_comes_from_files()
    {
        var (supervisor, hr) = (await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.HumanResources));
        var (kpi, fromFiles) = (await app.AddKpiAsync("R9"), await app.AddKpiAsync("R9F", source: KpiSource.Import));
        var (direct, former, own) = (
            await app.PersonAsync(Role.Supervisor, Standing.Direct), await app.PersonAsync(Role.Supervisor, Standing.Former),
            await app.PersonAsync(Role.Supervisor, Standing.Own));

        await supervisor.RecordedAsync(kpi, direct, "2026-01", 75);
        await supervisor.RecordedAsync(kpi, former, "2026-01", 76);
        await supervisor.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Figure(kpi, former, "2026-02", 76));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Figure(kpi, own, "2026-02", 100));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "measurement.notByHand", Figure(fromFiles, direct, "2026-01", 1));
        var figure = await hr.RecordedAsync(fromFiles, direct, "2026-01", 1);
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "measurement.notByHand", Put($"/measurements/{figure.Id()}", new { value = 2 }, 1));
        var mine = await hr.RecordedAsync(kpi, own, "2026-01", 50);
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Put($"/measurements/{mine.Id()}", new { value = 100 }, 1));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "access.own", Post($"/measurements/{mine.Id()}/remove", new { reason = "不要" }, 1));
        Assert.Contains("\"value\":50", (await supervisor.DoAsync(Get($"/measurements/{mine.Id()}"))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_searched_filtered_and_sorted()
    {
        var (hr, kpi) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("R10", KpiPeriod.Day));
        var (first, second) = (await Hired.HireAsync(app, "R10-A"), await Hired.HireAsync(app, "R10-B"));
        await hr.RecordedAsync(kpi, first, "2026-01-05", 3);
        await hr.RecordedAsync(kpi, second, "2026-01-06", 2);
        await hr.RecordedAsync(kpi, first, "2026-02-07", 1);

        async Task<IEnumerable<int>> FoundAsync(string query) =>
            (await hr.DoAsync(Get($"/measurements?kpiId={kpi}&{query}"))).Items().Select(x => x.Number("value"));

        Assert.Equal([1, 2, 3], await FoundAsync("quarter=2026Q1"));
        Assert.Empty(await FoundAsync("quarter=2025Q4"));
        Assert.Equal([3, 1], await FoundAsync("q=r10-a&sort=period"));
        Assert.Equal([2, 1], await FoundAsync("periodFrom=2026-01-06&sort=-value"));
        Assert.Equal([3], await FoundAsync($"periodTo=2026-01-31&employeeId={first}&source=manual"));
        Assert.Empty(await FoundAsync("source=api"));
        Assert.Equal([1, 3, 2], await FoundAsync("sort=employeeNumber,value"));
        using var workbook = Get($"/measurements?kpiId={kpi}");
        workbook.Headers.Accept.ParseAdd(TableWorkbook.MediaType);
        using var answer = await hr.SendAsync(workbook, Stop);
        var sheet = await SheetReader.ReadAsync(await answer.Content.ReadAsByteArrayAsync(Stop), new WorkbookLimits(), Stop);
        Assert.Equal(3, sheet.Rows.Count);
    }

    private Task<long> StaffAsync() => app.PersonAsync(Role.Staff, Standing.Own);
}
