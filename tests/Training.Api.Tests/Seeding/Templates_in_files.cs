using Training.Api.Data.Seeding;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Seeding;

/// <summary>Plan templates come from a file and belong to HR as soon as HR edits one.</summary>
public sealed class Templates_in_files(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_plan_template_that_hr_edited_is_left_alone_and_named_and_one_that_nobody_touched_follows_its_file()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var template = (await hr.ReadAsync("/plan-templates?code=TP03")).Items()[0];
        await hr.DoAsync($"/plan-templates/{template.Id()}", new { nameZh = "本公司方案", items = Array.Empty<object>() }, template.Version(), HttpMethod.Put);
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put("plan-templates.json", "\"nameZh\": \"客户服务行业培训方案\"", "\"nameZh\": \"行业培训方案（新）\"");
        folder.Put("plan-templates.json", "\"nameEn\": \"Service representative training outline\"", "\"nameEn\": \"Outline for representatives\"");

        var report = await folder.LoadAsync(app);

        Assert.Contains(new LeftRecord("planTemplate", "TP03", LeftAlone.ChangedHere), report.Left);
        Assert.Equal("本公司方案", (await hr.ReadAsync($"/plan-templates/{template.Id()}")).Text("nameZh"));
        Assert.Equal((0, 1), (report.Added, report.Updated));
        Assert.Equal("TP02", Assert.Single((await hr.ReadAsync("/plan-templates?q=outline+for+rep")).Items()).Text("code"));
    }
}
