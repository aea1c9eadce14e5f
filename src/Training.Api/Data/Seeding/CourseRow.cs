using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

internal sealed record CourseRow(
    string Code,
    string NameZh,
    string? NameEn,
    CourseCategory Category,
    int? StandardLevel,
    CourseMode Mode,
    decimal? ClassHours,
    decimal? PracticeHours,
    int? LengthValue,
    LengthUnit? LengthUnit,
    string? AudienceZh,
    string? AudienceEn,
    string SourceDocument,
    string SourceLocator,
    CompletionRule CompletionRule,
    decimal? PassMark,
    int? ValidityMonths,
    IReadOnlyList<string> Prerequisites,
    IReadOnlyList<string> Functions,
    string? FunctionsNoteZh,
    string? FunctionsNoteEn,
    IReadOnlyList<CourseModuleRow> Modules,
    IReadOnlyList<CourseQuestionRow> Questions)
{
    public CourseContent Content(IReadOnlyCollection<long> prerequisiteIds) => new(
        new Bilingual(NameZh, NameEn),
        Category,
        StandardLevel,
        ClassHours,
        PracticeHours,
        LengthValue is { } value && LengthUnit is { } unit ? new CourseLength(value, unit) : null,
        AudienceZh is null ? null : new Bilingual(AudienceZh, AudienceEn),
        new SourcePlace(SourceDocument, SourceLocator),
        ValidityMonths,
        [.. Modules.Select(x => new CourseModuleContent(x.Number, new Bilingual(x.TitleZh, x.TitleEn), x.KeyPoints))])
    {
        Mode = Mode,
        CompletionRule = CompletionRule,
        PassMark = PassMark,
        PrerequisiteIds = prerequisiteIds,
        FunctionCodes = Functions,
        Questions = [.. Questions.Select(x => x.Content())],
    };
}

internal sealed record CourseModuleRow(int Number, string TitleZh, string? TitleEn, IReadOnlyList<Bilingual> KeyPoints);

internal sealed record CourseQuestionRow(
    int Number,
    int? ModuleNumber,
    QuestionKind Kind,
    string TextZh,
    string? TextEn,
    IReadOnlyList<QuestionOption> Options,
    bool? IsTrue,
    Bilingual? ModelAnswer)
{
    public CourseQuestionContent Content() => new(Number, ModuleNumber, Kind, new Bilingual(TextZh, TextEn), Options, IsTrue, ModelAnswer);
}
