using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Records;
using Training.Domain.Rules;

namespace Training.Api.Data;

/// <summary>Keeps files in the database, so that transaction, backup and a second node hold for them.</summary>
internal static class Files
{
    /// <summary>Largest file that is kept: 10 MB.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int LongestName = 400;

    /// <summary>Adds the file inside the running write and answers with its record, the id set. Refuses what is too large or
    /// of a kind that is not kept: PDF, PNG, JPEG, Office workbooks and documents, plain text.</summary>
    public static Task<StoredFile> AddAsync(TrainingDb db, string name, byte[] bytes, CancellationToken cancellation) =>
        AddAsync(db, name, MediaTypeOf(bytes) ?? throw DataRefusals.FileKind.With(("name", name)), bytes, cancellation);

    /// <summary>Adds a file that was read already and whose kind is thus known. Refuses what is too large.</summary>
    public static async Task<StoredFile> AddAsync(
        TrainingDb db, string name, string mediaType, byte[] bytes, CancellationToken cancellation)
    {
        if (bytes.Length > MostBytes)
        {
            throw DataRefusals.FileTooLarge.With(("length", bytes.Length), ("most", MostBytes));
        }

        var (now, actor) = db.Stamp;
        var file = new StoredFile
        {
            Name = PlainText.Cut(Path.GetFileName(name.Replace('\\', '/')), LongestName),
            MediaType = mediaType,
            Length = bytes.Length,
            Sha256 = Sha256(bytes),
            StoredAt = now,
            AccountId = actor.AccountId,
        };
        db.StoredFiles.Add(file);
        await db.FlushAsync(cancellation);
        db.StoredFileContents.Add(new StoredFileContent { FileId = file.Id, Bytes = bytes });
        await db.FlushAsync(cancellation);
        return file;
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Reads a file's bytes.</summary>
    public static Task<byte[]> BytesAsync(TrainingDb db, long fileId, CancellationToken cancellation) =>
        db.StoredFileContents.Where(x => x.FileId == fileId).Select(x => x.Bytes).SingleAsync(cancellation);

    /// <summary>Removes the file, if there is one, inside the running write; nothing may refer to it any more.</summary>
    public static async Task RemoveAsync(TrainingDb db, long? fileId, CancellationToken cancellation)
    {
        if (fileId is not null)
        {
            await BulkChange.DeleteAsync(db, db.StoredFileContents.Where(x => x.FileId == fileId), cancellation);
            await BulkChange.DeleteAsync(db, db.StoredFiles.Where(x => x.Id == fileId), cancellation);
        }
    }

    private static string? MediaTypeOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
        {
            return "application/pdf";
        }

        if (bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return "image/png";
        }

        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
        {
            return "image/jpeg";
        }

        if (bytes.StartsWith<byte>([0x50, 0x4B, 0x03, 0x04]))
        {
            return OfficeTypeOf(bytes);
        }

        return IsText(bytes) ? "text/plain" : null;
    }

    private static string? OfficeTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("xl/workbook.xml"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        : bytes.IndexOf("word/document.xml"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        : null;

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new System.Text.UTF8Encoding(false, true).GetCharCount(bytes) >= 0 && bytes.IndexOf((byte)0) < 0;
        }
        catch (System.Text.DecoderFallbackException)
        {
            return false;
        }
    }
}
