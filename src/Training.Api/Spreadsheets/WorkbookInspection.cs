namespace Training.Api.Spreadsheets;

/// <summary>Looks into an upload before anything parses it, and refuses what is no plain workbook within the limits.
/// The content decides, never the file's name or what it says of itself.</summary>
internal static class WorkbookInspection
{
    internal static ReadOnlySpan<byte> OleSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The parts of a workbook that may be read.</summary>
    public static WorkbookParts Inspect(byte[] file, WorkbookLimits limits)
    {
        CheckSize(file.Length, limits);
        CheckKind(file);
        var parts = ByName(ZipDirectory.Read(file, limits.Entries));
        if (!parts.ContainsKey(WorkbookParts.ContentTypes))
        {
            throw WorkbookRefusals.NoWorkbookPart.With();
        }

        CheckNames(parts.Keys);
        CheckContents(file, parts.Values, limits);
        return WorkbookParts.Open(file, parts, limits);
    }

    /// <summary>Refuses a file that is empty or too large; may be asked before the bytes are taken into memory.</summary>
    public static void CheckSize(long bytes, WorkbookLimits limits)
    {
        if (bytes == 0)
        {
            throw WorkbookRefusals.Empty.With();
        }

        if (bytes > limits.Bytes)
        {
            throw WorkbookRefusals.TooLarge.With(
                ("megabytes", PartScan.Megabytes(bytes)), ("limitMegabytes", PartScan.Megabytes(limits.Bytes)));
        }
    }

    private static void CheckKind(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\u0003\u0004"u8))
        {
            return;
        }

        if (!file.StartsWith(OleSignature))
        {
            throw WorkbookRefusals.NotAWorkbook.With();
        }

        // Streams of the old container are named in UTF-16.
        if (file.IndexOf(Utf16("EncryptedPackage")) >= 0)
        {
            throw WorkbookRefusals.Encrypted.With();
        }

        throw file.IndexOf(Utf16("Workbook")) >= 0 || file.IndexOf(Utf16("Book")) >= 0
            ? WorkbookRefusals.OldFormat.With()
            : WorkbookRefusals.NotAWorkbook.With();
    }

    private static byte[] Utf16(string name) => System.Text.Encoding.Unicode.GetBytes(name);

    private static Dictionary<string, ZipPart> ByName(List<ZipPart> parts)
    {
        var byName = new Dictionary<string, ZipPart>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            if (part.Name.Contains(':') || part.Name.Contains('\0') || part.Name.Split('/').Contains(".."))
            {
                throw WorkbookRefusals.UnsafePath.With(("part", part.Name));
            }

            if (!byName.TryAdd(part.Name, part))
            {
                throw WorkbookRefusals.Damaged.With(("part", part.Name));
            }
        }

        return byName;
    }

    private static void CheckNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name, "vbaProject") || Has(name, "/macrosheets/") || Has(name, "/dialogsheets/"))
            {
                throw WorkbookRefusals.Macros.With(("part", name));
            }

            if (Has(name, "/externalLinks/") || Has(name, "/queryTables/") || Has(name, "xl/connections"))
            {
                throw WorkbookRefusals.ExternalLinks.With(("target", name));
            }
        }
    }

    private static bool Has(string name, string fragment) => name.Contains(fragment, StringComparison.OrdinalIgnoreCase);

    private static void CheckContents(byte[] file, IEnumerable<ZipPart> parts, WorkbookLimits limits)
    {
        long inflated = 0;
        var rows = 0;
        foreach (var part in parts)
        {
            (inflated, rows) = new PartScan(part, limits).Run(file, inflated, rows);
        }
    }
}
