using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Http;

/// <summary>Endpoint metadata: the answer is a page to be printed, with the one style sheet that all of them have.</summary>
internal sealed record PrintedPageAnswer;

/// <summary>A page to be printed on A4 in the reader's language: a title and below it facts, headings and tables in the order in which they
/// are added. Everything on it is encoded; it loads nothing and runs no script.</summary>
internal sealed class PrintedPage(Language language, string title) : IResult, IEndpointMetadataProvider
{
    public const string MediaType = "text/html";

    private const string Style = """
        @page { size: A4; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); } }
        body { font-family: "Noto Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; font-size: 10pt; line-height: 1.35; }
        body { color: #000; background: #fff; margin: 0 auto; max-width: 186mm; }
        h1 { font-size: 16pt; margin: 0 0 4mm; }
        h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { border: 0.2mm solid #444; padding: 1mm 1.5mm; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
        th { background: #eee; font-weight: 600; print-color-adjust: exact; }
        td.number { text-align: end; white-space: nowrap; }
        td.day { white-space: nowrap; }
        td.blank { min-width: 22mm; height: 9mm; }
        .facts th { width: 30mm; }
        .rows { font-size: 9pt; }
        .rows + .rows { break-before: page; }
        p { margin: 2mm 0; }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _body = new();

    /// <summary>What a browser compares the style sheet with before it follows it.</summary>
    public static string StyleHash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(LineFeeds(Style))));

    [SuppressMessage("Design", "CA1000", Justification = "The framework asks the type.")]
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [MediaType]));
        builder.Metadata.Add(new PrintedPageAnswer());
    }

    /// <summary>A cell in which somebody writes by hand.</summary>
    public sealed record Blank
    {
        public static readonly Blank Cell = new();
    }

    public PrintedPage Heading(string text) => Element("h2", text);

    public PrintedPage Paragraph(string text) => Element("p", text);

    /// <summary>Names and values below each other; those without a value are left out.</summary>
    public PrintedPage Facts(params IEnumerable<(string Name, object? Value)> facts)
    {
        _body.Append("<table class=\"facts\"><tbody>\n");
        foreach (var (name, value) in facts.Where(x => x.Value is not null))
        {
            _body.Append("<tr><th scope=\"row\">").Append(Encoder.Encode(name)).Append("</th>").Append(Cell(value)).Append("</tr>\n");
        }

        _body.Append("</tbody></table>\n");
        return this;
    }

    /// <summary>A table whose header returns on each sheet of paper.</summary>
    public PrintedPage Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows)
    {
        _body.Append("<table class=\"rows\"><thead><tr>");
        foreach (var header in headers)
        {
            _body.Append("<th scope=\"col\">").Append(Encoder.Encode(header)).Append("</th>");
        }

        _body.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            _body.Append("<tr>").AppendJoin("", row.Select(Cell)).Append("</tr>\n");
        }

        _body.Append("</tbody></table>\n");
        return this;
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.Append(HeaderNames.Vary, "Accept-Language");
        headers.ContentLanguage = language.Tag();
        httpContext.Response.ContentType = $"{MediaType}; charset=utf-8";
        return httpContext.Response.WriteAsync(ToString(), Encoding.UTF8, httpContext.RequestAborted);
    }

    /// <summary>The whole document.</summary>
    public override string ToString()
    {
        var name = Encoder.Encode(title);
        return $"""
            <!DOCTYPE html>
            <html lang="{language.Tag()}">
            <head>
            <meta charset="utf-8">
            <title>{name}</title>
            <style>{LineFeeds(Style)}</style>
            </head>
            <body>
            <h1>{name}</h1>
            {_body}</body>
            </html>

            """;
    }

    private PrintedPage Element(string name, string text)
    {
        _body.Append('<').Append(name).Append('>').Append(Encoder.Encode(text)).Append("</").Append(name).Append(">\n");
        return this;
    }

    private string Cell(object? value) => value switch
    {
        null => "<td></td>",
        Blank => "<td class=\"blank\"></td>",
        string text => $"<td>{Encoder.Encode(text)}</td>",
        Bilingual text => $"<td>{Encoder.Encode(language == Language.English ? text.En ?? text.Zh : text.Zh)}</td>",
        DateOnly => $"<td class=\"day\">{TextForm.Of(value, language)}</td>",
        int or long or decimal => $"<td class=\"number\">{Encoder.Encode(TextForm.Of(value, language))}</td>",
        _ => $"<td>{Encoder.Encode(TextForm.Of(value, language))}</td>",
    };

    // The hash is of what a browser reads, whatever line ends the source was saved with.
    private static string LineFeeds(string text) => text.ReplaceLineEndings("\n");
}
