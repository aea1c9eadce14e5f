using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Access;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.People;

namespace Training.Api.Tests.RequiredCourses;

/// <summary>Today is 2 March 2026; everybody was hired on 1 March 2024.</summary>
public sealed class LackedCourseTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task Who_lacks_a_course_of_their_position_is_shown_since_when_and_whether_overdue()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Own));
        var course = await CourseAsync(hr, "LACK1");
        await RequireAsync(course, person, from: Today.AddDays(-300));

        var lacked = await LackedAsync(hr, course, person);

        Assert.Equal((Day(Today.AddDays(-300)), true), (lacked!.Value.Text("since"), lacked.Value.GetProperty("isOverdue").GetBoolean()));
        Assert.Single((await (await app.AsAsync(Role.Staff)).ReadAsync("/my/required-courses?pageSize=200")).Items(), x => x.Text("courseCode") == "LACK1");
        Assert.NotEmpty((await hr.ReadAsync($"/reports/required-courses?courseId={course}&overdue=true")).Items());
        Assert.Empty((await hr.ReadAsync($"/reports/required-courses?courseId={course}&overdue=false")).Items());

        await DoneAsync(hr, person, course, Today);
        Assert.Null(await LackedAsync(hr, course, person));
    }

    [Fact]
    public async Task Overdue_begins_the_day_after_the_due_day()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Own));
        var course = await CourseAsync(hr, "EDGE");
        foreach (var days in Enumerable.Range(0, 45))
        {
            await RequireAsync(course, person, from: Today.AddDays(-days), working: 12);
            var row = (await LackedAsync(hr, course, person))!.Value;
            var late = (await hr.ReadAsync($"/reports/required-courses?courseId={course}&employeeId={person}&overdue=true")).Items().Count;

            Assert.Equal(row.GetProperty("isOverdue").GetBoolean(), late == 1);
            Assert.Equal(string.CompareOrdinal(row.Text("dueOn"), Day(Today)) < 0, late == 1);
            await ForgetAsync(course, person);
        }
    }

    [Fact]
    public async Task A_completion_counts_until_its_validity_is_over_and_then_the_training_is_lacking_again()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Direct));
        var course = await CourseAsync(hr, "YEARLY", validityMonths: 12);
        await RequireAsync(course, person, from: World.HiredOn);

        await DoneAsync(hr, person, course, new(2025, 3, 1));
        Assert.Equal("2026-03-02", (await LackedAsync(hr, course, person))!.Value.Text("since"));
        await DoneAsync(hr, person, course, new(2025, 3, 2));

        Assert.Null(await LackedAsync(hr, course, person));
    }

    [Fact]
    public async Task A_failed_completion_does_not_count()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Below));
        var course = await CourseAsync(hr, "FAILED");
        await RequireAsync(course, person, from: null);

        await DoneAsync(hr, person, course, Today, "failed");

        Assert.Equal(Day(World.HiredOn), (await LackedAsync(hr, course, person))!.Value.Text("since"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_successor_is_asked_for_instead_and_the_completion_of_before_counts_where_hr_says_so(bool counts)
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Own));
        var (old, next) = (await CourseAsync(hr, $"OLD{counts}"), await CourseAsync(hr, $"NEXT{counts}"));
        await RequireAsync(old, person, from: null);
        await DoneAsync(hr, person, old, Today);

        await hr.DoAsync($"/courses/{old}/retire", new { successorId = next, countsForSuccessor = counts }, 1);

        var lacked = await LackedAsync(hr, next, person);
        Assert.Equal(counts ? null : Day(Today), lacked?.Text("since"));
        Assert.Null(await LackedAsync(hr, old, person));
    }

    [Fact]
    public async Task A_course_that_took_the_place_of_two_is_asked_for_once()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Own));
        var (one, two, both) = (await CourseAsync(hr, "PART1"), await CourseAsync(hr, "PART2"), await CourseAsync(hr, "BOTH"));
        await RequireAsync(one, person, from: null);
        await RequireAsync(two, person, from: null);

        await hr.DoAsync($"/courses/{one}/retire", new { successorId = both }, 1);
        await hr.DoAsync($"/courses/{two}/retire", new { successorId = both }, 1);

        Assert.Equal(1, (await hr.ReadAsync($"/reports/required-courses?courseId={both}&employeeId={person}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_course_retired_without_a_successor_is_asked_of_nobody()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Own));
        var course = await CourseAsync(hr, "ENDED");
        await RequireAsync(course, person, from: null);
        Assert.NotNull(await LackedAsync(hr, course, person));

        await hr.DoAsync($"/courses/{course}/retire", new { }, 1);

        Assert.Null(await LackedAsync(hr, course, person));
    }

    [Fact]
    public async Task Since_when_is_counted_over_a_move_that_keeps_the_position()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Former));
        var course = await CourseAsync(hr, "MOVED");
        await RequireAsync(course, person, from: null);

        // The former report moved to another supervisor in February, in the same position.
        Assert.Equal(2, await app.ReadAsync(db => db.Assignments.CountAsync(x => x.EmployeeId == person)));
        Assert.Equal(Day(World.HiredOn), (await LackedAsync(hr, course, person))!.Value.Text("since"));
    }

    [Fact]
    public async Task Hr_sees_everybody_and_a_supervisor_their_line()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, "LINE");
        await RequireAsync(course, await app.PersonAsync(Role.Supervisor, Standing.Direct), from: null);
        var supervisor = await app.AsAsync(Role.Supervisor);
        var (direct, below) = (await app.PersonAsync(Role.Supervisor, Standing.Direct), await app.PersonAsync(Role.Supervisor, Standing.Below));

        Assert.Equal(25, (await hr.ReadAsync($"/reports/required-courses?courseId={course}")).Number("total"));
        Assert.Equal([direct, below], (await IdsAsync(supervisor, $"/my/team/required-courses?courseId={course}&sort=employeeNumber")));
        Assert.Equal([direct], await IdsAsync(supervisor, $"/my/team/required-courses?courseId={course}&directOnly=true"));
        Assert.Equal(3, (await supervisor.ReadAsync($"/reports/required-courses?courseId={course}")).Number("total"));
        Assert.Single((await hr.ReadAsync($"/reports/required-courses?courseId={course}&q={World.NumberOf(Role.Supervisor, Standing.Below)}")).Items());
        Assert.Equal(1, (await hr.ReadAsync($"/reports/required-courses?courseId={course}&departmentId={await app.DepartmentAsync("FIN")}")).Number("total"));
        Assert.Equal(25, (await hr.ReadAsync($"/reports/required-courses?courseId={course}&departmentId={await app.DepartmentAsync("HQ")}")).Number("total"));
    }

    [Fact]
    public async Task A_position_says_how_long_whoever_lacks_a_course_has()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, "DAYS");
        var body = new { nameZh = "岗位", courseIds = new[] { course }, dueWorkingDays = new[] { new { courseId = course, workingDays = 10 } } };
        var wrong = new { code = "DAYS2", nameZh = "岗位", courseIds = new[] { course }, dueWorkingDays = new[] { new { courseId = 987654, workingDays = 10 } } };
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "position.daysWithoutCourse", "dueWorkingDays[0].courseId", AccessCase.Post("/positions", wrong));
        var position = await hr.DoAsync("/positions", new { code = "DAYS", nameZh = "岗位", courseIds = Array.Empty<long>() });
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "position.daysWithoutCourse", "dueWorkingDays[0].courseId",
            AccessCase.Put($"/positions/{position.Id()}", new { nameZh = "岗位", courseIds = Array.Empty<long>(), body.dueWorkingDays }, position.Version()));

        position = await hr.DoAsync($"/positions/{position.Id()}", body, position.Version(), HttpMethod.Put);

        var required = Assert.Single(position.GetProperty("courses").EnumerateArray());
        Assert.Equal((10, Day(Today)), (required.Number("dueWorkingDays"), required.Text("requiredFrom")));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<long> CourseAsync(HttpClient hr, string code, int? validityMonths = null) => (await hr.DoAsync(
        "/courses", new { code, nameZh = "课", category = "basics", validityMonths, modules = Array.Empty<object>() })).Id();

    private static Task<JsonElement> DoneAsync(HttpClient hr, long employeeId, long courseId, DateOnly on, string result = "passed") =>
        hr.DoAsync("/completions", new { employeeId, courseId, completedOn = on, result });

    private static async Task<JsonElement?> LackedAsync(HttpClient hr, long course, long person) =>
        (await hr.ReadAsync($"/reports/required-courses?courseId={course}&employeeId={person}")).Items() is [var found] ? found : null;

    private static async Task<IEnumerable<long>> IdsAsync(HttpClient client, string path) =>
        (await client.ReadAsync(path)).Items().Select(x => x.GetProperty("employeeId").GetInt64());

    /// <summary>The position that the person holds requires the course from the day on.</summary>
    private Task<bool> RequireAsync(long course, long person, DateOnly? from, int working = 60) => ChangeAsync(person, position => position.Edit(
        new PositionContent(new(position.NameZh, null), null, null, [.. position.Courses.Select(x => x.CourseId), course])
        {
            DueWorkingDays = new Dictionary<long, int> { [course] = working },
        },
        from ?? new(2000, 1, 1)));

    private Task<bool> ForgetAsync(long course, long person) => ChangeAsync(person, position => position.Edit(
        new PositionContent(new(position.NameZh, null), null, null, [.. position.Courses.Select(x => x.CourseId).Where(x => x != course)]), Today));

    private Task<bool> ChangeAsync(long person, Action<Position> change) => app.WriteAsync(async db =>
    {
        var held = await db.Assignments.Where(x => x.EmployeeId == person && x.To == null).Select(x => x.PositionId).SingleAsync();
        change(await db.Positions.Include(x => x.Courses).SingleAsync(x => x.Id == held));
        return true;
    });
}
