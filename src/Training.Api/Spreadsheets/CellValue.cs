namespace Training.Api.Spreadsheets;

/// <summary>What stands in one cell, as the workbook keeps it and before anybody has said what it should be.</summary>
internal abstract record CellValue
{
    private CellValue()
    {
    }

    public static CellValue Empty { get; } = new Nothing();

    /// <summary>No content, or blanks alone.</summary>
    internal sealed record Nothing : CellValue;

    internal sealed record Text(string Value) : CellValue;

    /// <summary>At most 15 significant digits, since spreadsheets keep binary floating point.</summary>
    internal sealed record Number(decimal Value) : CellValue;

    /// <summary>A number formatted as a date, without a time of day.</summary>
    internal sealed record Day(DateOnly Value) : CellValue;

    /// <summary>A number formatted as a date, with a time of day. Spreadsheets know no zones: it is wall-clock time.</summary>
    internal sealed record Instant(DateTime Value) : CellValue;

    internal sealed record Flag(bool Value) : CellValue;

    /// <summary>The outcome of a calculation that failed (<c>#N/A</c>).</summary>
    internal sealed record Broken(string Value) : CellValue;
}
