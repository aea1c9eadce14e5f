using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Positions;

public sealed class PositionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task HR_says_what_a_position_does_and_which_courses_it_requires()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var courses = await app.ReadAsync(db => db.Courses.OrderBy(x => x.Code).Take(3).ToListAsync());
        var made = await hr.DoAsync(Post("/positions", new
        {
            code = "qa-lead", nameZh = "质检组长", nameEn = "Quality lead", dutiesZh = "抽检\n复核", courseIds = new[] { courses[1].Id, courses[0].Id, courses[0].Id },
        }));

        Assert.Equal(("QA-LEAD", "抽检\n复核"), (made.Text("code"), made.Text("dutiesZh")));
        Assert.Equal([courses[0].Code, courses[1].Code], made.GetProperty("courses").EnumerateArray().Select(x => x.Text("code")));

        var edited = await hr.DoAsync(Put($"/positions/{made.Id()}", new { nameZh = "质检主管", courseIds = new[] { courses[1].Id, courses[2].Id } }, 1));
        Assert.Equal([courses[1].Code, courses[2].Code], edited.GetProperty("courses").EnumerateArray().Select(x => x.Text("code")));
        Assert.Equal(2, edited.Version());

        var staff = await app.AsAsync(Role.Staff);
        var listed = Assert.Single((await staff.DoAsync(Get($"/positions?q=质检&courseId={courses[2].Id}"))).Items());
        Assert.Equal([courses[1].Code, courses[2].Code], listed.GetProperty("courseCodes").EnumerateArray().Select(x => x.GetString()));
        Assert.Empty((await staff.DoAsync(Get($"/positions?q=质检&courseId={courses[0].Id}"))).Items());
        Assert.Equal("质检主管", (await staff.DoAsync(Get($"/positions/{made.Id()}"))).Text("nameZh"));
    }

    [Fact]
    public async Task A_code_in_use_and_courses_that_cannot_be_required_are_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kept = await app.WriteAsync(async db =>
        {
            var courses = await db.Courses.OrderByDescending(x => x.Code).Take(2).ToListAsync();
            courses[0].Retire(app.Clock.GetUtcNow(), new DateOnly(2026, 3, 2));
            return courses;
        });
        await hr.RefusedAsync(HttpStatusCode.Conflict, "position.codeTaken", "code",
            Post("/positions", new { code = "cs-manager", nameZh = "甲", courseIds = Array.Empty<long>() }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "position.courseUnknown", "courseIds[1]",
            Post("/positions", new { code = "none", nameZh = "甲", courseIds = new[] { kept[1].Id, 999_999 } }));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "position.courseRetired", "courseIds[0]",
            Post("/positions", new { code = "none", nameZh = "甲", courseIds = new[] { kept[0].Id } }));
        Assert.False(await app.ReadAsync(db => db.Positions.AnyAsync(x => x.Code == "NONE")));

        var made = await hr.DoAsync(Post("/positions", new { code = "some", nameZh = "甲", courseIds = new[] { kept[1].Id } }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "position.courseUnknown", "courseIds[0]",
            Put($"/positions/{made.Id()}", new { nameZh = "甲", courseIds = new[] { 999_999 } }, 1));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "position.courseRetired", "courseIds[0]",
            Put($"/positions/{made.Id()}", new { nameZh = "甲", courseIds = new[] { kept[0].Id } }, 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale",
            Put($"/positions/{made.Id()}", new { nameZh = "甲", courseIds = new[] { kept[1].Id } }, 7));
    }

    [Fact]
    public async Task A_position_is_retired_once_nobody_holds_it_today_or_later()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/positions", new { code = "gone", nameZh = "旧岗", courseIds = Array.Empty<long>() }));
        var today = new DateOnly(2026, 3, 2);
        var elsewhere = await app.ReadAsync(db => db.Assignments.Select(x => x.Placement).FirstAsync()) with { SupervisorId = null };
        await app.HireAsync(elsewhere with { PositionId = made.Id() }, leftOn: today);

        await hr.RefusedAsync(HttpStatusCode.Conflict, "position.hasPeople", Post($"/positions/{made.Id()}/retire"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        var retired = await hr.DoAsync(Post($"/positions/{made.Id()}/retire"));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "position.retired", Post($"/positions/{made.Id()}/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "position.retired",
            Put($"/positions/{made.Id()}", new { nameZh = "新", courseIds = Array.Empty<long>() }, retired.Version()));
        Assert.Equal(["GONE"], (await hr.DoAsync(Get("/positions?retired=true"))).Items().Select(x => x.Text("code")));
    }
}
