using Training.Domain.Rules;

namespace Training.Api.Imports;

/// <summary>Why an import, a row of it, or its undoing is refused.</summary>
internal static class ImportRefusals
{
    /// <summary>Rows have faults, so nothing was changed. The faults stand beside it, by cell.</summary>
    public static readonly Refusal Refused = Refusal.Content("import.refused");

    /// <summary>Values: header, cell, accepted.</summary>
    public static readonly Refusal UnknownColumn = Refusal.Content("import.unknownColumn");

    /// <summary>Two headers mean the same column. Values: header, other.</summary>
    public static readonly Refusal ColumnTwice = Refusal.Content("import.columnTwice");

    /// <summary>Values: columns.</summary>
    public static readonly Refusal MissingColumn = Refusal.Content("import.missingColumn");

    /// <summary>Nothing stands below the header.</summary>
    public static readonly Refusal NoRows = Refusal.Content("import.noRows");

    /// <summary>The same file was applied before. Values: id, at.</summary>
    public static readonly Refusal AlreadyApplied = Refusal.State("import.alreadyApplied");

    /// <summary>Of a row: its key stands in an earlier row. Values: value, row.</summary>
    public static readonly Refusal KeyTwice = Refusal.Content("import.keyTwice");

    /// <summary>Of a cell: no record has this code. Values: value.</summary>
    public static readonly Refusal UnknownCode = Refusal.Content("import.unknownCode");

    /// <summary>Of a row: it would change the caller's own record and was left out.</summary>
    public static readonly Refusal OwnRow = Refusal.Relation("import.ownRow");

    /// <summary>Completions hang on what was imported; it is put right by another import.</summary>
    public static readonly Refusal NotUndoable = Refusal.State("import.notUndoable");

    /// <summary>Values: at.</summary>
    public static readonly Refusal AlreadyUndone = Refusal.State("import.alreadyUndone");
}
