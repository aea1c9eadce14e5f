using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Courses;

internal sealed record CourseFile([property: JsonPropertyName("$schema")] string Schema, List<CourseRow> Courses);

internal sealed record CourseRow(
    string Code, string NameZh, string NameEn, CourseCategory Category, int? StandardLevel, CourseMode Mode, decimal? ClassHours,
    decimal? PracticeHours, int? LengthValue, LengthUnit? LengthUnit, string AudienceZh, string AudienceEn, string SourceDocument,
    string SourceLocator, CompletionRule CompletionRule, decimal? PassMark, int? ValidityMonths, List<string> Prerequisites,
    List<string> Functions, string? FunctionsNoteZh, string? FunctionsNoteEn, List<string> Proposed, List<ModuleRow> Modules,
    List<QuestionRow> Questions)
{
    public CourseContent Content => new(
        new(NameZh, NameEn), Category, StandardLevel, ClassHours, PracticeHours,
        LengthValue is { } value && LengthUnit is { } unit ? new CourseLength(value, unit) : null,
        new(AudienceZh, AudienceEn), new(SourceDocument, SourceLocator), ValidityMonths,
        [.. Modules.Select(x => new CourseModuleContent(x.Number, new(x.TitleZh, x.TitleEn), [.. x.KeyPoints.Select(p => p.Text)]))])
    {
        Mode = Mode,
        CompletionRule = CompletionRule,
        PassMark = PassMark,
        FunctionCodes = Functions,
        Questions = [.. Questions.Select(x => x.Content)],
    };
}

internal sealed record QuestionRow(
    int Number, int? ModuleNumber, QuestionKind Kind, string TextZh, string TextEn, List<QuestionOption> Options, bool? IsTrue, PairRow? ModelAnswer)
{
    public CourseQuestionContent Content => new(Number, ModuleNumber, Kind, new(TextZh, TextEn), Options, IsTrue, ModelAnswer?.Text);
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
    List<TemplateItemRow> Items, List<TemplateEvaluationRow> Evaluation, string? GoodResultZh, string? GoodResultEn, string? WeakResultZh,
    string? WeakResultEn, List<TemplateCostRow> BudgetItems, List<PairRow> Support, string SourceStateZh, string SourceStateEn)
{
    public PlanTemplateContent Content(Func<string, long> courseId) => new(
        new(NameZh, NameEn), BackgroundZh is null ? null : new(BackgroundZh, BackgroundEn), new(AudienceZh, AudienceEn),
        [.. Objectives.Select(x => x.Text)], [.. Methods.Select(x => x.Text)], ClassHours, PracticeHours, Recurrence,
        new(SourceDocument, SourceLocator), Stages,
        [.. Items.Select(x => new PlanTemplateItemContent(courseId(x.CourseCode), x.Stage, x.IsMandatory, x.DueWorkingDays))])
    {
        Evaluation = [.. Evaluation.Select(x => new EvaluationPartContent(new(x.Zh, x.En), x.MaxMarks, x.ExcellentFrom, x.WeakBelow, x.Measure))],
        Budget = [.. BudgetItems.Select(x => new PlanTemplateCostContent(x.Kind, x.Zh))],
    };
}

internal sealed record TemplateEvaluationRow(string Zh, string En, decimal MaxMarks, decimal ExcellentFrom, decimal WeakBelow, EvaluationMeasure Measure, bool Proposed);

internal sealed record TemplateCostRow(BudgetKind Kind, string Zh, string En);

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

    private static readonly JsonSerializerOptions Lenient = new(Strict) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>The rows of a file as the program reads them: members that nothing reads are left out.</summary>
    public static List<T> Rows<T>(string file, string member)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return document.RootElement.GetProperty(member).Deserialize<List<T>>(Lenient)!;
    }

    /// <summary>The functions of the standard, from the lowest level to the highest.</summary>
    public static IReadOnlyList<(string Code, string NameZh, bool IsBasic)> Functions()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "standard.json")));
        return
        [
            .. from standard in document.RootElement.GetProperty("standards").EnumerateArray()
               from level in standard.GetProperty("levels").EnumerateArray()
               from function in level.GetProperty("functions").EnumerateArray()
               select (
                   Training.Domain.Standards.Standard.FunctionCode(
                       standard.GetProperty("code").GetString()!, level.GetProperty("level").GetInt32(), function.GetProperty("number").GetInt32()),
                   function.GetProperty("nameZh").GetString()!,
                   function.GetProperty("isBasic").GetBoolean()),
        ];
    }

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
