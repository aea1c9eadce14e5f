using Training.Api.Imports;
using Training.Api.Imports.Measurements;
using Training.Api.Localization;
using Training.Api.Spreadsheets;

namespace Training.Api.Features.Imports;

internal static class GetMeasurementCrossTemplate
{
    /// <summary>An empty table of two sides to fill in: a person or department and a period in each row, and a column for each KPI in use
    /// whose figures are entered, 150 at most. Columns and rows may be taken out or added.</summary>
    internal static async Task<IResult> HandleAsync(MeasurementImport kind, HttpContext context, CancellationToken cancellation)
    {
        const int mostKpis = 150;
        var language = ReaderLanguage.Of(context);
        var codes = await kind.CodesAsync(cancellation, mostKpis);
        IEnumerable<TemplateColumn> columns =
        [
            .. new ImportColumn[] { MeasurementColumns.Number, MeasurementColumns.Department, MeasurementColumns.Period }
                .Select(x => ImportKind.TemplateColumn(x, language, [])),
            .. codes.Select(x => new TemplateColumn(x, CellKind.Decimal, false, null, [], null)),
        ];
        return Results.File(TemplateWorkbook.Write(kind.Name, [.. columns]), TableWorkbook.MediaType, "measurements-cross-template.xlsx");
    }
}
