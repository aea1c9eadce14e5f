using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Domain.People;

namespace Training.Api.Commands.Demo;

/// <summary>The company of <c>seeds/demo/company.json</c> as it stands on the day its history begins. Days are relative to the
/// day on which it is made.</summary>
internal sealed record DemoFile(
    DemoWorkPlace WorkPlace,
    IReadOnlyList<DemoDepartment> Departments,
    IReadOnlyList<DemoPosition> Positions,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoAccount> Accounts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static Task<DemoFile> ReadAsync(CancellationToken cancellation) => ReadAsync<DemoFile>("company.json", cancellation);

    /// <summary>What a file of the folder says.</summary>
    /// <exception cref="JsonException">It has a member that nobody reads, or lacks one.</exception>
    public static async Task<T> ReadAsync<T>(string file, CancellationToken cancellation)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "seeds", "demo", file);
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<T>(stream, Json, cancellation) ?? throw new InvalidDataException($"{path} is empty.");
    }
}

/// <summary>Where everybody works; yuan a month.</summary>
internal sealed record DemoWorkPlace(string Code, string NameZh, string NameEn, decimal MinimumWage);

/// <summary>A department; the parent stands before it.</summary>
internal sealed record DemoDepartment(string Code, string NameZh, string? NameEn, string? Parent, string? Head);

/// <summary>A position beside those of the reference data.</summary>
internal sealed record DemoPosition(string Code, string NameZh, string NameEn);

/// <summary>A person; without a supervisor the seat above is vacant.</summary>
/// <param name="HiredMonthsAgo">More than the history is long.</param>
/// <param name="MonthlyWage">Base wage in yuan.</param>
internal sealed record DemoPerson(
    string Number,
    string NameZh,
    string NameLatin,
    string Department,
    string Position,
    string? Supervisor,
    int HiredMonthsAgo,
    decimal MonthlyWage,
    string? NameReading = null,
    ContractKind ContractKind = ContractKind.OpenEnded,
    decimal WorkShare = 1m);

internal sealed record DemoAccount(string UserName, string Employee, IReadOnlyList<Role> Roles);
