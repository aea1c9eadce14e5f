using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>An inspected workbook: which part is which.</summary>
internal sealed class WorkbookParts
{
    internal const string ContentTypes = "[Content_Types].xml";

    // What a spreadsheet program lets a sheet be called.
    private const int LongestName = 31;
    private const int MostNamed = 100;

    private readonly byte[] _file;
    private readonly Dictionary<string, ZipPart> _parts;
    private readonly WorkbookLimits _limits;

    private WorkbookParts(byte[] file, Dictionary<string, ZipPart> parts, WorkbookLimits limits) =>
        (_file, _parts, _limits) = (file, parts, limits);

    /// <summary>Name and part of the first visible sheet.</summary>
    public (string Name, string Part) First { get; private set; }

    public IReadOnlyList<string> OtherSheets { get; private set; } = [];

    public string? SharedTexts { get; private set; }

    public string? Styles { get; private set; }

    /// <summary>Days are counted from 1904 instead of 1900.</summary>
    public bool From1904 { get; private set; }

    public static WorkbookParts Open(byte[] file, Dictionary<string, ZipPart> parts, WorkbookLimits limits)
    {
        var opened = new WorkbookParts(file, parts, limits);
        opened.CheckContentTypes();
        foreach (var rels in parts.Keys.Where(name => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            opened.CheckRelations(rels);
        }

        var workbook = opened.Relations("").FirstOrDefault(relation => relation.Kind == "officeDocument").Target;
        if (workbook is null || !parts.ContainsKey(workbook))
        {
            throw WorkbookRefusals.NoWorkbookPart.With();
        }

        opened.ReadWorkbook(workbook);
        return opened;
    }

    public PartReader Reader(string part) =>
        _parts.TryGetValue(part, out var found) ? new PartReader(_file, found, _limits) : throw WorkbookRefusals.Damaged.With(("part", part));

    private void CheckContentTypes()
    {
        using var reader = Reader(ContentTypes);
        while (reader.Read())
        {
            if (!reader.IsStart || reader.Attribute("ContentType") is not { } type)
            {
                continue;
            }

            // Asked first: the type of every binary workbook says that macros are enabled.
            if (Has(type, "sheet.binary"))
            {
                throw WorkbookRefusals.OldFormat.With();
            }

            if (Has(type, "macroEnabled") || Has(type, "vbaProject") || Has(type, "macrosheet"))
            {
                throw WorkbookRefusals.Macros.With(("part", reader.Attribute("PartName") ?? ContentTypes));
            }

            if (Has(type, "wordprocessingml.document.main") || Has(type, "presentationml.presentation.main"))
            {
                throw WorkbookRefusals.NoWorkbookPart.With();
            }
        }
    }

    // Links on cells (a mail address becomes one by itself) are never followed and do no harm; everything else that
    // points outside would be fetched or opened by a spreadsheet program.
    private void CheckRelations(string rels)
    {
        using var reader = Reader(rels);
        while (reader.Read())
        {
            if (!reader.IsStart || reader.Name != "Relationship")
            {
                continue;
            }

            var kind = Kind(reader);
            var outside = string.Equals(reader.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            if ((outside && kind != "hyperlink") || kind.StartsWith("externalLink", StringComparison.Ordinal) || kind == "connections")
            {
                throw WorkbookRefusals.ExternalLinks.With(("target", reader.Attribute("Target") ?? rels));
            }

            if (kind is "vbaProject" or "xlMacrosheet" or "xlIntlMacrosheet")
            {
                throw WorkbookRefusals.Macros.With(("part", reader.Attribute("Target") ?? rels));
            }
        }
    }

    private List<(string Id, string Kind, string Target)> Relations(string source)
    {
        var folder = source.Contains('/') ? source[..(source.LastIndexOf('/') + 1)] : "";
        var rels = $"{folder}_rels/{source[folder.Length..]}.rels";
        var relations = new List<(string, string, string)>();
        if (!_parts.ContainsKey(rels))
        {
            return relations;
        }

        using var reader = Reader(rels);
        while (reader.Read())
        {
            if (reader.IsStart && reader.Attribute("Target") is { } target && reader.Attribute("Id") is { } id)
            {
                relations.Add((id, Kind(reader), Resolved(folder, target)));
            }
        }

        return relations;
    }

    private void ReadWorkbook(string workbook)
    {
        var relations = Relations(workbook);
        SharedTexts = relations.FirstOrDefault(relation => relation.Kind == "sharedStrings").Target;
        Styles = relations.FirstOrDefault(relation => relation.Kind == "styles").Target;
        var sheets = new List<(string Name, string Part)>();
        using var reader = Reader(workbook);
        while (reader.Read())
        {
            if (reader.IsStart && reader.Name == "workbookPr")
            {
                From1904 = reader.Attribute("date1904") is "1" or "true";
            }

            if (!reader.IsStart || reader.Name != "sheet" || (reader.Attribute("state") ?? "visible") != "visible")
            {
                continue;
            }

            var id = reader.RelationId();
            if (relations.Find(relation => relation.Id == id) is { Kind: "worksheet", Target: { } part })
            {
                sheets.Add((PlainText.Cut(reader.Attribute("name") ?? "", LongestName), part));
            }
        }

        First = sheets.Count > 0 ? sheets[0] : throw WorkbookRefusals.NoWorkbookPart.With();
        OtherSheets = [.. sheets.Skip(1).Take(MostNamed).Select(sheet => sheet.Name)];
    }

    private static string Kind(PartReader reader)
    {
        var type = reader.Attribute("Type") ?? "";
        return type[(type.LastIndexOf('/') + 1)..];
    }

    private static string Resolved(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var path = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("" or "." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private static bool Has(string type, string fragment) => type.Contains(fragment, StringComparison.OrdinalIgnoreCase);
}
