using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Localization;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Sessions;
using Training.Domain.People;

namespace Training.Api.Tests.Transcripts;

public sealed partial class PrintedTranscript(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_page_is_in_the_readers_language()
    {
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Supervisor, Standing.Direct));
        await hr.CompleteAsync(person, await hr.NewCourseAsync("投诉处理", validityMonths: 12, classHours: 4.50m), "2025-03-10", score: 86);

        var (answer, chinese) = await hr.PageAsync($"/employees/{person}/transcript/page");
        var (_, english) = await (await app.SignInAsAsync(Role.HumanResources)).PageAsync($"/employees/{person}/transcript/page", "en");

        Assert.True(answer.IsSuccessStatusCode, chinese);
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(["zh-CN"], answer.Content.Headers.ContentLanguage);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">", chinese, StringComparison.Ordinal);
        foreach (var shown in new[] { "学习档案", "投诉处理", "即将到期", "2026-03-10", "2026-03-02 (Asia/Shanghai)", "课堂", ">4.5<", ">86<", World.NumberOf(Role.Supervisor, Standing.Direct) })
        {
            Assert.Contains(shown, chinese, StringComparison.Ordinal);
        }

        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.All(["Transcript", "about to expire", "Printed on", "Class hours"], x => Assert.Contains(x, english, StringComparison.Ordinal));
        Assert.DoesNotContain("学习档案", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_typed_becomes_part_of_the_page()
    {
        const string Hostile = "</title></style><script>alert(1)</script>&\"'<img src=x>";
        var (hr, person) = (await app.AsAsync(Role.HumanResources), await app.PersonAsync(Role.Staff, Standing.Below));
        await app.WriteAsync(async db =>
        {
            var employee = await db.Employees.SingleAsync(x => x.Id == person);
            employee.Edit(new EmployeeProfile(PersonNames.Of(employee.EmployeeNumber, Hostile, Hostile, null), null, null, null, Domain.People.Language.ZhCn));
            return true;
        });
        await hr.CompleteAsync(person, await hr.NewCourseAsync(Hostile), "2026-02-02");

        var reader = await app.SignInAsAsync(Role.HumanResources);
        foreach (var language in Languages.All)
        {
            var (_, page) = await reader.PageAsync($"/employees/{person}/transcript/page", language.Tag());

            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#x27;", page, StringComparison.Ordinal);
            Assert.Equal(["style", "title"], Tag().Matches(page).Select(x => x.Groups[1].Value).Where(x => x is "style" or "title").Order());
        }
    }

    [Fact]
    public async Task The_page_is_printed_on_A4_and_loads_and_runs_nothing()
    {
        var staff = await app.AsAsync(Role.Staff);

        var (answer, page) = await staff.PageAsync("/my/transcript/page");
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        var style = Style().Match(page).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));

        Assert.Contains("default-src 'none'", policy);
        Assert.Contains($"style-src 'sha256-{hash}'", policy);
        Assert.DoesNotContain(policy, x => x.StartsWith("script-src", StringComparison.Ordinal) || x.Contains("unsafe", StringComparison.Ordinal));
        Assert.Contains("@page { size: A4;", style, StringComparison.Ordinal);
        Assert.Contains("thead { display: table-header-group; }", style, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", style, StringComparison.OrdinalIgnoreCase);
        Assert.All(["<script", "<link", "<img", " style=", " src=", " href=", " on"], x => Assert.DoesNotContain(x, page[page.IndexOf("</style>", StringComparison.Ordinal)..], StringComparison.OrdinalIgnoreCase));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Refusals_and_lists_allow_no_style()
    {
        var staff = await app.AsAsync(Role.Staff);

        foreach (var path in new[] { "/employees/987654/transcript/page", "/my/transcript" })
        {
            var (answer, _) = await staff.PageAsync(path);
            Assert.DoesNotContain("style-src", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<([a-z0-9]+)")]
    private static partial Regex Tag();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
