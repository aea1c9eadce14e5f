using Training.Domain.Courses;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Data.Seeding;

internal sealed record StandardRow(
    string Code,
    string NameZh,
    string? NameEn,
    string DefinitionZh,
    string? DefinitionEn,
    string SourceDocument,
    string SourceLocator,
    ExaminationRules Examination,
    IReadOnlyList<StandardLevelRow> Levels)
{
    public StandardContent Content() => new(
        new Bilingual(NameZh, NameEn),
        new Bilingual(DefinitionZh, DefinitionEn),
        new SourcePlace(SourceDocument, SourceLocator),
        Examination,
        [.. Levels.Select(x => x.Content())]);
}

internal sealed record StandardLevelRow(
    int Level,
    string TitleZh,
    string? TitleEn,
    string QualificationZh,
    string? QualificationEn,
    IReadOnlyList<EligibilityRow> Eligibility,
    IReadOnlyList<StandardFunctionRow> Functions)
{
    public StandardLevelContent Content() => new(
        Level,
        new Bilingual(TitleZh, TitleEn),
        new Bilingual(QualificationZh, QualificationEn),
        [.. Eligibility.Select(x => new EligibilityRule(
            new Bilingual(x.ApplicantZh, x.ApplicantEn), new Bilingual(x.ConditionZh, x.ConditionEn), x.MinYears, x.Opens))],
        [.. Functions.Select(x => new StandardFunctionContent(
            x.Number,
            new Bilingual(x.NameZh, x.NameEn),
            x.WeightPercent,
            x.IsBasic,
            [.. x.Contents.Select(y => new WorkContent(new Bilingual(y.NameZh, y.NameEn), y.Skills, y.Knowledge))]))]);
}

internal sealed record EligibilityRow(
    string ApplicantZh, string? ApplicantEn, string ConditionZh, string? ConditionEn, int? MinYears, EligibilityOpens Opens);

internal sealed record StandardFunctionRow(
    int Number, string NameZh, string? NameEn, decimal WeightPercent, bool IsBasic, IReadOnlyList<WorkContentRow> Contents);

internal sealed record WorkContentRow(string NameZh, string? NameEn, IReadOnlyList<Bilingual> Skills, IReadOnlyList<Bilingual> Knowledge);
