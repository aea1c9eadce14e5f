using Training.Api.Spreadsheets;

namespace Training.Api.Imports;

/// <summary>A row of the file, its cells read as what their columns mean. A column that is not in the file leaves its member
/// as it is; an empty cell means none.</summary>
/// <param name="Number">The row's number in the sheet.</param>
internal sealed record ImportRow(int Number, IReadOnlyDictionary<ImportColumn, object?> Values, IReadOnlyList<RowFault> Faults)
{
    /// <summary>What the row is about; null when that cannot be read.</summary>
    public string? Key { get; init; }

    /// <summary>Which column stands where, for a row that is one cell of a table of two sides.</summary>
    public IReadOnlyDictionary<ImportColumn, int>? Places { get; init; }

    public bool Has(ImportColumn column) => Values.ContainsKey(column);

    public T? Get<T>(ImportColumn<T> column) => Values.GetValueOrDefault(column) is T value ? value : default;

    /// <summary>The cell's value, or <paramref name="kept"/> where the file has no such column.</summary>
    public T? GetOr<T>(ImportColumn<T> column, T? kept) => Has(column) ? Get(column) : kept;
}

/// <summary>What is wrong with a cell of the row, or with the row.</summary>
internal sealed record RowFault(ImportColumn? Column, CellFault Fault);

/// <summary>A file as it was read: its sheet, which column stands where, and its rows.</summary>
internal sealed record ImportSheet(Sheet Sheet, IReadOnlyDictionary<ImportColumn, int> Places, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Where the fault is, as the spreadsheet shows it: <c>C7</c>, or <c>7</c> for the whole row.</summary>
    public string PlaceOf(ImportRow row, ImportColumn? column) => IndexOf(row, column) is { } place
        ? CellAddress.Of(row.Number, Sheet.Columns[place].Number)
        : row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Which column of the sheet it is; none for a column that the file does not have.</summary>
    public int? IndexOf(ImportRow row, ImportColumn? column) =>
        column is not null && (row.Places ?? Places).TryGetValue(column, out var place) ? place : null;
}
