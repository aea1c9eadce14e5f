using System.Net;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Departments;

public sealed class DepartmentTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task HR_keeps_the_tree_of_departments_and_everybody_reads_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var head = await app.PersonAsync(Role.Staff, Standing.Direct);
        var top = await hr.DoAsync(Post("/departments", new { code = "ops-1", nameZh = " 运营部 ", nameEn = "Operations" }));
        var below = await hr.DoAsync(Post("/departments", new { code = "OPS-2", nameZh = "质检组", parentId = top.Id(), headId = head }));

        Assert.Equal(("OPS-1", "运营部", "OPS-1", 1), (top.Text("code"), top.Text("nameZh"), below.Text("parentCode"), below.Version()));
        Assert.Equal(World.NumberOf(Role.Staff, Standing.Direct), below.Text("headEmployeeNumber"));

        var edited = await hr.DoAsync(Put($"/departments/{below.Id()}", new { nameZh = "质量组", parentId = top.Id() }, below.Version()));
        Assert.Equal(("质量组", "OPS-2", 2), (edited.Text("nameZh"), edited.Text("code"), edited.Version()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, edited.GetProperty("headId").ValueKind);

        var staff = await app.AsAsync(Role.Staff);
        Assert.Equal("质量组", (await staff.DoAsync(Get($"/departments/{below.Id()}"))).Text("nameZh"));
        Assert.Equal(["OPS-2"], (await staff.DoAsync(Get($"/departments?parentId={top.Id()}"))).Items().Select(x => x.Text("code")));
        Assert.Equal(["OPS-1"], (await staff.DoAsync(Get("/departments?q=OPERAT"))).Items().Select(x => x.Text("code")));
        Assert.Equal(["OPS-2"], (await staff.DoAsync(Get("/departments?q=质量"))).Items().Select(x => x.Text("code")));
    }

    [Fact]
    public async Task A_code_is_taken_whatever_its_case_and_width_also_for_two_at_once()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.DoAsync(Post("/departments", new { code = "dup", nameZh = "甲" }));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.codeTaken", "code", Post("/departments", new { code = "ＤＵＰ", nameZh = "乙" }));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            hr.SendAsync(Post("/departments", new { code = "at-once", nameZh = "同时" }), TestContext.Current.CancellationToken)));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict],
            answers.Select(x => x.StatusCode).Order());
    }

    [Fact]
    public async Task What_a_department_refers_to_must_exist_and_the_tree_has_no_loop()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "department.parentUnknown", "parentId",
            Post("/departments", new { code = "lost", nameZh = "甲", parentId = 999_999 }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "department.headUnknown", "headId",
            Post("/departments", new { code = "lost", nameZh = "甲", headId = 999_999 }));
        var top = await hr.DoAsync(Post("/departments", new { code = "loop-1", nameZh = "上" }));
        var below = await hr.DoAsync(Post("/departments", new { code = "loop-2", nameZh = "下", parentId = top.Id() }));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.loop", "parentId",
            Put($"/departments/{top.Id()}", new { nameZh = "上", parentId = below.Id() }, 1));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.loop", "parentId",
            Put($"/departments/{top.Id()}", new { nameZh = "上", parentId = top.Id() }, 1));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "department.parentUnknown", "parentId",
            Put($"/departments/{top.Id()}", new { nameZh = "上", parentId = 999_999 }, 1));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "department.headUnknown", "headId",
            Put($"/departments/{top.Id()}", new { nameZh = "上", headId = 999_999 }, 1));
        Assert.Equal(1, (await hr.DoAsync(Get($"/departments/{top.Id()}"))).Version());
        Assert.False(await app.ReadAsync(db => db.Departments.AnyAsync(x => x.Code == "LOST")));
    }

    [Fact]
    public async Task An_edit_for_an_older_version_or_for_none_changes_nothing()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/departments", new { code = "stale", nameZh = "甲" }));
        await hr.DoAsync(Put($"/departments/{made.Id()}", new { nameZh = "乙" }, 1));

        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put($"/departments/{made.Id()}", new { nameZh = "丙" }, 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Post($"/departments/{made.Id()}/retire", ifMatch: 1));
        var without = Put($"/departments/{made.Id()}", new { nameZh = "丙" }, 2);
        without.Headers.Remove("If-Match");
        await hr.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", without);
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get("/departments/999999"));
        Assert.Equal("乙", (await hr.DoAsync(Get($"/departments/{made.Id()}"))).Text("nameZh"));
    }

    [Fact]
    public async Task A_department_is_retired_when_its_last_person_has_gone_and_nothing_is_below_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/departments", new { code = "old", nameZh = "旧部" }));
        var child = await hr.DoAsync(Post("/departments", new { code = "old-1", nameZh = "旧组", parentId = made.Id() }));
        var today = new DateOnly(2026, 3, 2);
        var elsewhere = await app.ReadAsync(db => db.Assignments.Select(x => x.Placement).FirstAsync()) with { SupervisorId = null };
        await app.HireAsync(elsewhere with { DepartmentId = made.Id() }, (today, elsewhere));
        await app.HireAsync(elsewhere, (today.AddMonths(2), elsewhere with { DepartmentId = child.Id() }), today.AddMonths(3));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.hasPeople", Post($"/departments/{child.Id()}/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.hasChildren", Post($"/departments/{made.Id()}/retire"));
        await hr.DoAsync(Put($"/departments/{child.Id()}", new { nameZh = "旧组" }, 1));
        var retired = await hr.DoAsync(Post($"/departments/{made.Id()}/retire", ifMatch: 1));

        Assert.Equal("2026-03-02T01:00:00.000Z", retired.Text("retiredAt"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.retired", Post($"/departments/{made.Id()}/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.retired", Put($"/departments/{made.Id()}", new { nameZh = "新" }, retired.Version()));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "department.retired", "parentId",
            Post("/departments", new { code = "under-old", nameZh = "甲", parentId = made.Id() }));
        Assert.Contains("OLD", (await hr.DoAsync(Get("/departments?retired=true"))).Items().Select(x => x.Text("code")));
        Assert.DoesNotContain("OLD", (await hr.DoAsync(Get("/departments?retired=false&pageSize=200"))).Items().Select(x => x.Text("code")));
    }
}
