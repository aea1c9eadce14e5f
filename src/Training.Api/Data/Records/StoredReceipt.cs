namespace Training.Api.Data.Records;

/// <summary>The text of the receipt of a result, compressed; apart from the result, so that lists never read it. Its hash stands in the
/// result.</summary>
internal sealed class StoredReceipt
{
    public long ResultId { get; set; }

    public byte[] Bytes { get; set; } = [];
}
