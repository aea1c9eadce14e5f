using System.Buffers;

namespace Training.Api.Spreadsheets;

/// <summary>Looks through the bytes of one part while they are inflated, in bounded memory: counts rows, and refuses what
/// no parser shall ever see.</summary>
internal sealed class PartScan(ZipPart part, WorkbookLimits limits)
{
    // A cell holds at most 32 767 characters; as entities these are under 256 KB between two tags.
    private const int LongestRun = 256 * 1024;
    private const int RatioMatters = 1024 * 1024;
    private const int TagPrefix = 16;
    private const int LeastRead = 4096;
    private static readonly uint[] ChecksumTable = MakeChecksumTable();

    private long _counted;
    private long _sinceTag;
    private uint _checksum = uint.MaxValue;
    private bool _xml;

    /// <summary>Inflates the whole part. <paramref name="inflatedBefore"/> and <paramref name="rowsBefore"/> are the sums
    /// of the parts looked at so far.</summary>
    public (long Inflated, int Rows) Run(byte[] file, long inflatedBefore, int rowsBefore)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            using var content = part.Open(file);
            var rows = rowsBefore;
            var kept = 0;
            for (int read; (read = content.ReadAtLeast(buffer.AsSpan(kept), LeastRead, throwOnEndOfStream: false)) > 0;)
            {
                var first = _counted == 0;
                Count(buffer.AsSpan(kept, read), inflatedBefore);
                if (first)
                {
                    LookAtStart(buffer.AsSpan(0, read));
                }

                kept = _xml ? Scan(buffer, kept + read, ref rows) : 0;
            }

            if (_counted != part.Declared || ~_checksum != part.Checksum)
            {
                throw WorkbookRefusals.Damaged.With(("part", part.Name));
            }

            return (inflatedBefore + _counted, rows);
        }
        catch (InvalidDataException)
        {
            throw WorkbookRefusals.Damaged.With(("part", part.Name));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Count(ReadOnlySpan<byte> bytes, long inflatedBefore)
    {
        _counted += bytes.Length;
        if (inflatedBefore + _counted > limits.InflatedBytes)
        {
            throw WorkbookRefusals.InflatesTooLarge.With(("limitMegabytes", Megabytes(limits.InflatedBytes)));
        }

        if (_counted > RatioMatters && _counted > (long)limits.Ratio * part.Compressed)
        {
            throw WorkbookRefusals.CompressedTooMuch.With(("part", part.Name), ("limit", limits.Ratio));
        }

        foreach (var value in bytes)
        {
            _checksum = ChecksumTable[(byte)_checksum ^ value] ^ (_checksum >> 8);
        }
    }

    private void LookAtStart(ReadOnlySpan<byte> start)
    {
        if (IsArchive(start))
        {
            throw WorkbookRefusals.NestedArchive.With(("part", part.Name));
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            || start.StartsWith("\0<"u8) || start.StartsWith("<\0"u8) || start.StartsWith("\0\0\0<"u8))
        {
            throw WorkbookRefusals.Encoding.With(("part", part.Name));
        }

        var text = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        _xml = text.IsEmpty || text[0] == (byte)'<';
    }

    private static bool IsArchive(ReadOnlySpan<byte> start) =>
        start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
        || start.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF])
        || start.StartsWith("Rar!"u8) || start.StartsWith(WorkbookInspection.OleSignature);

    // Returns how many bytes at the end were moved to the front, because a tag may go on in the next read.
    private int Scan(byte[] buffer, int length, ref int rows)
    {
        var at = 0;
        while (true)
        {
            var next = buffer.AsSpan(at, length - at).IndexOf((byte)'<');
            _sinceTag += next < 0 ? length - at : next;
            if (_sinceTag > LongestRun)
            {
                throw WorkbookRefusals.TextTooLong.With(("place", part.Name), ("limit", CellText.Longest));
            }

            if (next < 0)
            {
                return 0;
            }

            at += next;
            if (length - at < TagPrefix)
            {
                buffer.AsSpan(at, length - at).CopyTo(buffer);
                return length - at;
            }

            _sinceTag = 1;
            LookAtTag(buffer.AsSpan(at + 1, TagPrefix - 1), ref rows);
            at++;
        }
    }

    private void LookAtTag(ReadOnlySpan<byte> tag, ref int rows)
    {
        if (tag[0] == (byte)'!' && tag[1] is not ((byte)'-' or (byte)'['))
        {
            throw WorkbookRefusals.ExternalEntities.With(("part", part.Name));
        }

        var colon = tag.IndexOf((byte)':');
        var name = colon is >= 0 and < 9 ? tag[(colon + 1)..] : tag;
        if (name.StartsWith("row"u8) && name[3] is (byte)' ' or (byte)'>' or (byte)'/' or (byte)'\t' or (byte)'\r' or (byte)'\n'
            && ++rows > limits.Rows + 1)
        {
            throw WorkbookRefusals.TooManyRows.With(("limit", limits.Rows));
        }
    }

    internal static decimal Megabytes(long bytes) => Math.Round(bytes / 1048576m, 1, MidpointRounding.AwayFromZero);

    private static uint[] MakeChecksumTable()
    {
        var table = new uint[256];
        for (uint index = 0; index < 256; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[index] = value;
        }

        return table;
    }
}
