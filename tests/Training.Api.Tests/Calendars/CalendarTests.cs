using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Queries;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;
using Training.Domain.Plans;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Calendars;

public sealed class CalendarTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task The_calendar_of_a_year_is_listed_by_day_and_kind()
    {
        var staff = await app.AsAsync(Role.Staff);
        var october = (await staff.DoAsync(Get("/calendar-days?year=2026&from=2026-10-01&to=2026-10-07"))).Items();
        Assert.Equal(Enumerable.Range(1, 7).Select(x => $"2026-10-{x:00}"), october.Select(x => x.Text("day")));
        Assert.All(october, x => Assert.Equal("holiday", x.Text("kind")));

        var worked = (await staff.DoAsync(Get("/calendar-days?year=2026&kind=workingWeekend"))).Items();
        Assert.NotEmpty(worked);
        Assert.All(worked, x => Assert.True(WorkingCalendar.IsWeekend(DateOnly.Parse(x.Text("day")!, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task What_the_calendar_cannot_hold_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var count = await app.ReadAsync(db => db.CalendarDays.CountAsync());
        await hr.RefusedAsync(HttpStatusCode.Conflict, "calendarDay.dayTaken", "day",
            Post("/calendar-days", new { day = "2026-10-01", kind = "holiday", nameZh = "国庆节" }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "calendarDay.notAWeekend", "kind",
            Post("/calendar-days", new { day = "2028-03-01", kind = "workingWeekend", nameZh = "调休" }));
        Assert.Equal(count, await app.ReadAsync(db => db.CalendarDays.CountAsync()));

        var leapDay = await hr.DoAsync(Post("/calendar-days", new { day = "2028-02-29", kind = "holiday", nameZh = "闰日" }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "calendarDay.notAWeekend", "kind",
            Put($"/calendar-days/{leapDay.Id()}", new { kind = "workingWeekend", nameZh = "闰日" }, 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale",
            Put($"/calendar-days/{leapDay.Id()}", new { kind = "holiday", nameZh = "闰日" }, 2));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Delete($"/calendar-days/{leapDay.Id()}", 2));
        Assert.Equal("闰日", (await hr.DoAsync(Get($"/calendar-days/{leapDay.Id()}"))).Text("nameZh"));
        await hr.DoAsync(Delete($"/calendar-days/{leapDay.Id()}", 1));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Delete($"/calendar-days/{leapDay.Id()}", 1));
    }

    [Fact]
    public async Task HR_says_which_years_are_complete()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/calendar-years", new { year = 2031, isComplete = false }));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "calendarYear.taken", "year", Post("/calendar-years", new { year = 2031, isComplete = true }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "calendarYear.outOfRange", "year", Post("/calendar-years", new { year = 2200, isComplete = true }));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put($"/calendar-years/{made.Id()}", new { isComplete = true }, 4));
        await hr.DoAsync(Put($"/calendar-years/{made.Id()}", new { isComplete = true }, 1));

        var listed = (await hr.DoAsync(Get("/calendar-years"))).Items().Single(x => x.Number("year") == 2031);
        Assert.True(listed.GetProperty("isComplete").GetBoolean());
    }

    [Fact]
    public async Task A_changed_calendar_shows_which_open_due_days_move_and_moves_them_in_one_act()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var people = new[] { await app.PersonAsync(Role.Staff, Standing.Own), await app.PersonAsync(Role.Staff, Standing.Direct) };
        var items = await GiveAsync("MOVE-1", people);
        Assert.Empty((await hr.DoAsync(Get("/due-day-moves"))).Items());

        var holiday = await hr.DoAsync(Post("/calendar-days", new { day = "2026-03-11", kind = "holiday", nameZh = "停工" }));
        Assert.Equal(2, holiday.Number("dueDaysToMove"));
        var move = Assert.Single((await hr.DoAsync(Get("/due-day-moves"))).Items());
        Assert.Equal(("MOVE-1", "2026-03-16", "2026-03-17", 2), (move.Text("planCode"), move.Text("dueOn"), move.Text("newDueOn"), move.Number("people")));
        Assert.True(move.GetProperty("isCertain").GetBoolean());
        Assert.Equal(["2026-03-16", "2026-03-16", "2026-03-20", "2026-03-20"], await DueDaysAsync(items));

        Assert.Equal(2, (await hr.DoAsync(Post("/due-day-moves"))).Number("moved"));
        Assert.Equal(["2026-03-17", "2026-03-17", "2026-03-20", "2026-03-20"], await DueDaysAsync(items));
        Assert.Equal(0, (await hr.DoAsync(Post("/due-day-moves"))).Number("moved"));
        var told = await app.ReadAsync(db => db.Notices.Where(x => x.Kind == "training.dueDaysMoved").ToListAsync());
        Assert.Contains("MOVE-1", Assert.Single(told).Values);
        var audited = await app.ReadAsync(db => db.AuditEntries.Where(x => x.Act == "MoveDueDays" && x.Entity == "trainingItem").ToListAsync());
        Assert.Equal(2, audited.Count);
        Assert.All(audited, x => Assert.Contains("2026-03-16", x.Before));
        Assert.All(audited, x => Assert.Contains("2026-03-17", x.After));

        var renamed = await hr.DoAsync(Put($"/calendar-days/{holiday.Id()}", new { kind = "holiday", nameZh = "停工日" }, 1));
        Assert.Equal(0, renamed.Number("dueDaysToMove"));
        Assert.Equal(2, (await hr.DoAsync(Delete($"/calendar-days/{holiday.Id()}", 2))).Number("dueDaysToMove"));
        await app.WriteAsync(async db =>
        {
            (await db.TrainingItems.Where(x => items.Contains(x.Id)).ToListAsync()).ForEach(x => x.Drop(Monday, DropReason.PlanCancelled));
            return 0;
        });
        Assert.Equal(0, (await hr.DoAsync(Post("/due-day-moves"))).Number("moved"));
        Assert.Equal(["2026-03-17", "2026-03-17", "2026-03-20", "2026-03-20"], await DueDaysAsync(items));
    }

    private Task<List<string>> DueDaysAsync(List<long> items) => app.ReadAsync(async db =>
        (await db.TrainingItems.Where(x => items.Contains(x.Id)).OrderBy(x => x.DueOn).Select(x => x.DueOn).ToListAsync())
            .ConvertAll(x => $"{x:yyyy-MM-dd}"));

    /// <summary>A running plan of 2 March 2026 that asks for one course after ten working days and another on a named day.</summary>
    private Task<List<long>> GiveAsync(string code, IReadOnlyList<long> people) => app.WriteAsync(async db =>
    {
        var courses = await db.Courses.OrderBy(x => x.Id).Take(2).Select(x => x.Id).ToListAsync();
        var department = await db.Departments.Where(x => x.Code == "CS").Select(x => x.Id).SingleAsync();
        var author = new PlanActor(await db.Users.Select(x => x.Id).FirstAsync(), null);
        var plan = Plan.Draft(
            code,
            new PlanContent(
                new("计划", null), null, department, Monday, null, null, [], [],
                [new(courses[0], null, true, 10, null), new(courses[1], null, true, null, new DateOnly(2026, 3, 20))]),
            author);
        db.Plans.Add(plan);
        await db.FlushAsync(CancellationToken.None);
        var calendar = await db.WorkingCalendarAsync(CancellationToken.None);
        var given = people.SelectMany(x => plan.Items.Select(y => TrainingItem.Assign(plan, y, new(x, World.HiredOn, Absence.None), Monday, calendar, 1))).ToList();
        db.TrainingItems.AddRange(given);
        await db.FlushAsync(CancellationToken.None);
        return given.ConvertAll(x => x.Id);
    });
}
