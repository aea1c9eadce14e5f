using System.Net;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.Appraisals;

/// <summary>How HR names who scores in the place of the supervisor.</summary>
public sealed class Naming_a_rater(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;

    [Fact]
    public async Task Whom_HR_names_is_told_sees_the_segment_and_scores_it_in_the_place_of_the_supervisor()
    {
        var (hr, supervisor, named) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor), await app.AsAsync(Role.Payroll));
        var cycle = await hr.OpenedAsync("2025Q4", "selfReview");
        var id = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.Supervisor, Standing.Direct));
        var rater = await app.PersonAsync(Role.Payroll, Standing.Own);
        await named.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/appraisals/{id}/segments/1/score"));
        var path = $"/appraisals/{id}/segments/1/rater";
        await supervisor.DoAsync(Send(HttpMethod.Put, $"/appraisals/{id}/segments/1/score", new { marks = Array.Empty<object>(), remark = "初评" }));
        var version = (await hr.ScoreAsync(id, 1)).Version();
        await hr.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", Post(path, new { employeeId = rater, reason = "回避" }));

        var done = await hr.DoAsync(Post(path, new { employeeId = rater, reason = "主管回避" }, version));

        Assert.Equal((World.NumberOf(Role.Payroll, Standing.Own), "主管回避"), (done.GetProperty("rater").Text("employeeNumber"), done.Text("raterReason")));
        Assert.Contains("appraisal.raterNamed", (await named.DoAsync(Get("/notices?pageSize=200"))).Items().Select(x => x.Text("kind")));
        Assert.Null((await named.ScoreAsync(id, 1)).Text("remark"));
        await supervisor.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.notTheRater", await supervisor.ScoringAsync(id, 1));
        var scored = await named.DoAsync(await named.ScoringAsync(id, 1));
        Assert.Equal(World.NumberOf(Role.Payroll, Standing.Own), scored.GetProperty("scoredBy").Text("employeeNumber"));
        await hr.RefusedAsync(Conflict, "appraisal.segmentScored", Post(path, new { employeeId = rater, reason = "再次" }, scored.Version()));
    }

    [Fact]
    public async Task Neither_the_person_nor_who_stands_below_nor_who_has_left_is_named_nor_does_HR_name_their_own()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = await hr.OpenedAsync("2025Q3", "selfReview");
        var (person, below) = (await app.PersonAsync(Role.Supervisor, Standing.Direct), await app.PersonAsync(Role.Supervisor, Standing.Below));
        var gone = await Hired.HireAsync(app, "NR-01", null, new DateOnly(2026, 1, 31));
        var id = await hr.AppraisalAsync(cycle, person);
        var version = (await hr.ScoreAsync(id, 1)).Version();

        foreach (var rater in new[] { person, below, gone, 9_999_999 })
        {
            await hr.RefusedAsync(
                Conflict, "appraisal.raterNotAccepted", "employeeId", Post($"/appraisals/{id}/segments/1/rater", new { employeeId = rater, reason = "空缺" }, version));
        }

        var own = await hr.AppraisalAsync(cycle, await app.PersonAsync(Role.HumanResources, Standing.Own));
        await hr.RefusedAsync(
            HttpStatusCode.Forbidden, "access.own", Post($"/appraisals/{own}/segments/1/rater", new { employeeId = below, reason = "空缺" }, 1));
    }

    [Fact]
    public async Task An_appraisal_that_ended_unrated_needs_none()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var request = await Hired.HireRequestAsync(app, "NR-11", await app.PersonAsync(Role.Supervisor, Standing.Own));
        request["hiredOn"] = new DateOnly(2025, 6, 10);
        var person = (await hr.DoAsync(Post("/employees", request))).Id();
        var cycle = await hr.OpenedAsync("2025Q2", "selfReview", "scoring");
        var id = await hr.AppraisalAsync(cycle, person);

        await hr.RefusedAsync(
            Conflict, "appraisal.notInThisState",
            Post($"/appraisals/{id}/segments/1/rater", new { employeeId = await app.PersonAsync(Role.Staff, Standing.Own), reason = "空缺" }, 1));
    }
}
