using System.Net;
using System.Net.Http.Headers;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>The result form, to be printed and signed.</summary>
public sealed class Printed_result
{
    [Fact]
    public async Task It_has_every_item_the_adjustments_the_talk_and_places_to_sign_in_the_readers_language()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var (_, _, cycle, id) = await app.CompleteAsync("PR1");
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        var own = await app.SignInAsync("pr1");
        await own.RefusedAsync(HttpStatusCode.Conflict, "appraisal.notPublished", Get($"/appraisals/{id}/page"));
        await hr.DoAsync(await hr.CalibrationAsync(id, 1.25m, "<b>攻关</b>"));
        await hr.PublishAsync(cycle);
        await supervisor.DoAsync(Put($"/appraisals/{id}/interview", new { heldOn = "2026-03-02", points = "解决率有提升", agreedSteps = "参加 C07" }, 0));

        var (chinese, english) = (await PageAsync(own, id, "zh-CN"), await PageAsync(await app.SignInAsAsync(Role.HumanResources), id, "en"));

        Assert.All(
            ["绩效考核结果表 · 2025Q4", "PR1A", "指标PR1A", ">92.5<", ">93.75<", ">1.25<", "&lt;b&gt;攻关&lt;/b&gt;", "解决率有提升", "签名", "2025-10-01", "计分段 1"],
            x => Assert.Contains(x, chinese, StringComparison.Ordinal));
        Assert.All(["Appraisal result · 2025Q4", "Indicator PR1A", "Signature", "Agreed steps"], x => Assert.Contains(x, english, StringComparison.Ordinal));
        Assert.DoesNotContain("签名", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_supervisor_prints_nothing_enrols_in_nothing_and_only_the_direct_one_reads_the_talk()
    {
        await using var app = new TrainingApp();
        await app.InitializeAsync();
        var (by, person, _, id) = await app.PublishedAsync("PR2");
        var place = await app.PlaceAsync(by);
        var boss = await Employees.Hired.HireAsync(app, "PR-22");
        await app.AddAccountAsync("pr-22", boss, Role.Supervisor);
        var next = await Employees.Hired.HireAsync(app, "PR-21", boss);
        await app.AddAccountAsync("pr-21", next, Role.Supervisor);
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.DoAsync(Post(
            $"/employees/{person}/assignments", new { from = "2026-03-02", departmentId = place.DepartmentId, positionId = place.PositionId, supervisorId = next },
            await Employees.Hired.VersionAsync(app, person)));

        var later = await app.SignInAsync("pr-21");
        await later.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.receiptOfOthers", Get($"/appraisals/{id}/page"));
        await later.RefusedAsync(HttpStatusCode.Forbidden, "appraisal.receiptOfOthers", Post($"/appraisals/{id}/enrol-proposed", new { }));
        Assert.Equal(0, (await later.DoAsync(Get($"/appraisals/{id}"))).GetProperty("versions").GetArrayLength());
        await later.DoAsync(Get($"/appraisals/{id}/interview"));
        await (await app.SignInAsync("pr-22")).RefusedAsync(HttpStatusCode.Forbidden, "appraisal.notTheSupervisor", Get($"/appraisals/{id}/interview"));
    }

    private static async Task<string> PageAsync(HttpClient client, long id, string language)
    {
        var request = Get($"/appraisals/{id}/page");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
