namespace Training.Api.Data.Records;

/// <summary>What happened to a row.</summary>
internal enum AuditChange
{
    Added,
    Changed,
    Removed,
}

/// <summary>Who changed what from what to what, written in the transaction of the change; append-only.</summary>
internal sealed class AuditEntry
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public long? AccountId { get; set; }

    /// <summary>The operation id, job or command through which it was changed.</summary>
    public string Act { get; set; } = "";

    /// <summary>The record's kind in camelCase (<c>employee</c>).</summary>
    public string Entity { get; set; } = "";

    public string EntityId { get; set; } = "";

    /// <summary>The kind of the record that the row belongs to, itself when it stands alone.</summary>
    public string RootEntity { get; set; } = "";

    public string RootId { get; set; } = "";

    public AuditChange Change { get; set; }

    /// <summary>The changed members before, as canonical JSON; null for a new row.</summary>
    public string? Before { get; set; }

    /// <summary>The changed members after, as canonical JSON; null for a removed row.</summary>
    public string? After { get; set; }

    public string? TraceId { get; set; }
}

/// <summary>Links one audit row into the hash chain; inserted after the row's commit, append-only.</summary>
internal sealed class AuditSeal
{
    /// <summary>The place in the chain, from 1 without gaps.</summary>
    public long Place { get; set; }

    public long EntryId { get; set; }

    /// <summary>SHA-256 over the previous hash and the row's canonical form, lower-case hex.</summary>
    public string Hash { get; set; } = "";

    public DateTimeOffset SealedAt { get; set; }
}
