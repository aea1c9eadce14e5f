using System.Net;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Api.Tests.Plans;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Sessions;

public sealed class RecordingByWorkbookTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_trainer_records_attendance_by_workbook_and_a_second_file_corrects_it()
    {
        var (hr, trainer) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Payroll));
        var (code, enrolment) = await HeldAsync(hr, "CRS021", await app.PersonAsync(Role.Payroll, Standing.Own));

        var present = ImportFiles.Workbook("场次代码,工号,课次,出勤情况,分钟", [code, "W022", 1, "出席", null]);
        var dry = await trainer.ImportedAsync("/attendance/import?dryRun=true", present);
        Assert.Equal(1, dry.New);
        Assert.Equal("enrolled", await hr.StateAsync(enrolment));
        await trainer.ImportedAsync("/attendance/import", present);
        Assert.Equal("completed", await hr.StateAsync(enrolment));
        await ImportFiles.RefusedAsync(await trainer.ImportAsync("/attendance/import", present), 409, "import.alreadyApplied");
        var corrected = await trainer.ImportedAsync("/attendance/import", ImportFiles.Workbook("Session code,Employee number,Attendance,Minutes", [code, "W022", "late", 30]));

        Assert.Equal("failed", await hr.StateAsync(enrolment));
        Assert.Single((await hr.ReadAsync($"/enrolments/{enrolment}")).GetProperty("corrections").EnumerateArray());
        var same = await trainer.ImportedAsync("/attendance/import?confirm=true", ImportFiles.Workbook("场次代码,工号,出勤情况,分钟", [code, "W022", "迟到", 30]));
        Assert.Equal(1, same.Same);
        Assert.NotEmpty((await hr.ReadAsync($"/imports/{corrected.Id}/changes")).Items());
        await (await hr.TryAsync($"/imports/{corrected.Id}/undo")).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "import.notUndoable");
    }

    [Fact]
    public async Task Results_come_by_workbook_and_faults_are_named_by_cell()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (code, enrolment) = await HeldAsync(hr, "CRS001", null);
        await hr.ImportedAsync("/attendance/import", ImportFiles.Workbook("场次代码,工号,出勤情况", [code, "W022", "出席"]));
        Assert.Equal("attended", await hr.StateAsync(enrolment));

        var wrong = await hr.ImportedAsync("/results/import?dryRun=true", ImportFiles.Workbook(
            "场次代码,工号,理论,实操", [code, "W022", 101, null], ["NOWHERE", "W022", 80, null], [code, "W999", 80, null]));
        Assert.Equal(3, wrong.Refused);
        await hr.ImportedAsync("/results/import", ImportFiles.Workbook("场次代码,工号,理论,实操", [code, "W022", 92, 95.5m]));

        var done = await hr.ReadAsync($"/enrolments/{enrolment}");
        Assert.Equal(("completed", "excellent"), (done.Text("state"), done.Text("outcome")));
        var same = ImportFiles.Workbook("场次代码,工号,理论,实操", [code, "W022", 92, 95.5m], [code, "W999", 80, null]);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/results/import", same), 422, "import.refused");
        var again = ImportFiles.Workbook("场次代码,工号,理论", [code, "W022", 93]);
        await hr.ImportedAsync("/results/import", again);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/results/import", again), 409, "import.alreadyApplied");
        var early = await hr.ImportedAsync("/results/import?dryRun=true", ImportFiles.Workbook("场次代码,工号,理论", [(await AheadAsync(hr)).Code, "W022", 80]));
        Assert.Equal(1, early.Refused);
    }

    [Theory]
    [InlineData("attendance", "zh-CN")]
    [InlineData("results", "en")]
    public async Task What_was_exported_changes_nothing_when_imported(string noun, string language)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (code, _) = await HeldAsync(hr, "CRS023", null);
        await hr.ImportedAsync("/attendance/import", ImportFiles.Workbook("场次代码,工号,出勤情况,分钟", [code, "W022", "迟到", 55]));
        await hr.ImportedAsync("/results/import", ImportFiles.Workbook("场次代码,工号,理论", [code, "W022", 90.5m]));

        var again = await hr.ImportedAsync($"/{noun}/import?dryRun=true", await hr.WorkbookAsync($"/{noun}/export", language));

        Assert.NotEqual(0, again.Total);
        Assert.Equal(again.Total, again.Same);
    }

    [Fact]
    public async Task Who_does_not_train_the_session_finds_nothing_in_it()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var (code, _) = await HeldAsync(hr, "CRS022", null);

        var tried = await staff.ImportedAsync("/attendance/import?dryRun=true", ImportFiles.Workbook("场次代码,工号,出勤情况", [code, "W022", "出席"]));

        Assert.Equal(1, tried.Refused);
        await staff.RefusedAsync(HttpStatusCode.UnprocessableEntity, "import.refused", Upload(code));

        HttpRequestMessage Upload(string of)
        {
            var message = Post("/attendance/import");
            message.Content = new ByteArrayContent(ImportFiles.Workbook("场次代码,工号,出勤情况", [of, "W022", "出席"]));
            return message;
        }
    }

    /// <summary>The code of a session of one person (W022) that is just over, and the enrolment.</summary>
    private async Task<(string Code, long Enrolment)> HeldAsync(HttpClient hr, string course, long? trainer)
    {
        var at = app.Ahead(2);
        var session = await app.PublishedAsync(hr, course, at: at, trainer: trainer);
        var line = await hr.NominateAsync(session.Id(), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        app.GoTo(at.AddHours(1));
        return (session.Text("code")!, line[0].Id());
    }

    private async Task<(string Code, long Enrolment)> AheadAsync(HttpClient hr)
    {
        var session = await app.PublishedAsync(hr, "CRS002", at: app.Ahead(9));
        var line = await hr.NominateAsync(session.Id(), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        return (session.Text("code")!, line[0].Id());
    }
}
