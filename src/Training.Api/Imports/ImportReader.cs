using Training.Api.Localization;
using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.Imports;

/// <summary>From a sheet to typed rows. Pure: asks nobody. Refuses headers that are not known, twice there, or missing.</summary>
internal static class ImportReader
{
    /// <summary>The header of the column in which a marked workbook says what is wrong; a file that was marked and put right
    /// may be sent as it is.</summary>
    public const string FaultHeader = "import.faults";

    public static ImportSheet Read(ImportKind kind, Sheet sheet)
    {
        var places = PlacesOf(kind, sheet);
        var missing = kind.Columns.Where(x => x.IsRequired && !places.ContainsKey(x)).ToList();
        if (missing.Count > 0)
        {
            throw ImportRefusals.MissingColumn.With(("columns", new ColumnNames(missing)));
        }

        var cells = new RowCells(places);
        var rows = new List<ImportRow>(sheet.Rows.Count);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows.Where(x => x.Number != sheet.HeaderRow + 1 || !IsExample(kind, sheet, x)))
        {
            rows.Add(Once(kind, cells.Read(row), first));
        }

        return rows.Count > 0 ? new(sheet, places, rows) : throw ImportRefusals.NoRows.With();
    }

    private static Dictionary<ImportColumn, int> PlacesOf(ImportKind kind, Sheet sheet)
    {
        var known = NamesOf(kind);
        var places = new Dictionary<ImportColumn, int>();
        foreach (var (index, column) in sheet.Columns.Index().Where(x => !IsOfFaults(x.Item.Header)))
        {
            if (!known.TryGetValue(PlainText.Key(column.Header), out var meant))
            {
                throw ImportRefusals.UnknownColumn.With(
                    ("header", column.Header), ("cell", CellAddress.Of(sheet.HeaderRow, column.Number)), ("accepted", new ColumnNames(kind.Columns)));
            }

            if (!places.TryAdd(meant, index))
            {
                throw ImportRefusals.ColumnTwice.With(("header", column.Header), ("other", sheet.Columns[places[meant]].Header));
            }
        }

        return places;
    }

    /// <summary>The columns of the kind by every name under which each is known.</summary>
    internal static Dictionary<string, ImportColumn> NamesOf(ImportKind kind)
    {
        var names = new Dictionary<string, ImportColumn>(StringComparer.Ordinal);
        foreach (var column in kind.Columns)
        {
            string[] all = [.. Languages.All.Select(column.Header), column.Code, .. column.Aliases];
            foreach (var name in all.Select(PlainText.Key).Distinct())
            {
                names.TryAdd(name, column);
            }
        }

        return names;
    }

    /// <summary>Whether the column says what was wrong with an earlier file.</summary>
    internal static bool IsOfFaults(string header) => Languages.All.Any(x => PlainText.Key(Texts.Of(x, FaultHeader)) == PlainText.Key(header));

    internal static ImportRow Once(ImportKind kind, ImportRow row, Dictionary<string, int> first)
    {
        if (kind.KeyOf(row) is not { } key)
        {
            return row;
        }

        row = row with { Key = key };
        if (first.TryAdd(key, row.Number))
        {
            return row;
        }

        var twice = CellFault.Of(ImportRefusals.KeyTwice, ("value", key), ("row", first[key]));
        return row with { Faults = [.. row.Faults, new(kind.Columns[0], twice)] };
    }

    private static bool IsExample(ImportKind kind, Sheet sheet, SheetRow row) =>
        Languages.All.Any(x => TemplateWorkbook.IsExample(sheet, row, [.. kind.Columns.Select(column => ImportKind.TemplateColumn(column, x, []))]));
}
