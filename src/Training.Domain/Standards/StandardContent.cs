using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Standards;

/// <summary>All of an edition of an occupational standard.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">Who works in the occupation.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="Examination">The rules of its examination, where there is one.</param>
/// <param name="Levels">In any order; each level once.</param>
public sealed record StandardContent(
    Bilingual Name, Bilingual? Definition, SourcePlace? Source, ExaminationRules? Examination, IReadOnlyList<StandardLevelContent> Levels);

/// <summary>The rules by which people are examined. Nothing is decided by them yet.</summary>
/// <param name="Parts">What is examined: theory, skill. Every part has to be passed.</param>
/// <param name="Media">By what means: computer, written, oral.</param>
/// <param name="FullMark">The score of who makes no mistake, 1–1000.</param>
/// <param name="PassMark">The least score that passes a part, 0 to the full mark.</param>
/// <param name="PassedPartYears">How long a passed part counts while another is sat again, 1–10 years.</param>
/// <param name="Rules">The rules in words.</param>
public sealed record ExaminationRules(
    IReadOnlyList<Bilingual> Parts,
    IReadOnlyList<Bilingual> Media,
    int FullMark,
    int PassMark,
    int PassedPartYears,
    IReadOnlyList<Bilingual> Rules);

/// <summary>A level of the standard.</summary>
/// <param name="Level">5 (the lowest there can be) to 1 (the highest).</param>
/// <param name="Title">The title of who holds it.</param>
/// <param name="Qualification">The national qualification it is.</param>
/// <param name="Eligibility">Who may sit the examination: any one of these is enough.</param>
/// <param name="Functions">In any order; each number once. The weights total exactly 100.</param>
public sealed record StandardLevelContent(
    int Level, Bilingual Title, Bilingual Qualification, IReadOnlyList<EligibilityRule> Eligibility, IReadOnlyList<StandardFunctionContent> Functions);

/// <summary>What somebody who meets an eligibility rule may sit.</summary>
public enum EligibilityOpens
{
    /// <summary>The examination of single modules.</summary>
    ModuleExamination,

    /// <summary>The whole examination.</summary>
    FullExamination,
}

/// <summary>One way to be admitted to the examination of a level.</summary>
/// <param name="Applicant">Who.</param>
/// <param name="Condition">Under what condition.</param>
/// <param name="MinYears">With at least so many years of what the condition names, 0–50; none where no years are asked.</param>
/// <param name="Opens">To what.</param>
public sealed record EligibilityRule(Bilingual Applicant, Bilingual Condition, int? MinYears, EligibilityOpens Opens);

/// <summary>A function of the occupation on a level.</summary>
/// <param name="Number">1–99; with standard and level it makes the function's code, by which courses name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="WeightPercent">Its share of the level, above 0 to 100 with at most one decimal.</param>
/// <param name="IsBasic">Basic knowledge, which every level has, beside the functions of the work.</param>
/// <param name="Contents">Its work contents, in their order.</param>
public sealed record StandardFunctionContent(
    int Number, Bilingual Name, decimal WeightPercent, bool IsBasic, IReadOnlyList<WorkContent> Contents);

/// <summary>A work content of a function: what one has to be able to do and to know for it, in their order.</summary>
public sealed record WorkContent(Bilingual Name, IReadOnlyList<Bilingual> Skills, IReadOnlyList<Bilingual> Knowledge);
