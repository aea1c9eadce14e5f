using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Localization;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.PlanTemplates;

/// <summary>A stage of plans made from the template.</summary>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="LengthValue">1 to 365 of its unit.</param>
/// <param name="LengthUnit">Days or weeks of seven days.</param>
public sealed record PlanTemplateStageRequest(int Number, int LengthValue, LengthUnit LengthUnit);

/// <summary>A course that plans made from the template ask for.</summary>
/// <param name="CourseId">Each course once.</param>
/// <param name="IsMandatory">Whether a plan is only fulfilled with it.</param>
/// <param name="DueWorkingDays">Due so many working days (1 to 999) after the plan's start.</param>
/// <param name="Stage">Number of the stage it belongs to.</param>
public sealed record PlanTemplateItemRequest(long CourseId, bool IsMandatory, int DueWorkingDays, int? Stage = null);

/// <summary>A part by which the people of its plans are judged.</summary>
/// <param name="NameZh">Chinese name.</param>
/// <param name="MaxMarks">Full marks, above 0 and at most 1000, one decimal at most.</param>
/// <param name="ExcellentFrom">From so many marks on the result is excellent.</param>
/// <param name="WeakBelow">Below so many marks the result is weak.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Measure">Which results of a session its marks judge.</param>
public sealed record PlanTemplateEvaluationRequest(
    [TextLength(1, PlanEvaluationPart.MaxNameLength)] string NameZh,
    decimal MaxMarks,
    decimal ExcellentFrom,
    decimal WeakBelow,
    [TextLength(0, PlanEvaluationPart.MaxNameLength)] string? NameEn = null,
    EvaluationMeasure? Measure = null);

/// <summary>What its plans spend money on; a plan begins with the line, planned with 0.</summary>
/// <param name="Kind">Kind of cost.</param>
/// <param name="Description">For what.</param>
public sealed record PlanTemplateCostRequest(
    BudgetKind Kind, [TextLength(1, PlanBudgetLine.MaxDescriptionLength)] string Description);

/// <summary>All of a plan template that can be edited.</summary>
public record EditPlanTemplateRequest
{
    /// <summary>Chinese name; the title of plans made from it unless another is given.</summary>
    [TextLength(1, Plan.MaxTitleLength)]
    public required string NameZh { get; init; }

    /// <summary>English name, where there is one.</summary>
    [TextLength(0, Plan.MaxTitleLength)]
    public string? NameEn { get; init; }

    /// <summary>Why such plans are made, in Chinese.</summary>
    [TextLength(0, Plan.MaxTextLength)]
    public string? BackgroundZh { get; init; }

    /// <summary>The same in English.</summary>
    [TextLength(0, Plan.MaxTextLength)]
    public string? BackgroundEn { get; init; }

    /// <summary>For whom, in Chinese words; whom a plan is for is chosen when it is made.</summary>
    [TextLength(0, Plan.MaxTextLength)]
    public string? AudienceZh { get; init; }

    /// <summary>The same in English.</summary>
    [TextLength(0, Plan.MaxTextLength)]
    public string? AudienceEn { get; init; }

    /// <summary>What its plans are to achieve, in order.</summary>
    [ItemCount(0, 50)]
    public IReadOnlyList<BilingualText> Objectives { get; init; } = [];

    /// <summary>How is taught, in order.</summary>
    [ItemCount(0, 50)]
    public IReadOnlyList<BilingualText> Methods { get; init; } = [];

    /// <summary>Hours in class, 0 to 1000 with at most one decimal.</summary>
    public decimal? ClassHours { get; init; }

    /// <summary>Hours of practice, as the class hours.</summary>
    public decimal? PracticeHours { get; init; }

    /// <summary>How often its plans come round; when needed unless given.</summary>
    public PlanRecurrence Recurrence { get; init; }

    /// <summary>The document it was taken from.</summary>
    [TextLength(0, 200)]
    public string? SourceDocument { get; init; }

    /// <summary>Where in the document.</summary>
    [TextLength(0, 200)]
    public string? SourceLocator { get; init; }

    /// <summary>In any order.</summary>
    [ItemCount(0, 50)]
    public IReadOnlyList<PlanTemplateStageRequest> Stages { get; init; } = [];

    /// <summary>In their order.</summary>
    [ItemCount(0, 200)]
    public required IReadOnlyList<PlanTemplateItemRequest> Items { get; init; }

    /// <summary>What people, rooms and equipment its plans need from others, in Chinese.</summary>
    [TextLength(0, Plan.MaxTextLength)]
    public string? SupportZh { get; init; }

    /// <summary>The same in English.</summary>
    [TextLength(0, Plan.MaxTextLength)]
    public string? SupportEn { get; init; }

    /// <summary>The parts by which the people of its plans are judged, in their order.</summary>
    [ItemCount(0, 20)]
    public IReadOnlyList<PlanTemplateEvaluationRequest> Evaluation { get; init; } = [];

    /// <summary>What its plans spend money on, in their order.</summary>
    [ItemCount(0, 50)]
    public IReadOnlyList<PlanTemplateCostRequest> Budget { get; init; } = [];

    internal PlanTemplateContent Content() => new(
        new Bilingual(NameZh, NameEn),
        BilingualText.OrNull(BackgroundZh, BackgroundEn),
        BilingualText.OrNull(AudienceZh, AudienceEn),
        [.. Objectives.Select(x => x.Plain())],
        [.. Methods.Select(x => x.Plain())],
        ClassHours,
        PracticeHours,
        Recurrence,
        PlainText.OrNull(SourceDocument) is { } document ? new SourcePlace(document, SourceLocator ?? "") : null,
        [.. Stages.Select(x => new PlanStageContent(x.Number, x.LengthValue, x.LengthUnit))],
        [.. Items.Select(x => new PlanTemplateItemContent(x.CourseId, x.Stage, x.IsMandatory, x.DueWorkingDays))])
    {
        Support = BilingualText.OrNull(SupportZh, SupportEn),
        Evaluation = [.. Evaluation.Select(x => new EvaluationPartContent(new Bilingual(x.NameZh, x.NameEn), x.MaxMarks, x.ExcellentFrom, x.WeakBelow, x.Measure))],
        Budget = [.. Budget.Select(x => new PlanTemplateCostContent(x.Kind, x.Description))],
    };

    /// <summary>Keeps what the template is listed and found by.</summary>
    internal static void Index(PlanTemplate template) =>
        template.FindBy(CourseText.SortKey(template.NameZh), CourseText.SearchText(template.NameZh, template.NameEn, template.Code));
}
