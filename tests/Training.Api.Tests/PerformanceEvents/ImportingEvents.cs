using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Imports;
using Training.Api.Imports;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.PerformanceEvents;

/// <summary>Feeds, and their confirmation in bulk. The clock moves on from test to test.</summary>
public sealed class ImportingEvents(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Headers = "工号,事件种类代码,发生日期,外部编号,严重程度,是否属实,金额（元）,经过";
    private static readonly DateOnly Day = new(2026, 2, 25);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_is_its_own_reporter_and_the_importer_confirms_in_bulk_what_nobody_objects_to()
    {
        var (hr, other) = (await app.AsAsync(Role.HumanResources), await app.SignInAsAsync(Role.HumanResources));
        var (one, agent) = await PersonAsync("PI-1");
        var (two, objector) = await PersonAsync("PI-2");
        var (three, _) = await PersonAsync("PI-3");
        var done = await hr.ImportedAsync("/performance-events/import", ImportFiles.Workbook(
            Headers, Complaint("PI-1", "C-1"), Complaint("PI-2", "C-1"), Complaint("PI-3", "C-1")));
        Assert.Equal((3, 0), (done.New, done.Refused));
        var (first, second) = (await OnlyAsync(hr, one), await OnlyAsync(hr, two));
        Assert.Equal(["performanceEvent.reported"], await agent.ToldAsync(first.Id()));
        var byHand = await app.ComplaintAsync(other, one, "2026-02-26");
        await objector.DoAsync(await app.OnAsync(second.Id(), "respond", new { isObjection = true, view = "我当天休息" }));

        var early = await hr.DoAsync(Post("/performance-events/confirm", new { ids = new[] { first.Id(), second.Id(), byHand.Id(), 987654 } }));
        Assert.Equal(
            [
                (first.Id(), "performanceEvent.viewTimeOpen"), (second.Id(), "performanceEvent.objected"), (byHand.Id(), "performanceEvent.notImported"),
                (987654, "record.unknown"),
            ],
            early.GetProperty("left").EnumerateArray().Select(x => (x.Id(), x.Text("code")!)));
        app.GoPastView(first);
        var bulk = await hr.DoAsync(Post("/performance-events/confirm", new { ids = new[] { first.Id(), second.Id() } }));

        Assert.Equal((1, 1), (bulk.Number("confirmed"), bulk.Number("leftOut")));
        Assert.Equal("confirmed", (await hr.DoAsync(Get($"/performance-events/{first.Id()}"))).Text("state"));
        Assert.Contains("performanceEvent.decided", await agent.ToldAsync(first.Id()));
        Assert.True((await hr.DoAsync(Post("/performance-events/confirm", new { }))).Number("confirmed") >= 1);
        Assert.Equal("confirmed", (await OnlyAsync(hr, three)).Text("state"));
        Assert.Equal(0, (await hr.DoAsync(Post("/performance-events/confirm", new { }))).Number("confirmed"));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.ownImport", await app.OnAsync(second.Id(), "confirm", new { }));
        await hr.RefusedAsync(HttpStatusCode.Forbidden, "performanceEvent.ownImport", await app.OnAsync(second.Id(), "reject", new { reason = "属实" }));
        await other.DoAsync(await app.OnAsync(second.Id(), "reject", new { reason = "当天休息" }));
    }

    [Fact]
    public async Task What_the_caller_edited_and_their_own_are_left_out_of_a_bulk_confirmation()
    {
        var (hr, other) = (await app.AsAsync(Role.HumanResources), await app.SignInAsAsync(Role.HumanResources));
        var (person, _) = await PersonAsync("PI-4");
        var own = World.NumberOf(Role.HumanResources, Standing.Own);
        await other.ImportedAsync("/performance-events/import", ImportFiles.Workbook(Headers, Complaint("PI-4", "C-2"), Complaint(own, "C-2")));
        var (found, mine) = (await OnlyAsync(hr, person), await OnlyAsync(hr, await app.PersonAsync(Role.HumanResources, Standing.Own)));
        await hr.DoAsync(Put(
            $"/performance-events/{found.Id()}",
            new { kindId = await app.EventKindAsync("COMPLAINT"), occurredOn = "2026-02-25", severity = "minor", isUpheld = true, reference = "c-2" },
                found.Version()));
        app.GoPastView(found);

        var bulk = await hr.DoAsync(Post("/performance-events/confirm", new { ids = new[] { found.Id(), mine.Id() } }));

        Assert.Equal(
            [(found.Id(), "performanceEvent.ownReport"), (mine.Id(), "access.own")],
            bulk.GetProperty("left").EnumerateArray().Select(x => (x.Id(), x.Text("code")!)).OrderBy(x => x.Item2 == "access.own"));
        Assert.Equal(2, (await other.DoAsync(Post("/performance-events/confirm", new { ids = new[] { found.Id(), mine.Id() } }))).Number("confirmed"));
    }

    [Fact]
    public async Task A_feed_sent_again_doubles_nothing_and_a_later_one_changes_what_is_not_decided()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var (person, agent) = await PersonAsync("PI-5");
        var file = ImportFiles.Workbook(Headers, Complaint("PI-5", "C-3"), Complaint("PI-5", "C-4"));
        await hr.ImportedAsync("/performance-events/import", file);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/performance-events/import", file), 409, "import.alreadyApplied");
        Assert.Equal(2, (await hr.ImportedAsync("/performance-events/import?confirm=true", file)).Same);
        var events = (await hr.DoAsync(Get($"/performance-events?employeeId={person}"))).Items();
        var (decided, open) = (events.Single(x => x.Text("reference") == "C-3"), events.Single(x => x.Text("reference") == "C-4"));
        await approver.DoAsync(await app.OnAsync(decided.Id(), "reject", new { reason = "误报" }));

        var later = await hr.ImportedAsync("/performance-events/import", ImportFiles.Workbook(
            Headers, Complaint("PI-5", "C-3", "重大"), Complaint("PI-5", "C-4", "重大")));

        Assert.Equal((0, 1, 1), (later.New, later.Changed, later.PassedOver));
        Assert.Equal("performanceEvent.decidedOtherwise", Assert.Single(later.Rows.Single(x => x.Outcome == ImportOutcome.PassedOver).Faults).Code);
        Assert.Equal("grave", (await hr.DoAsync(Get($"/performance-events/{open.Id()}"))).Text("severity"));
        Assert.Equal(2, (await agent.ToldAsync(open.Id())).Count);
    }

    [Fact]
    public async Task Faults_are_told_by_cell_and_nothing_is_kept()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, _) = await PersonAsync("PI-6");
        const string headers = "工号,事件种类代码,发生日期,迟到分钟,外部编号";

        var errors = await ImportFiles.RefusedAsync(await hr.ImportAsync("/performance-events/import", ImportFiles.Workbook(
            headers, ["W999", "LATENESS", Day, "5", null], ["PI-6", "NONE", Day, null, null], ["PI-6", "LATENESS", Day, null, null],
            ["PI-6", "LATENESS", Day.AddDays(1), "5", "A"], ["PI-6", "LATENESS", Day.AddDays(1), "5", "B"], ["PI-6", "COMMENDATION", Day.AddYears(1),
                null, null])), 422, "import.refused");

        Assert.Equal(
            [
                ("A2", "import.unknownCode"), ("B3", "import.unknownCode"), ("C6", "performanceEvent.latenessThere"), ("C7", "performanceEvent.inFuture"),
                ("D4", "performanceEvent.detailMissing"),
            ],
            errors.Select(x => (x.Key, x.Value)).Order());
        Assert.False(await app.ReadAsync(db => db.PerformanceEvents.AnyAsync(x => x.EmployeeId == person, Stop)));
    }

    [Fact]
    public async Task An_import_is_taken_back_but_for_what_was_answered_or_decided_since()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (one, agent) = await PersonAsync("PI-7");
        var (two, other) = await PersonAsync("PI-8");
        var done = await hr.ImportedAsync("/performance-events/import", ImportFiles.Workbook(Headers, Complaint("PI-7", "C-5"), Complaint("PI-8", "C-5")));
        var answered = await OnlyAsync(hr, two);
        var gone = await OnlyAsync(hr, one);
        await other.DoAsync(await app.OnAsync(answered.Id(), "respond", new { isObjection = false }));

        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));

        Assert.Equal(1, undone.UndoneRows);
        Assert.Equal([(3, "import.changedSince")], undone.KeptRows.Select(x => (x.Row, x.Code)));
        Assert.Empty((await hr.DoAsync(Get($"/performance-events?employeeId={one}"))).Items());
        Assert.Contains("performanceEvent.withdrawn", await agent.ToldAsync(gone.Id()));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Exporting_and_importing_again_changes_nothing(string language)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await PersonAsync("PI-9-" + language);
        await hr.ImportedAsync("/performance-events/import", ImportFiles.Workbook(Headers, Complaint("PI-9-" + language, "C-6")));

        var again = await hr.ImportedAsync("/performance-events/import?dryRun=true", await hr.WorkbookAsync("/performance-events/export", language));

        Assert.NotEqual(0, again.Total);
        Assert.Equal(again.Total, again.Same);
    }

    [Fact]
    public async Task A_calendar_that_changes_moves_the_last_day_for_a_view_and_the_person_is_told()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, agent) = await PersonAsync("PI-10");
        var found = await app.ComplaintAsync(hr, person);
        var until = EventWorld.DayOf(found, "viewUntil");

        var changed = await hr.DoAsync(Post("/calendar-days", new { day = until, kind = "holiday", nameZh = "临时放假" }));
        Assert.True(changed.Number("dueDaysToMove") > 0, changed.ToString());
        await hr.DoAsync(Post("/due-day-moves"));

        Assert.True(EventWorld.DayOf(await hr.DoAsync(Get($"/performance-events/{found.Id()}")), "viewUntil") > until);
        Assert.Contains("performanceEvent.viewDayMoved", await agent.ToldAsync(found.Id()));
    }

    private static object?[] Complaint(string number, string reference, string severity = "严重") =>
        [number, "complaint", Day, reference, severity, "是", "20.5", "等待过久"];

    private static async Task<System.Text.Json.JsonElement> OnlyAsync(HttpClient hr, long person) =>
        Assert.Single((await hr.DoAsync(Get($"/performance-events?employeeId={person}&isImported=true&occurredFrom=2026-02-25&occurredTo=2026-02-25"))).Items());

    private async Task<(long Id, HttpClient Client)> PersonAsync(string number)
    {
        var person = await Hired.HireAsync(app, number);
        await app.AddAccountAsync(number.ToLowerInvariant(), person);
        return (person, await app.SignInAsync(number.ToLowerInvariant()));
    }
}
