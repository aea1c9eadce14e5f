namespace Training.Api.Imports;

/// <summary>What an import did, or with <c>dryRun</c> would do.</summary>
/// <param name="Id">The import that was kept; null for a dry run and when nothing had to be changed.</param>
/// <param name="Kind">What is imported.</param>
/// <param name="IsDryRun">Nothing was changed.</param>
/// <param name="FileSha256">By which the file is recognised.</param>
/// <param name="AppliedBeforeBy">The latest import of the same file; applying it again needs <c>confirm=true</c>.</param>
/// <param name="Total">Rows with content, the template's example left out.</param>
/// <param name="New">Rows that become new records.</param>
/// <param name="Changed">Rows that change a record.</param>
/// <param name="Same">Rows that say what is kept already.</param>
/// <param name="Refused">Rows with faults; one is enough and nothing is applied.</param>
/// <param name="LeftOut">Rows about the caller's own record, for another person to import.</param>
/// <param name="Queued">Figures whose quarter's data cut-off is over; they wait for HR as corrections.</param>
/// <param name="Rows">Rows that do anything, those with faults first, 200 at most.</param>
/// <param name="RowsLeftOff">How many such rows are not shown.</param>
/// <param name="OtherSheets">Further sheets of the file, which were not read.</param>
/// <param name="PassedOver">Rows that say nothing more than that they are there, such as punches on a rest day; each with its reason.</param>
public sealed record ImportResponse(
    long? Id,
    string Kind,
    bool IsDryRun,
    string FileSha256,
    long? AppliedBeforeBy,
    int Total,
    int New,
    int Changed,
    int Same,
    int Refused,
    int LeftOut,
    int Queued,
    IReadOnlyList<ImportRowItem> Rows,
    int RowsLeftOff,
    IReadOnlyList<string> OtherSheets,
    int PassedOver);

/// <summary>One row of the file.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Key">What it is about; null when that cannot be read.</param>
/// <param name="Outcome">What is done with it.</param>
/// <param name="Changes">The members that differ; of a new record all that have a value.</param>
/// <param name="Faults">What is wrong, or why the row was left out or passed over.</param>
public sealed record ImportRowItem(
    int Row, string? Key, ImportOutcome Outcome, IReadOnlyList<ImportCellItem> Changes, IReadOnlyList<ImportFaultItem> Faults);

/// <summary>One member, before and after, in the reader's language.</summary>
/// <param name="Column">The member as in JSON.</param>
/// <param name="Header">Its header.</param>
/// <param name="Old">As it is kept; null for none.</param>
/// <param name="New">As the file says; null for none.</param>
public sealed record ImportCellItem(string Column, string Header, string? Old, string? New);

/// <summary>What is wrong with a cell or row.</summary>
/// <param name="Cell">Where, as the spreadsheet shows it: <c>C7</c>, or <c>7</c> for the whole row.</param>
/// <param name="Column">The member as in JSON; null for the whole row.</param>
/// <param name="Code">The stable code.</param>
/// <param name="Message">The sentence in the reader's language.</param>
public sealed record ImportFaultItem(string Cell, string? Column, string Code, string Message);
