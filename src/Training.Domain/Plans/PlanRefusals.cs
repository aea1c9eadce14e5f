using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>Why an act on a plan is refused.</summary>
public static class PlanRefusals
{
    public static readonly Refusal CodeTaken = Refusal.State("plan.codeTaken");
    public static readonly Refusal NotInThisState = Refusal.State("plan.notInThisState");
    public static readonly Refusal OwnApproval = Refusal.Relation("plan.ownApproval");
    public static readonly Refusal ItemsMissing = Refusal.State("plan.itemsMissing");
    public static readonly Refusal StartTooEarly = Refusal.State("plan.startTooEarly");
    public static readonly Refusal StartTooLate = Refusal.State("plan.startTooLate");
    public static readonly Refusal MandatoryItemsOpen = Refusal.State("plan.mandatoryItemsOpen");
    /// <summary>Somebody has still to be trained again for a course of the plan.</summary>
    public static readonly Refusal RetrainingOpen = Refusal.State("plan.retrainingOpen");
    public static readonly Refusal AudienceEmpty = Refusal.State("plan.audienceEmpty");
    public static readonly Refusal TemplateOrContent = Refusal.Content("plan.templateOrContent");
    public static readonly Refusal TemplateUnknown = Refusal.Content("plan.templateUnknown");
    public static readonly Refusal DepartmentUnknown = Refusal.Content("plan.departmentUnknown");
    public static readonly Refusal DepartmentNotYours = Refusal.Content("plan.departmentNotYours");
    public static readonly Refusal CourseUnknown = Refusal.Content("plan.courseUnknown");
    public static readonly Refusal EndsBeforeStart = Refusal.Content("plan.endsBeforeStart");
    public static readonly Refusal HiredRange = Refusal.Content("plan.hiredRange");
    public static readonly Refusal PositionUnknown = Refusal.Content("plan.positionUnknown");
    public static readonly Refusal SourceUnknown = Refusal.Content("plan.sourceUnknown");
    public static readonly Refusal EvaluationMarks = Refusal.Content("plan.evaluationMarks");
    public static readonly Refusal BudgetNumbers = Refusal.Content("plan.budgetNumbers");
    public static readonly Refusal BudgetAmount = Refusal.Content("plan.budgetAmount");
    public static readonly Refusal BudgetFixed = Refusal.State("plan.budgetFixed");
    public static readonly Refusal CourseTwice = Refusal.Content("plan.courseTwice");
    public static readonly Refusal DueRule = Refusal.Content("plan.dueRule");
    public static readonly Refusal DueBeforeStart = Refusal.Content("plan.dueBeforeStart");
    public static readonly Refusal StageUnknown = Refusal.Content("plan.stageUnknown");
    public static readonly Refusal StageNumbers = Refusal.Content("plan.stageNumbers");
    public static readonly Refusal StageLength = Refusal.Content("plan.stageLength");
}

/// <summary>Why an act on a plan template is refused.</summary>
public static class PlanTemplateRefusals
{
    public static readonly Refusal CodeTaken = Refusal.State("planTemplate.codeTaken");
    public static readonly Refusal Retired = Refusal.State("planTemplate.retired");
}
