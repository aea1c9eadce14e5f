using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

/// <summary>The files of <c>seeds/reference/</c>, member for member; <c>seeds/README.md</c> says what each means. Members that
/// nothing reads yet (sources, modules of a template) are in the files for the reader.</summary>
internal static class ReferenceFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>Reads a file; a fault names the file and the line.</summary>
    public static async Task<T> ReadAsync<T>(string folder, string name, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, name);
        await using var stream = File.OpenRead(path);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(stream, Json, cancellation)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}, line {fault.LineNumber + 1}: {fault.Message}", fault);
        }
    }
}

internal sealed record CoursesFile(IReadOnlyList<CourseRow> Courses);

internal sealed record CourseRow(
    string Code,
    string NameZh,
    string? NameEn,
    CourseCategory Category,
    int? StandardLevel,
    decimal? ClassHours,
    decimal? PracticeHours,
    int? LengthValue,
    LengthUnit? LengthUnit,
    string? AudienceZh,
    string? AudienceEn,
    string SourceDocument,
    string SourceLocator,
    int? ValidityMonths,
    IReadOnlyList<CourseModuleRow> Modules)
{
    public CourseContent Content() => new(
        new Bilingual(NameZh, NameEn),
        Category,
        StandardLevel,
        ClassHours,
        PracticeHours,
        LengthValue is { } value && LengthUnit is { } unit ? new CourseLength(value, unit) : null,
        AudienceZh is null ? null : new Bilingual(AudienceZh, AudienceEn),
        new SourcePlace(SourceDocument, SourceLocator),
        ValidityMonths,
        [.. Modules.Select(x => new CourseModuleContent(x.Number, new Bilingual(x.TitleZh, x.TitleEn), x.KeyPoints))]);
}

internal sealed record CourseModuleRow(int Number, string TitleZh, string? TitleEn, IReadOnlyList<Bilingual> KeyPoints);

internal sealed record PlanTemplatesFile(IReadOnlyList<PlanTemplateRow> PlanTemplates);

internal sealed record PlanTemplateRow(
    string Code,
    string NameZh,
    string? NameEn,
    string SourceDocument,
    string SourceLocator,
    string? BackgroundZh,
    string? BackgroundEn,
    string? AudienceZh,
    string? AudienceEn,
    IReadOnlyList<Bilingual> Objectives,
    IReadOnlyList<Bilingual> Methods,
    decimal? ClassHours,
    decimal? PracticeHours,
    PlanRecurrence Recurrence,
    IReadOnlyList<PlanStageContent> Stages,
    IReadOnlyList<PlanTemplateItemRow> Items)
{
    public PlanTemplateContent Content(IReadOnlyDictionary<string, long> courses) => new(
        new Bilingual(NameZh, NameEn),
        BackgroundZh is null ? null : new Bilingual(BackgroundZh, BackgroundEn),
        AudienceZh is null ? null : new Bilingual(AudienceZh, AudienceEn),
        Objectives,
        Methods,
        ClassHours,
        PracticeHours,
        Recurrence,
        new SourcePlace(SourceDocument, SourceLocator),
        Stages,
        [.. Items.Select(x => new PlanTemplateItemContent(courses[x.CourseCode], x.Stage, x.IsMandatory, x.DueWorkingDays))]);
}

internal sealed record PlanTemplateItemRow(string CourseCode, int? Stage, bool IsMandatory, int DueWorkingDays);

internal sealed record PositionsFile(IReadOnlyList<PositionRow> Positions);

internal sealed record PositionRow(
    string Code, string NameZh, string? NameEn, IReadOnlyList<Bilingual> Duties, IReadOnlyList<RequiredCourseRow> RequiredCourses);

internal sealed record RequiredCourseRow(string CourseCode);

internal sealed record CalendarFile(IReadOnlyList<CalendarYearRow> Years);

internal sealed record CalendarYearRow(
    int Year, bool IsComplete, IReadOnlyList<HolidayRow> Holidays, IReadOnlyList<DateOnly> WorkingWeekendDays);

internal sealed record HolidayRow(string NameZh, string? NameEn, DateOnly From, DateOnly To);

internal sealed record DocumentKindsFile(IReadOnlyList<DocumentKindRow> DocumentKinds);

internal sealed record DocumentKindRow(string Code, string NameZh, string? NameEn);
