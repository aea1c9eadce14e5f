using Training.Api.Imports;
using Training.Api.Localization;
using Training.Api.Spreadsheets;

namespace Training.Api.Features.Imports;

internal static class ImportForm<TKind>
    where TKind : ImportKind
{
    /// <summary>An empty workbook to fill in, in the reader's language: required columns starred, drop-downs, an example row.</summary>
    internal static async Task<IResult> TemplateAsync(TKind kind, HttpContext context, CancellationToken cancellation)
    {
        var language = ReaderLanguage.Of(context);
        var choices = await kind.ChoicesAsync(cancellation);
        var columns = kind.Columns.Select(x => ImportKind.TemplateColumn(x, language, choices.GetValueOrDefault(x) ?? []));
        return Results.File(TemplateWorkbook.Write(kind.Name, [.. columns]), TableWorkbook.MediaType, $"{kind.Name}-template.xlsx");
    }

    /// <summary>What the kind exports, in the form of the import: importing it again changes nothing.</summary>
    internal static async Task<IResult> ExportAsync(TKind kind, HttpContext context, CancellationToken cancellation)
    {
        var language = ReaderLanguage.Of(context);
        var rows = await kind.ExportAsync(language, cancellation);
        var columns = kind.Columns.Select(x => new WorkbookColumn(x.Header(language), x.Cells));
        return Results.File(
            await TableWorkbook.WriteAsync(kind.Name, [.. columns], rows, cancellation), TableWorkbook.MediaType, $"{kind.Name}.xlsx");
    }
}
