using System.IO.Compression;
using System.Text;

namespace Training.Api.Tests.Spreadsheets;

/// <summary>Uploads that must be refused, each with the code it is refused with. Built in code, so that nothing hostile
/// lies in the tree.</summary>
internal static class HostileWorkbooks
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>工号</t></is></c></row>";

    public static IReadOnlyDictionary<string, (string Code, Func<byte[]> Make)> All { get; } = new Dictionary<string, (string, Func<byte[]>)>
    {
        ["empty file"] = ("workbook.empty", () => []),
        ["not a workbook"] = ("workbook.notAWorkbook", () => Encoding.UTF8.GetBytes("工号,姓名\n001,张伟\n")),
        ["random bytes"] = ("workbook.notAWorkbook", () => Noise(100_000)),
        ["a larger file than accepted"] = ("workbook.tooLarge", () => Noise((5 * 1024 * 1024) + 1)),
        ["plain zip"] = ("workbook.noWorkbookPart", () => Zip(("readme.txt", "nothing to see"))),
        ["text document"] = ("workbook.noWorkbookPart", () => Zip(
            ("[Content_Types].xml", "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"),
            ("word/document.xml", "<document/>"))),
        ["cut off"] = ("workbook.damaged", () => Book(Header)[..^40]),
        ["directory beyond any file"] = ("workbook.damaged", () => Wide(Book(Header), record: false)),
        ["entries beyond any file"] = ("workbook.damaged", () => Wide(Book(Header), record: true)),
        ["markup in the encoding of mainframes"] = ("workbook.damaged", () => Zip(
            [.. Parts("").Where(part => part.Name != "xl/worksheets/sheet1.xml"), ("xl/worksheets/sheet1.xml", (byte[])[0x4C, 0x6F, 0xA7, 0x94])])),
        ["a row after the last"] = ("workbook.damaged", () => Book(Header + "<row r=\"1048576\"></row><row><c><v>1</v></c></row>")),
        ["a cell after the last"] = ("workbook.damaged", () => Book(
            "<row r=\"1\"><c r=\"XFD1\" t=\"inlineStr\"><is><t>工号</t></is></c></row><row><c r=\"XFD2\"><v>1</v></c><c><v>1</v></c></row>")),
        ["empty cells without end"] = ("workbook.tooManyCells", () => Book(
            Header + Varied(1_001, row => "<row>" + Varied(1_000, index => $"<c s=\"{(index + row) * 2654435761L % 1_000}\"/>") + "</row>"))),
        ["encrypted"] = ("workbook.encrypted", () => Ole("EncryptionInfo", "EncryptedPackage")),
        ["encrypted zip entry"] = ("workbook.encrypted", EncryptedEntry),
        ["old binary format"] = ("workbook.oldFormat", () => Ole("Workbook", "\u0005SummaryInformation")),
        ["binary workbook"] = ("workbook.oldFormat", () => Zip(
            ("[Content_Types].xml", "<Types><Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>"),
            ("xl/workbook.bin", "x"))),
        ["macros"] = ("workbook.macros", () => Book(Header, ("xl/vbaProject.bin", "VBA"))),
        ["macros under another name"] = ("workbook.macros", () => Book(Header, ("xl/_rels/extra.xml.rels", Relation("vbaProject", "harmless.bin")))),
        ["decompression bomb"] = ("workbook.inflatesTooLarge", () => Book(Header, ("xl/media/image1.png", Varied(60_000, index => new string('0', 990) + Letters(15, index))))),
        ["small bomb of high ratio"] = ("workbook.compressedTooMuch", () => Book(Header, ("docProps/app.xml", "<a>" + Varied(5_000_000, _ => "<b/>") + "</a>"))),
        ["one endless text"] = ("workbook.textTooLong", () => Book($"<row r=\"1\"><c t=\"inlineStr\"><is><t>{Letters(3_000_000, 7)}</t></is></c></row>")),
        ["endless nesting"] = ("workbook.damaged", () => Book(Header + Varied(600_000, index => "<a" + new string(' ', (int)((uint)index * 2654435761u >> 27)) + ">"))),
        ["endless names"] = ("workbook.damaged", () => Book(Header + Varied(300_000, index => $"<n{index:x}/>"))),
        ["lying headers"] = ("workbook.compressedTooMuch", () => Lying(Book(Header + Varied(7_000_000, _ => "<b/>")), 10, "xl/worksheets/sheet1.xml")),
        ["lying headers in small"] = ("workbook.damaged", () => Lying(Book(Header), 10, "xl/worksheets/sheet1.xml")),
        ["wrong checksum"] = ("workbook.damaged", () => WrongChecksum(Book(Header))),
        ["external entities"] = ("workbook.externalEntities", () => BookOfSheet(
            "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/passwd\">]>" + Sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>&secret;</t></is></c></row>"))),
        ["entities multiplying"] = ("workbook.externalEntities", () => BookOfSheet(
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" + Sheet("<row r=\"1\"><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>"))),
        ["entities in another encoding"] = ("workbook.encoding", Utf16Entities),
        ["external links"] = ("workbook.externalLinks", () => Book(Header, ("xl/externalLinks/externalLink1.xml", "<externalLink/>"))),
        ["external relation"] = ("workbook.externalLinks", () => Book(Header, ("xl/worksheets/_rels/sheet1.xml.rels", Relation("image", "http://192.0.2.1/x.png", "External")))),
        ["nested archive"] = ("workbook.nestedArchive", () => Zip([.. Parts(Sheet(Header)), ("xl/embeddings/inner.bin", Zip(("a", "b")))])),
        ["path out of the package"] = ("workbook.unsafePath", () => Book(Header, ("xl/../../../etc/cron.d/x", "x"))),
        ["300 entries"] = ("workbook.tooManyEntries", () => Book(Header, [.. Enumerable.Range(0, 300).Select(index => ($"xl/media/{index}.png", "x"))])),
        ["200 000 rows"] = ("workbook.tooManyRows", () => Book(Header + ManyRows(200_000))),
        ["200 000 rows in a sheet not shown"] = ("workbook.tooManyRows", () => Book(Header, ("xl/worksheets/sheet9.xml", Sheet(ManyRows(200_000))))),
        ["formulas"] = ("workbook.formula", () => Book(Header + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c></row>")),
        ["merged headers"] = ("workbook.mergedCells", () => BookOfSheet(Sheet(Header, "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>"))),
        ["no header"] = ("workbook.noHeader", () => Book("")),
        ["header twice"] = ("workbook.duplicateHeader", () => Book(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>工号</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t> 工号*</t></is></c></row>")),
        ["value without header"] = ("workbook.columnWithoutHeader", () => Book(Header + "<row r=\"2\"><c r=\"B2\"><v>1</v></c></row>")),
        ["broken markup"] = ("workbook.damaged", () => Book(Header + "<row r=\"2\"><c r=\"A2\"><v>1</c></row>")),
        ["too many columns"] = ("workbook.tooManyColumns", () => Book(
            "<row r=\"1\">" + Varied(201, index => $"<c t=\"inlineStr\"><is><t>h{index}</t></is></c>") + "</row>")),
        ["too many cells"] = ("workbook.tooManyCells", () => Book(
            Header, ("xl/sharedStrings.xml", "<sst>" + Varied(1_000_001, index => $"<si a=\"{index * 2654435761L % 100:x}\"/>") + "</sst>"))),
    };

    /// <summary>A sound workbook around rows of sheet markup, with further parts.</summary>
    public static byte[] Book(string rows, params (string Name, string Text)[] more) =>
        Zip([.. Parts(Sheet(rows)).Where(part => more.All(other => other.Name != part.Name)), .. more.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    public static byte[] BookOfSheet(string sheet) => Zip([.. Parts(sheet)]);

    public static string Sheet(string rows, string after = "") =>
        $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData>{after}</worksheet>";

    public static byte[] Zip(params (string Name, string Text)[] parts) =>
        Zip([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    public static byte[] Zip((string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>The directory is said to lie where no file reaches: by the locator, or by the record it points to.</summary>
    private static byte[] Wide(byte[] book, bool record)
    {
        var (body, end) = (book[..^22], book[^22..]);
        BitConverter.TryWriteBytes(end.AsSpan(16), uint.MaxValue);
        var (wide, locator) = (new byte[record ? 56 : 0], new byte[20]);
        if (record)
        {
            BitConverter.TryWriteBytes(wide, 0x06064b50);
            BitConverter.TryWriteBytes(wide.AsSpan(32), 1L);
            BitConverter.TryWriteBytes(wide.AsSpan(48), long.MaxValue);
        }

        BitConverter.TryWriteBytes(locator, 0x07064b50);
        BitConverter.TryWriteBytes(locator.AsSpan(8), record ? body.Length : long.MaxValue);
        return [.. body, .. wide, .. locator, .. end];
    }

    private static IEnumerable<(string Name, byte[] Content)> Parts(string sheet)
    {
        yield return ("[Content_Types].xml", Encoding.UTF8.GetBytes(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
        yield return ("_rels/.rels", Encoding.UTF8.GetBytes(Relation("officeDocument", "xl/workbook.xml")));
        yield return ("xl/workbook.xml", Encoding.UTF8.GetBytes(
            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"员工\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"));
        yield return ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(
            Relation("worksheet", "worksheets/sheet1.xml").Replace("</Relationships>", "<Relationship Id=\"r1\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>", StringComparison.Ordinal)));
        yield return ("xl/sharedStrings.xml", "<sst/>"u8.ToArray());
        yield return ("xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(sheet));
    }

    private static string Relation(string kind, string target, string mode = "Internal") =>
        $"<Relationships><Relationship Id=\"r0\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"{mode}\"/></Relationships>";

    private static string ManyRows(int count) => Varied(count, index => $"<row r=\"{index + 2}\"><c><v>{index * 7919L % 100_003}</v></c></row>");

    private static string Varied(int count, Func<int, string> piece)
    {
        var text = new StringBuilder();
        for (var index = 0; index < count; index++)
        {
            text.Append(piece(index));
        }

        return text.ToString();
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    private static string Letters(int length, int seed) => string.Create(length, seed, (text, start) =>
    {
        var random = new Random(start);
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = (char)random.Next('a', 'z');
        }
    });

    private static byte[] Ole(params string[] streams) =>
    [
        0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504],
        .. streams.SelectMany(name => Encoding.Unicode.GetBytes(name).Concat(new byte[128 - (name.Length * 2)])), .. new byte[1024],
    ];

    private static byte[] EncryptedEntry()
    {
        var file = Book(Header);
        EachEntry(file, at => file[at + 8] |= 1);
        return file;
    }

    private static byte[] Lying(byte[] file, int size, string part)
    {
        EachEntry(file, at => _ = Encoding.UTF8.GetString(file, at + 46, file[at + 28]) == part && BitConverter.TryWriteBytes(file.AsSpan(at + 24), size));
        return file;
    }

    private static byte[] WrongChecksum(byte[] file)
    {
        EachEntry(file, at => file[at + 16] ^= 1);
        return file;
    }

    private static void EachEntry(byte[] file, Action<int> change)
    {
        for (var at = 0; at < file.Length - 4; at++)
        {
            if (file.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8))
            {
                change(at);
            }
        }
    }

    private static byte[] Utf16Entities() => Zip(
        [.. Parts("").Where(part => part.Name != "xl/worksheets/sheet1.xml"),
         ("xl/worksheets/sheet1.xml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<!DOCTYPE x [<!ENTITY a \"b\">]>" + Sheet(Header))])]);
}
