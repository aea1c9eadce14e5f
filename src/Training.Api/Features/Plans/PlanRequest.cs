using Training.Api.Http.Validation;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>Narrows the audience within the department of the plan; what is left out narrows nothing.</summary>
/// <param name="WithBelow">Whether the departments below belong to it.</param>
/// <param name="PositionIds">Only people in one of these positions.</param>
/// <param name="HiredFrom">Only people hired on this day or later.</param>
/// <param name="HiredTo">Only people hired on this day or earlier.</param>
/// <param name="ContractKinds">Only people employed under one of these kinds of contract.</param>
public sealed record PlanAudienceRequest(
    bool WithBelow = true,
    [ItemCount(0, 50)] IReadOnlyList<long>? PositionIds = null,
    DateOnly? HiredFrom = null,
    DateOnly? HiredTo = null,
    [ItemCount(0, 10)] IReadOnlyList<ContractKind>? ContractKinds = null)
{
    internal AudienceFilter Filter() => new(WithBelow, PositionIds ?? [], HiredFrom, HiredTo, ContractKinds ?? []);
}

/// <summary>A part by which the people of the plan are judged.</summary>
/// <param name="NameZh">Chinese name.</param>
/// <param name="MaxMarks">Full marks, above 0 and at most 1000, one decimal at most.</param>
/// <param name="ExcellentFrom">From so many marks on the result is excellent.</param>
/// <param name="WeakBelow">Below so many marks the result is weak.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Measure">Which results of a session its marks judge.</param>
public sealed record PlanEvaluationRequest(
    [TextLength(1, PlanEvaluationPart.MaxNameLength)] string NameZh,
    decimal MaxMarks,
    decimal ExcellentFrom,
    decimal WeakBelow,
    [TextLength(0, PlanEvaluationPart.MaxNameLength)] string? NameEn = null,
    EvaluationMeasure? Measure = null)
{
    internal EvaluationPartContent Content() => new(new Bilingual(NameZh, NameEn), MaxMarks, ExcellentFrom, WeakBelow, Measure);
}

/// <summary>A stage.</summary>
/// <param name="Number">1, 2, 3 … without a gap.</param>
/// <param name="LengthValue">1 to 365 of its unit.</param>
/// <param name="LengthUnit">Days or weeks of seven days.</param>
public sealed record PlanStageRequest(int Number, int LengthValue, LengthUnit LengthUnit)
{
    internal PlanStageContent Content() => new(Number, LengthValue, LengthUnit);
}

/// <summary>A course that the plan asks for.</summary>
/// <param name="CourseId">Each course once.</param>
/// <param name="IsMandatory">Whether the plan is only fulfilled with it.</param>
/// <param name="Stage">Number of the stage it belongs to.</param>
/// <param name="DueWorkingDays">Due so many working days (1 to 999) after dueFrom; exactly one of this and dueOn.</param>
/// <param name="DueOn">Due on this day, not before the plan's start.</param>
/// <param name="DueFrom">What the working days count from: the plan's start, the person's assignment or hire day.</param>
public sealed record PlanItemRequest(
    long CourseId, bool IsMandatory, int? Stage = null, int? DueWorkingDays = null, DateOnly? DueOn = null, DueFrom DueFrom = DueFrom.PlanStart)
{
    internal PlanItemContent Content() => new(CourseId, Stage, IsMandatory, DueWorkingDays, DueOn, DueFrom);
}

/// <summary>Why something is done to a plan.</summary>
/// <param name="Reason">Stands in the history.</param>
public sealed record PlanReasonRequest([TextLength(1, PlanStep.MaxRemarkLength)] string Reason);
