namespace Training.Api.Spreadsheets;

/// <summary>What a column of a written workbook holds.</summary>
public enum CellKind
{
    Text,
    Whole,
    Decimal,

    /// <summary>A real spreadsheet date, shown as yyyy-mm-dd.</summary>
    Day,

    /// <summary>A real spreadsheet date with time of day. Spreadsheets know no zones: the clock time of the value's own
    /// offset is written, so bring it into the organisation's zone first.</summary>
    Instant,

    Flag,
}

/// <summary>A column of a written workbook; the header stands in the reader's language.</summary>
public sealed record WorkbookColumn(string Header, CellKind Kind);

/// <summary>A column of a template to fill in: whether a value must stand there, what to know (shown as the header's
/// comment), what may be chosen from (none: anything), and an example.</summary>
internal sealed record TemplateColumn(
    string Header, CellKind Kind, bool Required, string? Note, IReadOnlyList<string> Choices, object? Example);
