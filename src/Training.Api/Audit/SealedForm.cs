using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Training.Api.Data.Records;

namespace Training.Api.Audit;

/// <summary>What is hashed of an audit row: its members sorted by name, instants in UTC with whole milliseconds, and the
/// recorded values exactly as they stand. The same bytes from every store.</summary>
internal static class SealedForm
{
    /// <summary>What stands before the first seal.</summary>
    public const string Start = "";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(AuditEntry entry) => JsonSerializer.Serialize(
        new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["accountId"] = entry.AccountId,
            ["act"] = entry.Act,
            ["after"] = entry.After,
            ["at"] = entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["before"] = entry.Before,
            ["change"] = JsonNamingPolicy.CamelCase.ConvertName(entry.Change.ToString()),
            ["entity"] = entry.Entity,
            ["entityId"] = entry.EntityId,
            ["id"] = entry.Id,
            ["rootEntity"] = entry.RootEntity,
            ["rootId"] = entry.RootId,
            ["traceId"] = entry.TraceId,
        },
        Json);

    /// <summary>SHA-256 over the previous seal's hash and the row, lower-case hex.</summary>
    public static string Hash(string previous, AuditEntry entry) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + Of(entry))));
}
