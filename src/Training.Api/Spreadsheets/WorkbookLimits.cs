namespace Training.Api.Spreadsheets;

/// <summary>How large an uploaded workbook may be. All bounds are inclusive.</summary>
internal sealed record WorkbookLimits
{
    /// <summary>Bytes of the file as uploaded.</summary>
    public long Bytes { get; init; } = 5 * 1024 * 1024;

    /// <summary>Parts inside the file.</summary>
    public int Entries { get; init; } = 200;

    /// <summary>Bytes of all parts together, counted while inflating, whatever the file says of itself.</summary>
    public long InflatedBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Inflated bytes of one part per compressed byte; looked at once a part is larger than one megabyte.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Rows of all sheets together, without the header.</summary>
    public int Rows { get; init; } = 100_000;

    /// <summary>Columns with a header.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Cells, empty ones included, and different texts.</summary>
    public int Cells { get; init; } = 1_000_000;
}
