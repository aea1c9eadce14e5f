using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Training.Api.Spreadsheets;

/// <summary>One part of the zip. <paramref name="Start"/> and <paramref name="Compressed"/> lie within the file;
/// <paramref name="Declared"/> is what the file says of the inflated size and is only ever compared, never trusted.</summary>
internal readonly record struct ZipPart(string Name, int Start, int Compressed, long Declared, ushort Method, uint Checksum)
{
    /// <summary>The part's bytes; may be endless, so count while reading.</summary>
    public Stream Open(byte[] file)
    {
        var packed = new MemoryStream(file, Start, Compressed, writable: false);
        return Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }
}

/// <summary>Reads the directory of a zip held in memory. The library's own reader believes the sizes in the headers and
/// cuts parts to them; whoever reads the same file without that belief sees other content, so we read it ourselves.</summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint EntrySignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LocalSize = 30;

    /// <summary>All parts, directories left out. Refuses more than <paramref name="most"/> before making them.</summary>
    public static List<ZipPart> Read(byte[] file, int most)
    {
        var end = FindEnd(file);
        long at = U32(file, end + 16);
        long count = U16(file, end + 10);
        if ((at == uint.MaxValue || count == ushort.MaxValue) && FindEnd64(file, end) is { } end64)
        {
            at = I64(file, end64 + 48);
            count = I64(file, end64 + 32);
        }

        if (count > most)
        {
            throw WorkbookRefusals.TooManyEntries.With(("count", count), ("limit", most));
        }

        var parts = new List<ZipPart>((int)Math.Max(0, count));
        for (var entries = 0; at >= 0 && at <= file.Length - EntrySize && U32(file, (int)at) == EntrySignature; entries++)
        {
            // The count in the end record may lie as well.
            if (entries >= most)
            {
                throw WorkbookRefusals.TooManyEntries.With(("count", entries + 1), ("limit", most));
            }

            at = ReadEntry(file, (int)at, parts);
        }

        return parts.Count == 0 ? throw Broken("directory") : parts;
    }

    private static long ReadEntry(byte[] file, int at, List<ZipPart> parts)
    {
        int nameLength = U16(file, at + 28), extraLength = U16(file, at + 30), commentLength = U16(file, at + 32);
        var next = (long)at + EntrySize + nameLength + extraLength + commentLength;
        if (next > file.Length)
        {
            throw Broken("directory");
        }

        var name = Encoding.UTF8.GetString(file, at + EntrySize, nameLength).Replace('\\', '/');
        if ((U16(file, at + 8) & 1) != 0)
        {
            throw WorkbookRefusals.Encrypted.With();
        }

        if (name.EndsWith('/'))
        {
            return next;
        }

        var (inflated, compressed, local) = Sizes(file, at, file.AsSpan(at + EntrySize + nameLength, extraLength));
        var method = U16(file, at + 10);
        if (method is not (0 or 8) || local < 0 || local + LocalSize > file.Length || U32(file, (int)local) != LocalSignature)
        {
            throw Broken(name);
        }

        var start = local + LocalSize + U16(file, (int)local + 26) + U16(file, (int)local + 28);
        if (compressed < 0 || start + compressed > file.Length)
        {
            throw Broken(name);
        }

        parts.Add(new ZipPart(name.TrimStart('/'), (int)start, (int)compressed, inflated, method, U32(file, at + 16)));
        return next;
    }

    private static (long Inflated, long Compressed, long Local) Sizes(byte[] file, int at, ReadOnlySpan<byte> extra)
    {
        long compressed = U32(file, at + 20), inflated = U32(file, at + 24), local = U32(file, at + 42);
        while (extra.Length >= 4)
        {
            int kind = BinaryPrimitives.ReadUInt16LittleEndian(extra), size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size + 4 > extra.Length)
            {
                break;
            }

            var field = extra.Slice(4, size);
            if (kind == 1)
            {
                inflated = Wide(ref field, inflated);
                compressed = Wide(ref field, compressed);
                local = Wide(ref field, local);
            }

            extra = extra[(size + 4)..];
        }

        return (inflated, compressed, local);
    }

    private static long Wide(ref ReadOnlySpan<byte> field, long narrow)
    {
        if (narrow != uint.MaxValue || field.Length < 8)
        {
            return narrow;
        }

        var wide = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return wide is < 0 or > int.MaxValue ? -1 : wide;
    }

    private static int FindEnd(byte[] file)
    {
        for (var at = file.Length - EndSize; at >= Math.Max(0, file.Length - EndSize - ushort.MaxValue); at--)
        {
            if (U32(file, at) == EndSignature && at + EndSize + U16(file, at + 20) <= file.Length)
            {
                return at;
            }
        }

        throw Broken("directory");
    }

    private static int? FindEnd64(byte[] file, int end)
    {
        var locator = end - 20;
        if (locator < 0 || U32(file, locator) != 0x07064b50)
        {
            return null;
        }

        var at = I64(file, locator + 8);
        // Subtracted, not added: the number may be as large as there are.
        return at >= 0 && at <= file.Length - 56 && U32(file, (int)at) == End64Signature ? (int)at : null;
    }

    private static Domain.Rules.RuleViolation Broken(string part) => WorkbookRefusals.Damaged.With(("part", part));

    private static ushort U16(byte[] file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private static uint U32(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private static long I64(byte[] file, int at) => BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
}
