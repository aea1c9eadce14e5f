using Microsoft.EntityFrameworkCore;
using Training.Api.Features.Imports;
using Training.Api.Imports;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.People;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.PerformanceEvents;

/// <summary>The attendance machine's file against the roster.</summary>
public sealed class ImportingPunches(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Single = "工号,打卡时间";
    private const string Daily = "工号,日期,上班时间,下班时间";
    private static readonly DateOnly Tuesday = new(2026, 2, 24);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_two_samples_tell_the_same_of_three_days()
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var asked = await Hired.HireAsync(app, "E101", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var (night, onLeave) = (await Hired.HireAsync(app, "E102"), await Hired.HireAsync(app, "E103"));
        await RosterAsync(night, "SAMPLE", new(new(22, 0), new(6, 0)), Tuesday);
        await RestAsync(night, Tuesday.AddDays(1), Tuesday.AddDays(2));
        await LeaveAsync(onLeave, Tuesday, HalfDay.Morning);

        foreach (var (file, rows) in new[] { ("attendance-punches.xlsx", 15), ("attendance-days.xlsx", 9) })
        {
            var done = await hr.ImportedAsync("/attendance-punches/import", await File.ReadAllBytesAsync(Repository.PathOf("docs/examples/" + file), Stop));

            Assert.Equal((rows, 0), (done.Total, done.Refused));
            Assert.Equal([(Tuesday.AddDays(1), 11)], await app.LatenessesAsync(asked));
            Assert.Equal([(Tuesday, 7)], await app.LatenessesAsync(night));
            Assert.Empty(await app.LatenessesAsync(onLeave));
            Assert.Equal([(asked, Tuesday.AddDays(2), MissingPunch.Out)], await QuestionsAsync(asked, night, onLeave));
            Assert.Contains((await supervisor.DoAsync(Get("/notices?kind=punchQuestion.asked"))).Items(), x => x.Text("text")!.Contains('1',
                StringComparison.Ordinal));
            await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));
            Assert.Empty(await app.LatenessesAsync(asked));
            Assert.Empty(await QuestionsAsync(asked, night, onLeave));
        }
    }

    [Fact]
    public async Task A_machines_file_names_people_and_nothing_that_is_unknown()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        const string path = "/attendance-punches/import";

        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook(Single + ",Shoe size", ["X", "甲"])), 422, "import.unknownColumn");
        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook(Single + ",Employee number", ["X", "甲"])), 422, "import.columnTwice");
        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook("打卡时间", ["甲"])), 422, "import.missingColumn");
        await ImportFiles.RefusedAsync(await hr.ImportAsync(path, ImportFiles.Workbook(Single)), 422, "import.noRows");
    }

    [Fact]
    public async Task A_night_shift_in_two_files_is_one_shift()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await Hired.HireAsync(app, "LP-1");
        await RosterAsync(person, "TWOFILES", new(new(22, 0), new(6, 0)), Tuesday);
        await RestAsync(person, Tuesday.AddDays(1), Tuesday.AddDays(2));

        var first = await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Single, ["LP-1", "2026-02-24 22:03:59"]));
        Assert.Equal(1, first.New);
        Assert.Equal([(Tuesday, 3)], await app.LatenessesAsync(person));
        Assert.Empty(await QuestionsAsync(person));
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Single, ["LP-1", "2026-02-25 06:01"]));

        Assert.Equal([(Tuesday, 3)], await app.LatenessesAsync(person));
        Assert.Empty(await QuestionsAsync(person));
    }

    [Fact]
    public async Task Who_forgot_to_punch_in_the_morning_after_is_asked_about_though_the_next_file_does_not_name_them()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, other) = (await Hired.HireAsync(app, "LP-2"), await Hired.HireAsync(app, "LP-3"));
        await RosterAsync(person, "FORGOT", new(new(22, 0), new(6, 0)), Tuesday.AddDays(-300));
        await RestAsync(other, Tuesday.AddDays(-299));
        var next = Tuesday.AddDays(-299);

        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Single, ["LP-2", $"{Tuesday.AddDays(-300):yyyy-MM-dd} 21:50"]));
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(
            Single, ["LP-3", $"{next:yyyy-MM-dd} 08:00"], ["LP-3", $"{next:yyyy-MM-dd} 12:00"]));

        Assert.Equal([(person, Tuesday.AddDays(-300), MissingPunch.Out)], await QuestionsAsync(person, other));
    }

    [Fact]
    public async Task A_punch_that_comes_in_later_settles_the_question_and_taking_that_file_back_opens_it_again()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await Hired.HireAsync(app, "LP-4");
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-4", Tuesday, null, "17:31"]));
        Assert.Equal([(person, Tuesday, MissingPunch.In)], await QuestionsAsync(person));

        var later = await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-4", Tuesday, "08:45", "17:31"]));

        Assert.Empty(await QuestionsAsync(person));
        Assert.Equal([(Tuesday, 15)], await app.LatenessesAsync(person));
        await hr.UndoAsync(later.Id!.Value);
        Assert.Equal([(person, Tuesday, MissingPunch.In)], await QuestionsAsync(person));
        Assert.Empty(await app.LatenessesAsync(person));
    }

    [Fact]
    public async Task A_file_sent_again_doubles_nothing_and_a_lateness_that_stands_is_left_as_it_is()
    {
        var (hr, approver) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Approver));
        var person = await Hired.HireAsync(app, "LP-5");
        var file = ImportFiles.Workbook(Daily, ["LP-5", Tuesday, "08:40", "17:31"]);
        var dry = await hr.ImportedAsync("/attendance-punches/import?dryRun=true", file);
        Assert.Contains(("minutesLate", "10"), Assert.Single(dry.Rows).Changes.Select(x => (x.Column, x.New)));
        Assert.Empty(await app.LatenessesAsync(person));
        await hr.ImportedAsync("/attendance-punches/import", file);
        await ImportFiles.RefusedAsync(await hr.ImportAsync("/attendance-punches/import", file), 409, "import.alreadyApplied");
        Assert.Equal(1, (await hr.ImportedAsync("/attendance-punches/import?confirm=true", file)).Same);

        var earlier = await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-5", Tuesday, "08:20", "17:31"]));
        Assert.Equal("attendancePunch.latenessStands", Assert.Single(Assert.Single(earlier.Rows).Faults).Code);
        Assert.Equal([(Tuesday, 10)], await app.LatenessesAsync(person));
        var found = Assert.Single((await hr.DoAsync(Get($"/performance-events?employeeId={person}"))).Items());
        await approver.DoAsync(await app.OnAsync(found.Id(), "reject", new { reason = "机器时间不准" }));
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-5", Tuesday, "08:40", "17:32"]));

        Assert.Equal([(Tuesday, 10)], await app.LatenessesAsync(person));
    }

    [Fact]
    public async Task Rest_days_holidays_leave_and_days_after_the_last_are_not_judged_and_said_so()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (person, away) = (await Hired.HireAsync(app, "LP-6"), await Hired.HireAsync(app, "LP-7"));
        var left = await Hired.HireAsync(app, "LP-8", leftOn: Tuesday);
        await LeaveAsync(away, Tuesday, null);

        var dry = await hr.ImportedAsync("/attendance-punches/import?dryRun=true", ImportFiles.Workbook(
            Daily,
            ["LP-6", new DateOnly(2026, 2, 22), "10:00", "15:00"],
            ["LP-6", new DateOnly(2026, 3, 1), "10:00", "15:00"],
            ["LP-6", new DateOnly(2026, 2, 22), null, null],
            ["LP-7", Tuesday, "11:00", "17:00"],
            ["LP-8", Tuesday, "08:31", "17:30"],
            ["LP-8", Tuesday.AddDays(2), "09:30", "17:30"]));

        Assert.Equal(4, dry.PassedOver);
        Assert.Equal(
            [
                (2, "attendancePunch.noShift"), (3, "attendancePunch.noShift"), (5, "attendancePunch.onLeave"), (7, "attendancePunch.notEmployed"),
            ],
            dry.Rows.Where(x => x.Outcome == ImportOutcome.PassedOver).Select(x => (x.Row, x.Faults.Single().Code)));
        Assert.Contains(("minutesLate", "1"), dry.Rows.Single(x => x.Row == 6).Changes.Select(x => (x.Column, x.New)));
        Assert.Empty(await app.LatenessesAsync(person));
        Assert.Empty(await app.LatenessesAsync(left));
    }

    [Fact]
    public async Task Faults_are_told_by_cell()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await Hired.HireAsync(app, "LP-9");

        var errors = await ImportFiles.RefusedAsync(await hr.ImportAsync("/attendance-punches/import", ImportFiles.Workbook(
            "工号,打卡时间,日期,上班时间",
            ["W999", "2026-02-24 08:30", null, null], ["LP-9", "昨天早上", null, null], ["LP-9", null, "2026-02-24", "八点"],
            ["LP-9", "2026-02-24 08:30", "2026-02-24", null], ["LP-9", null, null, null], ["LP-9", "2026-03-02 09:01", null, null])), 422, "import.refused");

        Assert.Equal(
            [
                ("5", "attendancePunch.oneForm"), ("6", "attendancePunch.oneForm"), ("A2", "import.unknownCode"), ("B3", "cell.notAMoment"),
                ("B7", "attendancePunch.inFuture"), ("D4", "cell.notATime"),
            ],
            errors.Select(x => (x.Key, x.Value)).Order());
    }

    [Fact]
    public async Task Ones_own_punches_are_left_out()
    {
        var hr = await app.AsAsync(Role.HumanResources);

        var done = await hr.ImportedAsync("/attendance-punches/import?dryRun=true", ImportFiles.Workbook(
            Single, [World.NumberOf(Role.HumanResources, Standing.Own), "2026-02-24 10:30"]));

        Assert.Equal((0, 1), (done.New, done.LeftOut));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Exporting_and_importing_again_changes_nothing(string language)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await Hired.HireAsync(app, "LP-E-" + language);
        await hr.ImportedAsync("/attendance-punches/import", ImportFiles.Workbook(Daily, ["LP-E-" + language, Tuesday, "08:40", "17:31"]));

        var again = await hr.ImportedAsync("/attendance-punches/import?dryRun=true", await hr.WorkbookAsync("/attendance-punches/export", language));

        // A leaver's punch after the last day, of another test, is passed over.
        Assert.NotEqual(0, again.Same);
        Assert.Equal(again.Total, again.Same + again.PassedOver);
    }

    [Fact]
    public async Task A_day_far_before_the_others_is_taken_for_a_mistyped_year()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await Hired.HireAsync(app, "LP-16");

        var refused = await hr.ImportAsync("/attendance-punches/import", ImportFiles.Workbook(
            Daily, ["LP-16", Tuesday, "08:20", "17:30"], ["LP-16", Tuesday.AddYears(-1), "08:20", "17:30"]));

        await ImportFiles.RefusedAsync(refused, 422, "import.refused");
        Assert.Contains("attendancePunch.tooFarBack", await refused.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    private Task<int> RosterAsync(long person, string code, ShiftTimes times, params DateOnly[] days) => app.WriteAsync(async db =>
    {
        var shift = db.Shifts.Add(Shift.Create(code, new("夜班", null), times)).Entity;
        await db.FlushAsync(Stop);
        db.RosterEntries.AddRange(days.Select(x => RosterEntry.Create(person, x, shift)));
        return 0;
    });

    private Task<int> RestAsync(long person, params DateOnly[] days) => app.WriteAsync(db =>
    {
        db.RosterEntries.AddRange(days.Select(x => RosterEntry.Create(person, x, null)));
        return Task.FromResult(0);
    });

    private Task<int> LeaveAsync(long person, DateOnly day, HalfDay? only) => app.WriteAsync(async db =>
    {
        var employee = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == person, Stop);
        db.LeaveRecords.Add(LeaveRecord.Create(
            employee, LeaveKind.Annual, new LeaveSpan(day, only ?? HalfDay.Morning, day, only ?? HalfDay.Afternoon), null, []));
        return 0;
    });

    private async Task<List<(long, DateOnly, MissingPunch)>> QuestionsAsync(params long[] people) => (await app.ReadAsync(db => db.PunchQuestions
        .Where(x => people.Contains(x.EmployeeId) && x.State == PunchQuestionState.Open).OrderBy(x => x.Day)
        .Select(x => new { x.EmployeeId, x.Day, x.Missing }).ToListAsync(Stop))).ConvertAll(x => (x.EmployeeId, x.Day, x.Missing));
}
