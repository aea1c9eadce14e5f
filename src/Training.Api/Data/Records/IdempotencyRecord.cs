namespace Training.Api.Data.Records;

/// <summary>An act that was done under a key: the same key and request get the same answer again.</summary>
internal sealed class IdempotencyRecord
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>The operation id.</summary>
    public string Route { get; set; } = "";

    public string Key { get; set; } = "";

    /// <summary>SHA-256 of method, path, query and content, lower-case hex.</summary>
    public string Fingerprint { get; set; } = "";

    public int Status { get; set; }

    /// <summary>Where the record is that the act created.</summary>
    public string? Location { get; set; }

    public string Body { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
