using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Api.Spreadsheets;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Imports.Measurements;

/// <summary>A table of two sides: people or departments in rows, and either a period in each row and a KPI above each further column,
/// or a KPI in each row and a period above each further column. Each cell with content is a figure; an empty one says nothing.</summary>
internal sealed class CrossTable(ImportKind kind, Sheet sheet)
{
    /// <summary>Figures of one table at most.</summary>
    public const int MostFigures = 200_000;

    private static readonly ImportColumn[] Keys =
        [MeasurementColumns.Number, MeasurementColumns.Department, MeasurementColumns.KpiCode, MeasurementColumns.Period];

    private readonly Dictionary<ImportColumn, int> _places = [];
    private readonly List<(int Index, object Means, Dictionary<ImportColumn, int> Places)> _figures = [];

    /// <summary>Whether the sheet is one: it has no column of values.</summary>
    public static bool Is(ImportKind kind, Sheet sheet)
    {
        var known = ImportReader.NamesOf(kind);
        return !sheet.Columns.Any(x => known.GetValueOrDefault(PlainText.Key(x.Header)) == MeasurementColumns.Value);
    }

    /// <summary>Its figures, each as a row of the long form.</summary>
    public async Task<ImportSheet> ReadAsync(TrainingDb db, CancellationToken cancellation)
    {
        var further = TakeKeys();
        var byKpi = _places.ContainsKey(MeasurementColumns.Period) && !_places.ContainsKey(MeasurementColumns.KpiCode);
        var known = byKpi ? await KpisAsync(db, cancellation) : [];
        foreach (var (index, column) in further)
        {
            TakeFurther(index, column, byKpi ? known.GetValueOrDefault(PlainText.Key(column.Header)) : PeriodOf(column.Header), byKpi);
        }

        var rows = new List<ImportRow>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var keys = new RowCells(_places);
        foreach (var row in sheet.Rows)
        {
            Add(row, keys.Read(row), byKpi, rows, first);
        }

        return rows.Count > 0 ? new(sheet, _places, rows) : throw ImportRefusals.NoRows.With();
    }

    /// <summary>The columns that say whom and which; the others are left.</summary>
    private List<(int Index, SheetColumn Column)> TakeKeys()
    {
        var (names, further) = (ImportReader.NamesOf(kind), new List<(int, SheetColumn)>());
        foreach (var (index, column) in sheet.Columns.Index().Where(x => !ImportReader.IsOfFaults(x.Item.Header)))
        {
            if (names.GetValueOrDefault(PlainText.Key(column.Header)) is not { } meant || !Keys.Contains(meant))
            {
                further.Add((index, column));
            }
            else if (!_places.TryAdd(meant, index))
            {
                throw ImportRefusals.ColumnTwice.With(("header", column.Header), ("other", sheet.Columns[_places[meant]].Header));
            }
        }

        if (!_places.ContainsKey(MeasurementColumns.Number) && !_places.ContainsKey(MeasurementColumns.Department))
        {
            throw ImportRefusals.MissingColumn.With(("columns", new ColumnNames([MeasurementColumns.Number])));
        }

        // With both, each further column would have to be a value; with neither, nothing says what is measured.
        if (_places.ContainsKey(MeasurementColumns.Period) == _places.ContainsKey(MeasurementColumns.KpiCode))
        {
            throw ImportRefusals.MissingColumn.With(("columns", new ColumnNames(
                [_places.ContainsKey(MeasurementColumns.Period) ? MeasurementColumns.Value : MeasurementColumns.Period])));
        }

        return further;
    }

    private void TakeFurther(int index, SheetColumn column, object? means, bool byKpi)
    {
        if (means is null)
        {
            throw ImportRefusals.UnknownColumn.With(
                ("header", column.Header), ("cell", CellAddress.Of(sheet.HeaderRow, column.Number)), ("accepted", new ColumnNames(kind.Columns)));
        }

        if (_figures.Find(x => x.Means.Equals(means)) is { Means: not null } other)
        {
            throw ImportRefusals.ColumnTwice.With(("header", column.Header), ("other", sheet.Columns[other.Index].Header));
        }

        _figures.Add((index, means, new(_places)
        {
            [MeasurementColumns.Value] = index,
            [byKpi ? MeasurementColumns.KpiCode : MeasurementColumns.Period] = index,
        }));
    }

    /// <summary>A row of the long form for each of its figures, with what the row says of all of them.</summary>
    private void Add(SheetRow row, ImportRow shared, bool byKpi, List<ImportRow> rows, Dictionary<string, int> first)
    {
        foreach (var (index, means, places) in _figures)
        {
            var parsed = MeasurementColumns.Value.Read(row.Cells[index]);
            if (row.Cells[index] is CellValue.Nothing)
            {
                continue;
            }

            if (rows.Count >= MostFigures)
            {
                throw WorkbookRefusals.TooManyCells.With(("limit", MostFigures));
            }

            var values = new Dictionary<ImportColumn, object?>(shared.Values)
            {
                [MeasurementColumns.Value] = parsed.Value,
                [byKpi ? MeasurementColumns.KpiCode : MeasurementColumns.Period] = means,
            };
            IReadOnlyList<RowFault> all = parsed.Fault is { } wrong ? [.. shared.Faults, new(MeasurementColumns.Value, wrong)] : shared.Faults;
            rows.Add(ImportReader.Once(kind, new(row.Number, values, all) { Places = places }, first));
        }
    }

    /// <summary>Codes of the KPIs by code and by name; a name that several have names none.</summary>
    private static async Task<Dictionary<string, object>> KpisAsync(TrainingDb db, CancellationToken cancellation)
    {
        var kpis = await db.Kpis.AsNoTracking().Latest().Select(x => new { x.Kpi.Code, x.Content.NameZh, x.Content.NameEn }).ToListAsync(cancellation);
        var names = kpis.SelectMany(x => new[] { x.NameZh, x.NameEn }.OfType<string>().Select(name => (Name: PlainText.Key(name), x.Code)).Distinct())
            .GroupBy(x => x.Name).Where(x => x.Count() == 1).ToDictionary(x => x.Key, x => (object)x.First().Code, StringComparer.Ordinal);
        kpis.ForEach(x => names[x.Code] = x.Code);
        return names;
    }

    /// <summary>A header is a text; a date in it was made by the spreadsheet.</summary>
    private static object? PeriodOf(string header) => MeasurementColumns.PeriodOf(new CellValue.Text(header)).Value is { } period
        ? period with { IsDay = period.Period.Kind == KpiPeriod.Day }
        : null;
}
