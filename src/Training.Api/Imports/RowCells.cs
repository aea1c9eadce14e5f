using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Training.Api.Spreadsheets;

namespace Training.Api.Imports;

/// <summary>Reads the cells of row after row. A text that many cells share is one value in the sheet, and is read once for its column.</summary>
internal sealed class RowCells(IReadOnlyDictionary<ImportColumn, int> places)
{
    private readonly (ImportColumn Column, int Place, Dictionary<CellValue, Parsed<object>> Known)[] _columns =
        [.. places.Select(x => (x.Key, x.Value, new Dictionary<CellValue, Parsed<object>>(ReferenceEqualityComparer.Instance)))];

    private readonly Dictionary<ImportColumn, int> _order = places.Keys.Index().ToDictionary(x => x.Item, x => x.Index);

    public ImportRow Read(SheetRow row)
    {
        var values = new object?[_columns.Length];
        List<RowFault>? faults = null;
        for (var i = 0; i < values.Length; i++)
        {
            var (column, place, known) = _columns[i];
            var parsed = Read(column, row.Cells[place], known);
            values[i] = parsed.Value;
            if (parsed.Fault is { } fault)
            {
                (faults ??= []).Add(new(column, fault));
            }
        }

        return new(row.Number, new Values(_order, values), faults ?? (IReadOnlyList<RowFault>)[]);
    }

    private static Parsed<object> Read(ImportColumn column, CellValue cell, Dictionary<CellValue, Parsed<object>> known)
    {
        if (cell is not CellValue.Text)
        {
            return column.Read(cell);
        }

        if (!known.TryGetValue(cell, out var parsed))
        {
            known.Add(cell, parsed = column.Read(cell));
        }

        return parsed;
    }

    /// <summary>The values of one row by column; which stands where is the same for all rows.</summary>
    private sealed class Values(Dictionary<ImportColumn, int> order, object?[] values) : IReadOnlyDictionary<ImportColumn, object?>
    {
        public int Count => values.Length;

        public IEnumerable<ImportColumn> Keys => order.Keys;

        IEnumerable<object?> IReadOnlyDictionary<ImportColumn, object?>.Values => values;

        public object? this[ImportColumn key] => values[order[key]];

        public bool ContainsKey(ImportColumn key) => order.ContainsKey(key);

        public bool TryGetValue(ImportColumn key, [MaybeNullWhen(false)] out object? value)
        {
            var isThere = order.TryGetValue(key, out var place);
            value = isThere ? values[place] : null;
            return isThere;
        }

        public IEnumerator<KeyValuePair<ImportColumn, object?>> GetEnumerator() =>
            order.Select(x => KeyValuePair.Create(x.Key, values[x.Value])).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
