using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Training.Api.OpenApi;

/// <summary>What the doc comments say about the members of a record that is taken by <c>[AsParameters]</c>; the generator
/// reads only the handler's own parameters.</summary>
internal static partial class XmlTexts
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(Load);

    public static string? OfParameter(Type? record, string name)
    {
        var text = record is not null && Members.Value.TryGetValue($"T:{record.FullName}", out var type)
            ? type.Elements("param").FirstOrDefault(x => string.Equals(x.Attribute("name")?.Value, name, StringComparison.OrdinalIgnoreCase))?.Value
            : null;

        return text is null ? null : Spaces().Replace(text, " ").Trim();
    }

    private static Dictionary<string, XElement> Load()
    {
        var path = Path.ChangeExtension(typeof(XmlTexts).Assembly.Location, ".xml");

        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(x => x.Attribute("name")!.Value, StringComparer.Ordinal)
            : [];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
