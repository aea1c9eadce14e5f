using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Errors;
using Training.Api.Localization;
using Training.Api.Tests.Hosting;
using Training.Domain.Rules;

namespace Training.Api.Tests.Walks;

/// <summary><c>docs/errors.md</c> is made from the refusals, the texts and what the routes declare; a change of it is approved by
/// running the test with <c>APPROVE=1</c>.</summary>
public sealed class ErrorsDocumentTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_kept_page_lists_every_refusal()
    {
        var page = Page();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            await File.WriteAllTextAsync(KeptPath(), page, TestContext.Current.CancellationToken);
        }

        var kept = await File.ReadAllTextAsync(KeptPath(), TestContext.Current.CancellationToken);
        Assert.True(kept == page, "docs/errors.md is out of date. Look at the difference, then approve it: APPROVE=1 dotnet test tests/Training.Api.Tests --filter FullyQualifiedName~ErrorsDocumentTests");
    }

    private string Page()
    {
        var routes = Declared();
        var page = new StringBuilder("""
            # Refusals

            Every refusal is a problem (RFC 9457, `application/problem+json`) with a stable `code`, a `detail` in the reader's language,
            `errors` keyed by the place in the request, and a `traceId`. A refused request has changed nothing. Several may apply; the one
            of the first step is answered: 401, 403 by role, 400, 404, 403 by relation, 428 and 412, 409, 422.
            Values stand in braces. Refusals without a route can leave by every route of that shape.

            每个拒绝都是一个问题对象（RFC 9457），带有稳定的 `code`、以读者语言写成的 `detail`、按请求位置列出的 `errors` 和 `traceId`。
            被拒绝的请求不会改变任何数据。花括号中是具体数值；未列出路由的拒绝可由所有同类路由返回。


            """);
        foreach (var status in Refusals.All.Values.GroupBy(RefusalStatus.Of).OrderBy(x => x.Key))
        {
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"## {status.Key} {Texts.Of(Language.English, $"status.{status.Key}")}\n\n");
            page.Append("| code | what is said · 提示 | routes |\n|---|---|---|\n");
            foreach (var refusal in status.OrderBy(x => x.Code, StringComparer.Ordinal))
            {
                page.Append(System.Globalization.CultureInfo.InvariantCulture,
                    $"| `{refusal.Code}` | {Sentence(Language.English, refusal)}<br>{Sentence(Language.Chinese, refusal)} | {string.Join(", ", routes[refusal.Code].Order(StringComparer.Ordinal))} |\n");
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd('\n').ReplaceLineEndings("\n") + "\n";
    }

    private static string Sentence(Language language, Refusal refusal) =>
        Texts.Of(language, refusal.Code).Replace("|", "\\|", StringComparison.Ordinal);

    private ILookup<string, string> Declared() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .SelectMany(endpoint => DeclaredRefusals.Of(endpoint).Select(refusal => (
            refusal.Code, Route: endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "")))
        .Where(x => x.Route.Length > 0).Distinct().ToLookup(x => x.Code, x => x.Route);

    private static string KeptPath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/errors.md"));
}
