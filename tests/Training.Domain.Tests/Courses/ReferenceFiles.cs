using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Courses;

internal sealed record CourseFile([property: JsonPropertyName("$schema")] string Schema, List<CourseRow> Courses);

internal sealed record CourseRow(
    string Code, string NameZh, string NameEn, CourseCategory Category, int? StandardLevel, decimal? ClassHours, decimal? PracticeHours,
    int? LengthValue, LengthUnit? LengthUnit, string AudienceZh, string AudienceEn, string SourceDocument, string SourceLocator,
    int? ValidityMonths, List<ModuleRow> Modules)
{
    public CourseContent Content => new(
        new(NameZh, NameEn), Category, StandardLevel, ClassHours, PracticeHours,
        LengthValue is { } value && LengthUnit is { } unit ? new CourseLength(value, unit) : null,
        new(AudienceZh, AudienceEn), new(SourceDocument, SourceLocator), ValidityMonths,
        [.. Modules.Select(x => new CourseModuleContent(x.Number, new(x.TitleZh, x.TitleEn), [.. x.KeyPoints.Select(p => p.Text)]))]);
}

internal sealed record ModuleRow(int Number, string TitleZh, string TitleEn, List<PairRow> KeyPoints);

internal sealed record PairRow(string Zh, string En)
{
    public Bilingual Text => new(Zh, En);
}

internal sealed record TemplateFile([property: JsonPropertyName("$schema")] string Schema, List<TemplateRow> PlanTemplates);

internal sealed record TemplateRow(
    string Code, string NameZh, string NameEn, string SourceDocument, string SourceLocator, string? BackgroundZh, string? BackgroundEn,
    string AudienceZh, string AudienceEn, List<PairRow> Objectives, List<PairRow> Methods, decimal? ClassHours, decimal? PracticeHours,
    string? DurationZh, string? DurationEn, PlanRecurrence Recurrence, List<PlanStageContent> Stages, List<TemplateModuleRow> Modules,
    List<TemplateItemRow> Items, List<PairRow> Evaluation, string? GoodResultZh, string? GoodResultEn, string? WeakResultZh,
    string? WeakResultEn, List<PairRow> BudgetItems, List<PairRow> Support, string SourceStateZh, string SourceStateEn)
{
    public PlanTemplateContent Content(Func<string, long> courseId) => new(
        new(NameZh, NameEn), BackgroundZh is null ? null : new(BackgroundZh, BackgroundEn), new(AudienceZh, AudienceEn),
        [.. Objectives.Select(x => x.Text)], [.. Methods.Select(x => x.Text)], ClassHours, PracticeHours, Recurrence,
        new(SourceDocument, SourceLocator), Stages,
        [.. Items.Select(x => new PlanTemplateItemContent(courseId(x.CourseCode), x.Stage, x.IsMandatory, x.DueWorkingDays))]);
}

internal sealed record TemplateModuleRow(string Number, string TitleZh, string TitleEn, List<PairRow> Points);

internal sealed record TemplateItemRow(string CourseCode, string Module, int? Stage, bool IsMandatory, int DueWorkingDays, bool Proposed);

internal sealed record PositionFile([property: JsonPropertyName("$schema")] string Schema, List<PositionRow> Positions);

internal sealed record PositionRow(
    string Code, string NameZh, string NameEn, string? ReportsToCode, string SourceDocument, string SourceLocator, List<PairRow> Duties,
    List<RequiredRow> RequiredCourses);

internal sealed record RequiredRow(string CourseCode, bool Proposed);

/// <summary>The files of <c>seeds/reference</c>, read as strictly as the program reads requests.</summary>
internal static class ReferenceFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Folder { get; } = Find();

    public static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, file)), Strict)
        ?? throw new InvalidOperationException($"{file} is empty.");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Training.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No solution above the tests.");
        }

        return Path.Combine(folder.FullName, "seeds", "reference");
    }
}
