using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>Why a workbook is not read, or not written.</summary>
internal static class WorkbookRefusals
{
    public static readonly Refusal Empty = Refusal.Content("workbook.empty");
    public static readonly Refusal TooLarge = new("workbook.tooLarge", RefusalKind.TooLarge);
    public static readonly Refusal NotAWorkbook = new("workbook.notAWorkbook", RefusalKind.WrongMedia);
    public static readonly Refusal NoWorkbookPart = new("workbook.noWorkbookPart", RefusalKind.WrongMedia);
    public static readonly Refusal OldFormat = new("workbook.oldFormat", RefusalKind.WrongMedia);
    public static readonly Refusal Encrypted = Refusal.Content("workbook.encrypted");
    public static readonly Refusal Macros = Refusal.Content("workbook.macros");
    public static readonly Refusal ExternalLinks = Refusal.Content("workbook.externalLinks");
    public static readonly Refusal ExternalEntities = Refusal.Content("workbook.externalEntities");
    public static readonly Refusal Encoding = Refusal.Content("workbook.encoding");
    public static readonly Refusal NestedArchive = Refusal.Content("workbook.nestedArchive");
    public static readonly Refusal UnsafePath = Refusal.Content("workbook.unsafePath");
    public static readonly Refusal Damaged = Refusal.Content("workbook.damaged");
    public static readonly Refusal TooManyEntries = new("workbook.tooManyEntries", RefusalKind.TooLarge);
    public static readonly Refusal InflatesTooLarge = new("workbook.inflatesTooLarge", RefusalKind.TooLarge);
    public static readonly Refusal CompressedTooMuch = Refusal.Content("workbook.compressedTooMuch");
    public static readonly Refusal TooManyRows = new("workbook.tooManyRows", RefusalKind.TooLarge);
    public static readonly Refusal TooManyColumns = new("workbook.tooManyColumns", RefusalKind.TooLarge);
    public static readonly Refusal TooManyCells = new("workbook.tooManyCells", RefusalKind.TooLarge);
    public static readonly Refusal TextTooLong = Refusal.Content("workbook.textTooLong");
    public static readonly Refusal NoHeader = Refusal.Content("workbook.noHeader");
    public static readonly Refusal DuplicateHeader = Refusal.Content("workbook.duplicateHeader");
    public static readonly Refusal ColumnWithoutHeader = Refusal.Content("workbook.columnWithoutHeader");
    public static readonly Refusal MergedCells = Refusal.Content("workbook.mergedCells");
    public static readonly Refusal Formula = Refusal.Content("workbook.formula");
    public static readonly Refusal Busy = new("workbook.busy", RefusalKind.Busy);
    public static readonly Refusal TooManyRowsToExport = Refusal.Content("workbook.tooManyRowsToExport");

    /// <summary>All for which an uploaded workbook may be refused.</summary>
    public static readonly IReadOnlyList<Refusal> OfReading =
    [
        Empty, TooLarge, NotAWorkbook, NoWorkbookPart, OldFormat, Encrypted, Macros, ExternalLinks, ExternalEntities, Encoding, NestedArchive,
        UnsafePath, Damaged, TooManyEntries, InflatesTooLarge, CompressedTooMuch, TooManyRows, TooManyColumns, TooManyCells, TextTooLong,
        NoHeader, DuplicateHeader, ColumnWithoutHeader, MergedCells, Formula, Busy,
    ];
}
