using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;

namespace Training.Api.Data;

/// <summary>Keeps the receipts of published results.</summary>
internal static class Receipts
{
    public static string Sha256(string text) => Files.Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>The receipt of a result that has its id.</summary>
    public static StoredReceipt Of(AppraisalResult result, string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return new() { ResultId = result.Id, Bytes = packed.ToArray() };
    }

    /// <summary>The text of the receipt as it was kept.</summary>
    public static async Task<string> ReceiptTextAsync(this TrainingDb db, long resultId, CancellationToken cancellation)
    {
        var bytes = await db.StoredReceipts.Where(x => x.ResultId == resultId).Select(x => x.Bytes).SingleAsync(cancellation);
        await using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }
}
