using System.IO.Compression;
using System.Runtime.CompilerServices;
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
        return await UnpackedAsync(bytes, cancellation);
    }

    /// <summary>The receipts of many results, one after the other, so that never all are held at once. One query.</summary>
    public static async IAsyncEnumerable<Receipt> ReadReceiptsAsync(
        this TrainingDb db, IQueryable<AppraisalResult> results, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var packed = db.StoredReceipts.Where(x => results.Any(y => y.Id == x.ResultId)).Select(x => x.Bytes).AsAsyncEnumerable();
        await foreach (var bytes in packed.WithCancellation(cancellation))
        {
            yield return ReceiptText.Read(await UnpackedAsync(bytes, cancellation));
        }
    }

    private static async Task<string> UnpackedAsync(byte[] bytes, CancellationToken cancellation)
    {
        await using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }
}
