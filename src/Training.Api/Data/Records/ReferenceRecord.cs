namespace Training.Api.Data.Records;

/// <summary>What was last loaded from a reference file for one record: so that the next load knows whether the file says
/// something new, and whether somebody has changed the record since.</summary>
internal sealed class ReferenceRecord
{
    /// <summary>The kind of record: <c>course</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Its business key: <c>CRS040</c>.</summary>
    public string Code { get; set; } = "";

    /// <summary>SHA-256 of what the file said.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The record that was loaded. Another one under the same key was made here.</summary>
    public long RecordId { get; set; }

    /// <summary>The version that the record had after it was loaded. Another one: it has been changed since.</summary>
    public int Version { get; set; }
}
