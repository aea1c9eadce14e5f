using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.PlanTemplates;

/// <summary>A stage of a template.</summary>
public sealed record PlanTemplateStageResponse(int Number, int LengthValue, LengthUnit LengthUnit);

/// <summary>A course that plans of the template ask for, due so many working days after the plan's start.</summary>
public sealed record PlanTemplateItemResponse(
    int Sequence, long CourseId, string CourseCode, string CourseNameZh, string? CourseNameEn, int? Stage, bool IsMandatory, int DueWorkingDays);

/// <summary>A part by which the people of its plans are judged: marks from <c>excellentFrom</c> on are excellent, below
/// <c>weakBelow</c> weak.</summary>
public sealed record PlanTemplateEvaluationResponse(
    string NameZh, string? NameEn, decimal MaxMarks, decimal ExcellentFrom, decimal WeakBelow, EvaluationMeasure? Measure);

/// <summary>What its plans spend money on; how much is planned by the plan.</summary>
public sealed record PlanTemplateCostResponse(BudgetKind Kind, string Description);

/// <summary>A plan template with what its plans begin with. A retired one (<c>retiredAt</c>) makes no plans.</summary>
public sealed record PlanTemplateResponse(
    long Id,
    string Code,
    string NameZh,
    string? NameEn,
    string? BackgroundZh,
    string? BackgroundEn,
    string? AudienceZh,
    string? AudienceEn,
    IReadOnlyList<Bilingual> Objectives,
    IReadOnlyList<Bilingual> Methods,
    decimal? ClassHours,
    decimal? PracticeHours,
    PlanRecurrence Recurrence,
    string? SourceDocument,
    string? SourceLocator,
    IReadOnlyList<PlanTemplateStageResponse> Stages,
    IReadOnlyList<PlanTemplateItemResponse> Items,
    string? SupportZh,
    string? SupportEn,
    IReadOnlyList<PlanTemplateEvaluationResponse> Evaluation,
    IReadOnlyList<PlanTemplateCostResponse> Budget,
    DateTimeOffset? RetiredAt,
    int Version) : IVersioned
{
    internal static PlanTemplateResponse Of(PlanTemplate template, IReadOnlyDictionary<long, PlanTemplateCourse> courses) => new(
        template.Id,
        template.Code,
        template.NameZh,
        template.NameEn,
        template.BackgroundZh,
        template.BackgroundEn,
        template.AudienceZh,
        template.AudienceEn,
        template.Objectives,
        template.Methods,
        template.ClassHours,
        template.PracticeHours,
        template.Recurrence,
        template.SourceDocument,
        template.SourceLocator,
        [.. template.Stages.OrderBy(x => x.Number).Select(x => new PlanTemplateStageResponse(x.Number, x.LengthValue, x.LengthUnit))],
        [.. template.Items.OrderBy(x => x.Sequence).Select(x => Item(x, courses[x.CourseId]))],
        template.SupportZh,
        template.SupportEn,
        [.. template.Evaluation.OrderBy(x => x.Sequence)
            .Select(x => new PlanTemplateEvaluationResponse(x.NameZh, x.NameEn, x.MaxMarks, x.ExcellentFrom, x.WeakBelow, x.Measure))],
        [.. template.Budget.OrderBy(x => x.Sequence).Select(x => new PlanTemplateCostResponse(x.Kind, x.Description))],
        template.RetiredAt,
        template.Version);

    private static PlanTemplateItemResponse Item(PlanTemplateItem x, PlanTemplateCourse course) => new(
        x.Sequence, course.Id, course.Code, course.NameZh, course.NameEn, x.Stage, x.IsMandatory, x.DueWorkingDays);
}

internal sealed record PlanTemplateCourse(long Id, string Code, string NameZh, string? NameEn);
