using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Courses;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Features.Standards;

/// <summary>The whole of an edition of an occupational standard.</summary>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Levels">In any order; each level once.</param>
/// <param name="NameEn">English name, where there is one.</param>
/// <param name="DefinitionZh">Who works in the occupation, in Chinese.</param>
/// <param name="DefinitionEn">The same in English.</param>
/// <param name="SourceDocument">The document it was taken from.</param>
/// <param name="SourceLocator">The place in the document.</param>
/// <param name="Examination">The rules of its examination, where there is one.</param>
public record WriteStandardRequest(
    [TextLength(1, 200)] string NameZh,
    [ItemCount(1, 5)] IReadOnlyList<StandardLevelRequest> Levels,
    [TextLength(0, 200)] string? NameEn = null,
    [TextLength(0, Standard.MaxTextLength)] string? DefinitionZh = null,
    [TextLength(0, Standard.MaxTextLength)] string? DefinitionEn = null,
    [TextLength(0, 400)] string? SourceDocument = null,
    [TextLength(0, 400)] string? SourceLocator = null,
    ExaminationRequest? Examination = null)
{
    internal StandardContent Content() => new(
        new Bilingual(NameZh, NameEn),
        BilingualText.OrNull(DefinitionZh, DefinitionEn),
        PlainText.OrNull(SourceDocument) is { } document ? new SourcePlace(document, SourceLocator ?? "") : null,
        Examination?.Rules(),
        [.. Levels.Select(x => x.Content())]);
}

/// <summary>The rules of an examination; nothing is decided by them yet.</summary>
/// <param name="Parts">What is examined; every part has to be passed.</param>
/// <param name="FullMark">The score of who makes no mistake.</param>
/// <param name="PassMark">The least score that passes a part; at most the full mark.</param>
/// <param name="PassedPartYears">How long a passed part counts.</param>
/// <param name="Media">By what means.</param>
/// <param name="RulesInWords">The rules in words.</param>
public sealed record ExaminationRequest(
    [ItemCount(1, 20)] IReadOnlyList<BilingualText> Parts,
    [Within("1", "1000")] int FullMark,
    [Within("0", "1000")] int PassMark,
    [Within("1", "10")] int PassedPartYears,
    [ItemCount(0, 20)] IReadOnlyList<BilingualText>? Media = null,
    [ItemCount(0, 50)] IReadOnlyList<BilingualText>? RulesInWords = null)
{
    internal ExaminationRules Rules() => new(
        Plain(Parts), Plain(Media ?? []), FullMark, PassMark, PassedPartYears, Plain(RulesInWords ?? []));

    internal static IReadOnlyList<Bilingual> Plain(IReadOnlyList<BilingualText> texts) => [.. texts.Select(x => x.Plain())];
}

/// <summary>A level of the standard.</summary>
/// <param name="Level">5 (the lowest there can be) to 1 (the highest).</param>
/// <param name="TitleZh">The title of who holds it, in Chinese.</param>
/// <param name="QualificationZh">The national qualification it is, in Chinese.</param>
/// <param name="Functions">Each number once; the weights total exactly 100.</param>
/// <param name="TitleEn">The title in English.</param>
/// <param name="QualificationEn">The qualification in English.</param>
/// <param name="Eligibility">Who may sit the examination: any one of these is enough.</param>
public sealed record StandardLevelRequest(
    int Level,
    [TextLength(1, 200)] string TitleZh,
    [TextLength(1, 200)] string QualificationZh,
    [ItemCount(1, 99)] IReadOnlyList<StandardFunctionRequest> Functions,
    [TextLength(0, 200)] string? TitleEn = null,
    [TextLength(0, 200)] string? QualificationEn = null,
    [ItemCount(0, 50)] IReadOnlyList<EligibilityRequest>? Eligibility = null)
{
    internal StandardLevelContent Content() => new(
        Level,
        new Bilingual(TitleZh, TitleEn),
        new Bilingual(QualificationZh, QualificationEn),
        [.. (Eligibility ?? []).Select(x => new EligibilityRule(x.Applicant.Plain(), x.Condition.Plain(), x.MinYears, x.Opens))],
        [.. Functions.Select(x => x.Content())]);
}

/// <summary>One way to be admitted to the examination of a level.</summary>
/// <param name="Applicant">Who.</param>
/// <param name="Condition">Under what condition.</param>
/// <param name="Opens">To what.</param>
/// <param name="MinYears">With at least so many years of what the condition names.</param>
public sealed record EligibilityRequest(
    BilingualText Applicant, BilingualText Condition, EligibilityOpens Opens, [Within("0", "50")] int? MinYears = null);

/// <summary>A function of the occupation on a level.</summary>
/// <param name="Number">1 to 99; makes the function's code, by which courses name it.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="WeightPercent">Its share of the level, above 0 to 100 with at most one decimal.</param>
/// <param name="Contents">Its work contents, in their order.</param>
/// <param name="NameEn">English name, where there is one.</param>
/// <param name="IsBasic">Basic knowledge beside the functions of the work.</param>
public sealed record StandardFunctionRequest(
    int Number,
    [TextLength(1, 200)] string NameZh,
    decimal WeightPercent,
    [ItemCount(0, 50)] IReadOnlyList<WorkContentRequest> Contents,
    [TextLength(0, 200)] string? NameEn = null,
    bool IsBasic = false)
{
    internal StandardFunctionContent Content() => new(
        Number,
        new Bilingual(NameZh, NameEn),
        WeightPercent,
        IsBasic,
        [.. Contents.Select(x => new WorkContent(
            x.Name.Plain(), ExaminationRequest.Plain(x.Skills ?? []), ExaminationRequest.Plain(x.Knowledge ?? [])))]);
}

/// <summary>A work content: what one has to be able to do and to know for it, in their order.</summary>
public sealed record WorkContentRequest(
    BilingualText Name,
    [ItemCount(0, 100)] IReadOnlyList<BilingualText>? Skills = null,
    [ItemCount(0, 100)] IReadOnlyList<BilingualText>? Knowledge = null);
