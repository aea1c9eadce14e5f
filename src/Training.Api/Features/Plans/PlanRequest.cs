using Training.Api.Http.Validation;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

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
/// <param name="DueWorkingDays">Due so many working days (1 to 999) after the plan's start; exactly one of this and dueOn.</param>
/// <param name="DueOn">Due on this day, not before the plan's start.</param>
public sealed record PlanItemRequest(long CourseId, bool IsMandatory, int? Stage = null, int? DueWorkingDays = null, DateOnly? DueOn = null)
{
    internal PlanItemContent Content() => new(CourseId, Stage, IsMandatory, DueWorkingDays, DueOn);
}

/// <summary>Why something is done to a plan.</summary>
/// <param name="Reason">Stands in the history.</param>
public sealed record PlanReasonRequest([TextLength(1, PlanStep.MaxRemarkLength)] string Reason);
