using System.Net;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Employees;

public sealed class Terms_that_cannot_be(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Content = HttpStatusCode.UnprocessableEntity;
    private static readonly DateOnly Back = new(2026, 3, 2);

    [Theory]
    [InlineData("departmentId", 999_999, "assignment.departmentUnknown")]
    [InlineData("positionId", 999_999, "assignment.positionUnknown")]
    [InlineData("supervisorId", 999_999, "assignment.supervisorUnknown")]
    [InlineData("workShare", 1.01, "employee.workShareOutOfRange")]
    [InlineData("probationEndsOn", "2026-03-01", "probation.endsBeforeHired")]
    public async Task Nobody_is_taken_back_on_them(string member, object value, string code)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync($"TC-{member}", leftOn: new DateOnly(2025, 12, 31));
        var request = await app.RehireRequestAsync(Back);
        request[member] = value;

        await hr.RefusedAsync(Post($"/employees/{id}/rehire", request, await app.VersionAsync(id)), Content, code);

        Assert.Equal(1, (await hr.ReadAsync($"/employees/{id}")).GetProperty("periods").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_comes_back_under_somebody_who_reports_to_them()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("TC-TOP", leftOn: new DateOnly(2025, 12, 31));
        var below = await app.HireAsync("TC-LOW", id);

        await hr.RefusedAsync(
            Post($"/employees/{id}/rehire", await app.RehireRequestAsync(Back, below), await app.VersionAsync(id)), Content, "assignment.loop");
    }

    [Theory]
    [InlineData("departmentId", "assignment.departmentUnknown")]
    [InlineData("positionId", "assignment.positionUnknown")]
    [InlineData("supervisorId", "assignment.supervisorUnknown")]
    public async Task No_assignment_is_corrected_to_what_does_not_exist(string member, string code)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync($"TC-C-{member}");
        var first = await app.FirstAssignmentAsync(id);
        var request = await app.MoveRequestAsync(first.From, null);
        request[member] = 999_999;

        await hr.RefusedAsync(Put($"/employees/{id}/assignments/{first.Id}", request, first.Version), Content, code);
    }

    [Fact]
    public async Task No_assignment_is_corrected_to_oneself_or_one_below()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("TC-SELF");
        var below = await app.HireAsync("TC-BELOW", id);
        var first = await app.FirstAssignmentAsync(id);
        var path = $"/employees/{id}/assignments/{first.Id}";

        await hr.RefusedAsync(Put(path, await app.MoveRequestAsync(first.From, id), first.Version), Content, "assignment.ownSupervisor");
        await hr.RefusedAsync(Put(path, await app.MoveRequestAsync(first.From, below), first.Version), Content, "assignment.loop");
    }

    [Fact]
    public async Task No_act_makes_a_line_longer_than_thirty_levels()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        long? foot = null;
        for (var i = 0; i < 31; i++)
        {
            foot = await app.HireAsync($"TC-{i:00}", foot);
        }

        var newcomer = await app.HireAsync("TC-NEW");
        var first = await app.FirstAssignmentAsync(newcomer);
        await hr.RefusedAsync(await app.MoveAsync(newcomer, Back, foot), Content, "assignment.tooManyLevels");
        await hr.RefusedAsync(
            Put($"/employees/{newcomer}/assignments/{first.Id}", await app.MoveRequestAsync(first.From, foot), first.Version),
            Content, "assignment.tooManyLevels");

        var returning = await app.HireAsync("TC-BACK", leftOn: new DateOnly(2025, 12, 31));
        await hr.RefusedAsync(
            Post($"/employees/{returning}/rehire", await app.RehireRequestAsync(Back, foot), await app.VersionAsync(returning)),
            Content, "assignment.tooManyLevels");
    }

    [Fact]
    public async Task A_first_day_is_not_corrected_to_days_on_which_the_line_was_longer_than_that()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        long? foot = null;
        for (var i = 0; i < 31; i++)
        {
            foot = await app.HireAsync($"TC-U{i:00}", foot);
        }

        await hr.DoAsync(await app.MoveAsync(foot!.Value, new(2026, 2, 1), null));
        var request = await app.HireRequestAsync("TC-LATE", foot);
        request["hiredOn"] = "2026-02-01";
        var late = await hr.DoAsync(Post("/employees", request));
        var earlier = new { hiredOn = "2026-01-31", contractKind = "openEnded", workShare = 1, probationEndsOn = (string?)null, leftOn = (string?)null, leaveReason = (string?)null };

        using var answer = await hr.SendAsync(Put($"/employees/{late.Id()}/employment", earlier, late.Version()), TestContext.Current.CancellationToken);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Content, answer.StatusCode);
        Assert.Contains("assignment.tooManyLevels", text, StringComparison.Ordinal);
        Assert.Contains("TC-U29", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("workEmail", "nobody", "employee.emailMalformed")]
    [InlineData("mobile", "call me", "employee.mobileMalformed")]
    [InlineData("workPlaceId", 999_999, "employee.workPlaceUnknown")]
    public async Task No_profile_is_edited_to_them(string member, object value, string code)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync($"TC-P-{member}");
        var profile = new Dictionary<string, object?>
        {
            ["nameZh"] = "东方朔", ["nameLatin"] = null, ["nameReading"] = null, ["workEmail"] = null, ["mobile"] = null, ["workPlaceId"] = null,
            ["language"] = "zhCn",
            [member] = value,
        };

        await hr.RefusedAsync(Put($"/employees/{id}", profile, 1), Content, code);
    }
}
