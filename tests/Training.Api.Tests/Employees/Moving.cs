using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using Training.Domain.Rules;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Employees;

public sealed class Moving(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public async Task A_new_supervisor_today_keeps_yesterdays_truth_and_takes_the_person_out_of_the_old_ones_list()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (old, next) = (await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Staff));
        var (oldId, nextId) = (await app.PersonAsync(Role.Supervisor, Standing.Own), await app.PersonAsync(Role.Staff, Standing.Own));
        var id = await app.HireAsync("M-01", oldId);
        Assert.True(await old.ListsAsync(id));

        await hr.DoAsync(await app.MoveAsync(id, Today, nextId));

        Assert.False(await old.ListsAsync(id));
        Assert.True(await next.ListsAsync(id));
        await old.RefusedAsync(Get($"/employees/{id}"), HttpStatusCode.NotFound, "record.unknown");
        Assert.Equal(nextId, await DirectAsync(hr, id, "2026-03-02"));
        Assert.Equal(oldId, await DirectAsync(hr, id, "2026-03-01"));
        Assert.Equal("2026-03-01", (await hr.ReadAsync($"/employees/{id}/assignments?sort=from")).GetProperty("items")[0].Text("to"));
    }

    [Fact]
    public async Task A_move_may_lie_ahead_or_in_the_middle_of_a_past_month_or_on_a_leap_day()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var head = await app.PersonAsync(Role.Staff, Standing.Above);
        var id = await app.HireAsync("M-02");

        foreach (var day in new DateOnly[] { new(2025, 5, 14), new(2028, 2, 29) })
        {
            await hr.DoAsync(await app.MoveAsync(id, day, day.Year == 2028 ? null : head));
        }

        Assert.Null(await DirectAsync(hr, id, "2025-05-13"));
        Assert.Equal(head, await DirectAsync(hr, id, "2025-05-14"));
        Assert.Equal(head, await DirectAsync(hr, id, "2028-02-28"));
        Assert.Null(await DirectAsync(hr, id, "2028-02-29"));
        Assert.Empty(await app.VerifyLinesAsync());
    }

    [Fact]
    public async Task A_loop_on_any_day_is_refused_with_the_day_and_the_people()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var top = await app.HireAsync("M-03");
        var low = await app.HireAsync("M-04", top);

        using var answer = await hr.SendAsync(
            await app.MoveAsync(top, new(2027, 1, 1), low), TestContext.Current.CancellationToken);

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("assignment.loop", text, StringComparison.Ordinal);
        Assert.Contains("2027-01-01", text, StringComparison.Ordinal);
        Assert.Contains("M-03", text, StringComparison.Ordinal);
        Assert.Equal(1, (await hr.ReadAsync($"/employees/{top}/assignments")).GetProperty("total").GetInt32());
        await hr.RefusedAsync(
            await app.MoveAsync(top, Today, top), HttpStatusCode.UnprocessableEntity, "assignment.ownSupervisor");
    }

    [Fact]
    public async Task A_move_outside_employment_or_without_a_change_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("M-05");
        var path = $"/employees/{id}/assignments";

        await hr.RefusedAsync(await app.MoveAsync(id, new(2025, 1, 5), null), HttpStatusCode.Conflict, "assignment.notEmployed");
        await hr.RefusedAsync(await app.MoveAsync(id, Today, null), HttpStatusCode.Conflict, "assignment.nothingChanges");
        foreach (var (member, code) in new[] { ("departmentId", "departmentUnknown"), ("positionId", "positionUnknown"), ("supervisorId", "supervisorUnknown") })
        {
            var request = await app.MoveRequestAsync(Today, null);
            request[member] = 999_999;
            await hr.RefusedAsync(Post(path, request, 1), HttpStatusCode.UnprocessableEntity, $"assignment.{code}");
        }

        await hr.RefusedAsync(
            Put($"{path}/999999", await app.MoveRequestAsync(Today, null), 1), HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task Of_two_who_move_somebody_for_what_they_both_read_the_second_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (head, other) = (await app.PersonAsync(Role.Staff, Standing.Above), await app.PersonAsync(Role.Staff, Standing.Own));
        var id = await app.HireAsync("M-10");
        var (one, two) = (await app.MoveAsync(id, Today, head), await app.MoveAsync(id, Today, other));
        await hr.DoAsync(one);

        await hr.RefusedAsync(two, HttpStatusCode.PreconditionFailed, "version.stale");

        Assert.Equal(head, await DirectAsync(hr, id, "2026-03-02"));
    }

    [Fact]
    public async Task A_correction_moves_the_end_of_the_assignment_before_along_and_leaves_no_gap()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var head = await app.PersonAsync(Role.Staff, Standing.Above);
        var id = await app.HireAsync("M-06");
        var moved = await hr.DoAsync(await app.MoveAsync(id, new(2026, 2, 1), head));
        var path = $"/employees/{id}/assignments/{moved.Id()}";

        await hr.RefusedAsync(
            Put(path, await app.MoveRequestAsync(new(2025, 1, 6), head), 1), HttpStatusCode.UnprocessableEntity, "assignment.fromOutOfRange");
        await hr.DoAsync(Put(path, await app.MoveRequestAsync(new(2025, 1, 7), head), 1));

        var rows = (await hr.ReadAsync($"/employees/{id}/assignments?sort=from")).GetProperty("items");
        Assert.Equal(("2025-01-06", "2025-01-07"), (rows[0].Text("to"), rows[1].Text("from")));
        Assert.Equal(head, await DirectAsync(hr, id, "2025-01-07"));
        await hr.RefusedAsync(Put(path, await app.MoveRequestAsync(new(2025, 1, 8), head), 1), HttpStatusCode.PreconditionFailed, "version.stale");
    }

    [Fact]
    public async Task Thirty_people_may_stand_above_one_another_and_no_more()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        long? above = null;
        for (var i = 0; i < 31; i++)
        {
            above = await app.HireAsync($"T-{i}", above);
        }

        var request = await app.HireRequestAsync("T-31", above);
        await hr.RefusedAsync(Post("/employees", request), HttpStatusCode.UnprocessableEntity, "assignment.tooManyLevels");
        var levels = (await hr.ReadAsync($"/employees/{above}/reporting-lines")).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("level").GetInt32());
        Assert.Equal(Enumerable.Range(1, 30), levels);
    }

    [Fact]
    public async Task Nobody_is_placed_in_a_department_or_position_that_is_retired()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("M-07", leftOn: new(2025, 6, 30));
        var here = await app.HireAsync("M-08");
        var assignment = await app.FirstAssignmentAsync(here);
        var (department, position) = await RetiredAsync();

        foreach (var (member, retired, code) in new[] { ("departmentId", department, "department.retired"), ("positionId", position, "position.retired") })
        {
            var hire = await app.HireRequestAsync("M-09");
            var move = await app.MoveRequestAsync(Today, null);
            var back = await app.RehireRequestAsync(Today);
            var right = await app.MoveRequestAsync(assignment.From, null);
            (hire[member], move[member], back[member], right[member]) = (retired, retired, retired, retired);
            await hr.RefusedAsync(Post("/employees", hire), HttpStatusCode.Conflict, code);
            await hr.RefusedAsync(Post($"/employees/{here}/assignments", move, 1), HttpStatusCode.Conflict, code);
            await hr.RefusedAsync(Post($"/employees/{id}/rehire", back, 2), HttpStatusCode.Conflict, code);
            await hr.RefusedAsync(Put($"/employees/{here}/assignments/{assignment.Id}", right, 1), HttpStatusCode.Conflict, code);
        }
    }

    private async Task<(long Department, long Position)> RetiredAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        return await db.WriteAsync(async () =>
        {
            var department = Department.Create("OLD", new Bilingual("旧部门", null));
            var position = Position.Create("OLD", new PositionContent(new Bilingual("旧岗位", null), null, null, []));
            department.Retire(TrainingApp.Morning, new(2026, 3, 2));
            position.Retire(TrainingApp.Morning);
            db.AddRange(department, position);
            await db.FlushAsync(TestContext.Current.CancellationToken);
            return (department.Id, position.Id);
        });
    }

    private static async Task<long?> DirectAsync(HttpClient client, long id, string day) =>
        (await client.ReadAsync($"/employees/{id}/reporting-lines?on={day}")).GetProperty("items").EnumerateArray()
            .Where(x => x.GetProperty("isDirect").GetBoolean()).Select(x => (long?)x.GetProperty("supervisor").Id()).SingleOrDefault();
}
