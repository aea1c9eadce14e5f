using System.Net;
using System.Text.Json;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Departments;

/// <summary>Today is 2 March 2026.</summary>
public sealed class Heads_of_departments(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Now = HttpStatusCode.Conflict;

    [Fact]
    public async Task Who_headed_a_department_is_kept_from_day_to_day_and_changed_in_the_past_or_today()
    {
        var (hr, first, second) = (await app.AsAsync(Role.HumanResources), await Hired.HireAsync(app, "DH-1"), await Hired.HireAsync(app, "DH-2"));
        var made = await hr.DoAsync(Post("/departments", new { code = "DH-A", nameZh = "甲", headId = first, headFrom = "2026-01-15" }));
        Assert.Equal(["DH-1 2026-01-15 null"], Terms(made));

        var changed = await PutAsync(hr, made, new { nameZh = "甲", headId = second });
        Assert.Equal(["DH-1 2026-01-15 2026-03-01", "DH-2 2026-03-02 null"], Terms(changed));
        Assert.Equal(("DH-2", second), (changed.Text("headEmployeeNumber"), changed.GetProperty("headId").GetInt64()));
        var named = await PutAsync(hr, changed, new { nameZh = "甲部", headId = second });
        named = await PutAsync(hr, named, new { nameZh = "甲部", headId = second, headFrom = "2026-03-02" });
        Assert.Equal(Terms(changed), Terms(named));

        // From the very day on which the head named last begins, that one never was.
        var nobody = await PutAsync(hr, named, new { nameZh = "甲部", headFrom = "2026-03-02" });
        Assert.Equal(["DH-1 2026-01-15 2026-03-01"], Terms(nobody));
        Assert.Equal(JsonValueKind.Null, nobody.GetProperty("headId").ValueKind);
        var dated = await PutAsync(hr, nobody, new { nameZh = "甲部", headId = second, headFrom = "2026-02-10" });
        Assert.Equal(["DH-1 2026-01-15 2026-02-09", "DH-2 2026-02-10 null"], Terms(dated));
        var staff = await app.AsAsync(Role.Staff);
        Assert.Equal(Terms(dated), Terms(await staff.DoAsync(Get($"/departments/{made.Id()}"))));
        Assert.Equal("DH-2", (await staff.DoAsync(Get("/departments?q=DH-A"))).Items().Single().Text("headEmployeeNumber"));
    }

    [Fact]
    public async Task A_head_is_not_named_for_a_day_to_come_nor_before_the_one_named_last_nor_outside_employment()
    {
        var (hr, head, other) = (await app.AsAsync(Role.HumanResources), await Hired.HireAsync(app, "DH-3"), await Hired.HireAsync(app, "DH-4"));
        object Of(object? headId, string headFrom) => new { code = "DH-B", nameZh = "乙", headId, headFrom };
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "department.headInFuture", "headFrom", Post("/departments", Of(head, "2026-03-03")));
        await hr.RefusedAsync(Now, "department.headNotEmployed", "headFrom", Post("/departments", Of(head, "2025-01-05")));
        var made = await hr.DoAsync(Post("/departments", Of(head, "2026-02-01")));

        HttpRequestMessage Edit(long? headId, string headFrom) => Put($"/departments/{made.Id()}", new { nameZh = "乙", headId, headFrom }, 1);
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "department.headInFuture", "headFrom", Edit(other, "2026-03-03"));
        await hr.RefusedAsync(Now, "department.headTooEarly", "headFrom", Edit(other, "2026-01-31"));
        await hr.RefusedAsync(Now, "department.headTooEarly", "headFrom", Edit(null, "2026-01-31"));
        var gone = await Hired.HireAsync(app, "DH-5", leftOn: new(2026, 2, 20));
        await hr.RefusedAsync(Now, "department.headNotEmployed", "headFrom", Edit(gone, "2026-02-21"));
        Assert.Equal(["DH-3 2026-02-01 null"], Terms(await hr.DoAsync(Get($"/departments/{made.Id()}"))));
    }

    [Fact]
    public async Task Who_leaves_the_company_heads_nothing_from_the_next_day_on_and_does_not_head_it_by_coming_back()
    {
        await using var later = new TrainingApp();
        await later.InitializeAsync();
        var (hr, head) = (await later.AsAsync(Role.HumanResources), await Hired.HireAsync(later, "DH-6"));
        var made = await hr.DoAsync(Post("/departments", new { code = "DH-C", nameZh = "丙", headId = head, headFrom = "2026-01-01" }));
        await hr.DoAsync(Post($"/employees/{head}/end-employment", new { leftOn = "2026-03-03" }, 1));
        later.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(head, (await hr.DoAsync(Get($"/departments/{made.Id()}"))).GetProperty("headId").GetInt64());

        later.Clock.Advance(TimeSpan.FromDays(7));
        await hr.DoAsync(Post($"/employees/{head}/rehire", await Hired.RehireRequestAsync(later, new DateOnly(2026, 3, 6)), 2));
        var left = await hr.DoAsync(Get($"/departments/{made.Id()}"));
        Assert.Equal(["DH-6 2026-01-01 2026-03-03"], Terms(left));
        Assert.Equal(JsonValueKind.Null, left.GetProperty("headId").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await hr.DoAsync(Get("/departments?q=DH-C"))).Items().Single().GetProperty("headId").ValueKind);

        var edited = await PutAsync(hr, left, new { nameZh = "丙部" });
        Assert.Equal(Terms(left), Terms(edited));
        var again = await PutAsync(hr, edited, new { nameZh = "丙部", headId = head, headFrom = "2026-03-06" });
        Assert.Equal(["DH-6 2026-01-01 2026-03-03", "DH-6 2026-03-06 null"], Terms(again));
    }

    [Fact]
    public async Task The_last_day_of_a_department_is_the_last_of_its_head()
    {
        var (hr, head) = (await app.AsAsync(Role.HumanResources), await Hired.HireAsync(app, "DH-7"));
        var made = await hr.DoAsync(Post("/departments", new { code = "DH-D", nameZh = "丁", headId = head, headFrom = "2026-01-01" }));

        Assert.Equal(["DH-7 2026-01-01 2026-03-02"], Terms(await hr.DoAsync(Post($"/departments/{made.Id()}/retire", ifMatch: made.Version()))));
    }

    private static Task<JsonElement> PutAsync(HttpClient hr, JsonElement department, object request) =>
        hr.DoAsync(Put($"/departments/{department.Id()}", request, department.Version()));

    private static IReadOnlyList<string> Terms(JsonElement department) =>
        [.. department.GetProperty("heads").EnumerateArray().Select(x => $"{x.GetProperty("employee").Text("employeeNumber")} {x.Text("from")} {To(x)}")];

    private static string To(JsonElement term) => term.Text("to") ?? "null";
}
