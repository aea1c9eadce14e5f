using Training.Domain.Rules;

namespace Training.Api.Data.Records;

/// <summary>A workbook that was applied: the file, by whom, and what it did.</summary>
internal sealed class Import : IVersioned
{
    public long Id { get; set; }

    /// <summary>What was imported: <c>employees</c>.</summary>
    public string Kind { get; set; } = "";

    public string Sha256 { get; set; } = "";

    public long FileId { get; set; }

    public long AccountId { get; set; }

    public DateTimeOffset AppliedAt { get; set; }

    /// <summary>Rows of the file with content.</summary>
    public int RowCount { get; set; }

    public int NewCount { get; set; }

    public int ChangedCount { get; set; }

    public int SameCount { get; set; }

    /// <summary>Rows about the importing person's own record.</summary>
    public int LeftOutCount { get; set; }

    /// <summary>Rows that became corrections.</summary>
    public int QueuedCount { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public long? UndoneByAccountId { get; set; }

    public int Version { get; set; }
}

/// <summary>What an import did to one record, so that it can be shown and undone.</summary>
internal sealed class ImportChange
{
    public long Id { get; set; }

    public long ImportId { get; set; }

    /// <summary>The row's number in the sheet.</summary>
    public int Row { get; set; }

    /// <summary>The record's kind in camelCase, as the audit names it.</summary>
    public string Entity { get; set; } = "";

    public long EntityId { get; set; }

    /// <summary>The record was created by the import.</summary>
    public bool IsNew { get; set; }

    /// <summary>The changed members as they were, as JSON; null for a new record.</summary>
    public string? Before { get; set; }

    /// <summary>As they became; null for a record that the import removed, and for one of very many that it created, which the audit has.</summary>
    public string? After { get; set; }

    /// <summary>The record's version after the import; null for a part of another record. An other one today means that somebody
    /// has changed it since.</summary>
    public int? VersionAfter { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }
}
