using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Domain.Plans;

namespace Training.Api.Commands;

/// <summary>The small company of <c>seeds/demo/company.json</c>. Days are relative to the day on which it is made.</summary>
internal sealed record DemoFile(
    IReadOnlyList<DemoDepartment> Departments,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoAccount> Accounts,
    DemoPlan Plan,
    IReadOnlyList<DemoCompletion> Completions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static async Task<DemoFile> ReadAsync(CancellationToken cancellation)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "seeds", "demo", "company.json");
        await using var stream = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync<DemoFile>(stream, Json, cancellation)
            ?? throw new InvalidDataException($"{path} is empty.");
    }
}

/// <summary>A department; the parent stands before it.</summary>
internal sealed record DemoDepartment(string Code, string NameZh, string? NameEn, string? Parent, string? Head);

/// <summary>A person; without a supervisor the seat above is vacant.</summary>
internal sealed record DemoPerson(
    string Number,
    string NameZh,
    string NameLatin,
    string Department,
    string Position,
    string? Supervisor,
    int HiredMonthsAgo,
    string? NameReading = null);

internal sealed record DemoAccount(string UserName, string Employee, IReadOnlyList<Role> Roles);

/// <summary>A plan that is running: made from a template, handed in by its author, approved by another.</summary>
internal sealed record DemoPlan(string Template, string Department, string Author, string Approver);

internal sealed record DemoCompletion(string Employee, string Course, string By, int DaysAgo, CompletionResult Result, decimal? Score);
