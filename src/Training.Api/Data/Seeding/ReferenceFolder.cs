using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Training.Api.Data.Seeding;

/// <summary>One record of a reference file and where it stands.</summary>
internal sealed record ReferenceRow<T>(string File, LocatedJson Place, T Content)
{
    /// <summary>A fault of this row, at a member of it.</summary>
    public ReferenceFault Fault(string? member, string said) => new(File, Place.LineOf(member), said);
}

/// <summary>The files of a folder, each checked against the schema of its name that comes with the program.</summary>
internal sealed class ReferenceFolder
{
    private const int MostFaultsTold = 20;
    private static readonly string Schemas = Path.Combine(AppContext.BaseDirectory, "seeds", "reference", "schemas");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    private readonly Dictionary<string, (LocatedJson Root, JsonDocument Document)> _files = new(StringComparer.Ordinal);

    private ReferenceFolder()
    {
    }

    /// <summary>What a file may be called: there is a schema of its name.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Schemas).Select(x => Path.GetFileName(x).Replace(".schema.", ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>SHA-256 of the files and of the build of the program that reads them, in hex.</summary>
    public static async Task<string> HashAsync(string folder, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ReferenceFolder).Module.ModuleVersionId.ToByteArray());
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(await File.ReadAllBytesAsync(path, cancellation));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads and checks every file of the folder.</summary>
    /// <exception cref="ReferenceFault">One of them is no reference file, or breaks its schema; or there is none.</exception>
    public static async Task<ReferenceFolder> ReadAsync(string folder, CancellationToken cancellation)
    {
        var read = new ReferenceFolder();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!Names.Contains(name))
            {
                throw new ReferenceFault($"{path} is no reference file; accepted are {string.Join(", ", Names)}.");
            }

            read._files.Add(name, await ReadAsync(path, name, cancellation));
        }

        return read._files.Count > 0
            ? read
            : throw new ReferenceFault($"{folder} has no reference file; accepted are {string.Join(", ", Names)}.");
    }

    /// <summary>The records of a file under the member that holds them; none where the folder has no such file.</summary>
    public IReadOnlyList<ReferenceRow<T>> Rows<T>(string name, string member)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            return [];
        }

        var elements = file.Document.RootElement.GetProperty(member).EnumerateArray().ToList();
        return [.. file.Root.Members[member].Items.Select((place, i) => new ReferenceRow<T>(name, place, Row<T>(name, place, elements[i])))];
    }

    /// <summary>The whole content of one file.</summary>
    private static async Task<(LocatedJson Root, JsonDocument Document)> ReadAsync(string path, string name, CancellationToken cancellation)
    {
        ReadOnlyMemory<byte> bytes = await File.ReadAllBytesAsync(path, cancellation);
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        var root = LocatedJson.Read(name, bytes.Span);
        var schema = Path.Combine(Schemas, Path.ChangeExtension(name, ".schema.json"));
        using var rules = JsonDocument.Parse(await File.ReadAllBytesAsync(schema, cancellation));
        var faults = SchemaCheck.Faults(name, root, rules.RootElement);
        return faults.Count == 0 ? (root, JsonDocument.Parse(bytes)) : throw new ReferenceFault(Told(faults));
    }

    private static string Told(IReadOnlyList<string> faults) => string.Join(
        Environment.NewLine, faults.Count > MostFaultsTold ? [.. faults.Take(MostFaultsTold), $"… and {faults.Count - MostFaultsTold} more."] : faults);

    /// <summary>The schema has accepted it; what the program reads beyond its schema is still named by its line.</summary>
    private static T Row<T>(string name, LocatedJson place, JsonElement element)
    {
        try
        {
            return element.Deserialize<T>(Json)!;
        }
        catch (JsonException fault)
        {
            throw new ReferenceFault(name, place.LineOf(fault.Path?.TrimStart('$')), fault.Message);
        }
    }
}
