using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>Gathers rows as they are read: the first with content is the header, blank ones are passed over.</summary>
internal sealed class SheetRows(WorkbookLimits limits)
{
    private readonly List<SheetRow> _rows = [];
    private readonly List<(int Column, CellValue Value)> _current = [];
    private List<SheetColumn>? _columns;
    private int[] _placeOf = [];
    private int _headerRow;
    private int _read;
    private int _cells;

    public int Last { get; private set; }

    /// <summary>False when the rows are not in order.</summary>
    public bool Begin(int number)
    {
        var inOrder = number > Last;
        Last = number;
        _current.Clear();
        return ++_read <= limits.Rows + 1 ? inOrder : throw WorkbookRefusals.TooManyRows.With(("limit", limits.Rows));
    }

    public void Add(int column, CellValue value)
    {
        // Empty ones cost time too.
        if (++_cells > limits.Cells)
        {
            throw WorkbookRefusals.TooManyCells.With(("limit", limits.Cells));
        }

        if (value is CellValue.Nothing)
        {
            return;
        }

        _current.Add((column, value));
    }

    public void End()
    {
        if (_current.Count == 0)
        {
            return;
        }

        if (_columns is null)
        {
            TakeHeader();
            return;
        }

        var cells = new CellValue[_columns.Count];
        Array.Fill(cells, CellValue.Empty);
        foreach (var (column, value) in _current)
        {
            var place = column < _placeOf.Length ? _placeOf[column] : -1;
            if (place < 0)
            {
                throw WorkbookRefusals.ColumnWithoutHeader.With(
                    ("cell", CellAddress.Of(Last, column)), ("header", CellAddress.Of(_headerRow, column)));
            }

            cells[place] = value;
        }

        _rows.Add(new SheetRow(Last, cells));
    }

    public Sheet ToSheet(WorkbookParts workbook) => _columns is null
        ? throw WorkbookRefusals.NoHeader.With(("sheet", workbook.First.Name))
        : new Sheet(workbook.First.Name, _headerRow, _columns, _rows, workbook.OtherSheets);

    private void TakeHeader()
    {
        if (_current.Count > limits.Columns)
        {
            throw WorkbookRefusals.TooManyColumns.With(("count", _current.Count), ("limit", limits.Columns));
        }

        _headerRow = Last;
        _columns = [];
        var known = new Dictionary<string, SheetColumn>(StringComparer.Ordinal);
        _placeOf = new int[_current[^1].Column + 1];
        Array.Fill(_placeOf, -1);
        foreach (var (number, value) in _current)
        {
            var header = (CellParsing.Text(value).Value ?? "").TrimEnd('*', '＊').TrimEnd();
            if (header.Length == 0)
            {
                continue;
            }

            var column = new SheetColumn(number, header);
            if (!known.TryAdd(PlainText.Key(header), column))
            {
                throw WorkbookRefusals.DuplicateHeader.With(
                    ("header", header), ("first", CellAddress.Of(Last, known[PlainText.Key(header)].Number)), ("second", CellAddress.Of(Last, number)));
            }

            _placeOf[number] = _columns.Count;
            _columns.Add(column);
        }

        if (_columns.Count == 0)
        {
            _columns = null;
        }
    }
}
