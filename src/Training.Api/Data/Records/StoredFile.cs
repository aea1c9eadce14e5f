namespace Training.Api.Data.Records;

/// <summary>What is known of a file; its bytes are kept apart so that lists never read them.</summary>
internal sealed class StoredFile
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Found out from the content, never taken from the name or the request.</summary>
    public string MediaType { get; set; } = "";

    public int Length { get; set; }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public string Sha256 { get; set; } = "";

    public DateTimeOffset StoredAt { get; set; }

    public long? AccountId { get; set; }
}

/// <summary>The bytes of a file.</summary>
internal sealed class StoredFileContent
{
    public long FileId { get; set; }

    public byte[] Bytes { get; set; } = [];
}
