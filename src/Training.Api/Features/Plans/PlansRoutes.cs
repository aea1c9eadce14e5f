using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

internal static class PlansRoutes
{
    /// <summary>Training plans: drafted, approved by somebody else, started for the people of a department.</summary>
    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("plans");

        plans.MapGet("/", ListPlans.Handle).WithName(nameof(ListPlans)).RequireAuthorization(Policies.SignedIn);
        var one = plans.MapGroup("/{id}").Refuses(CommonRefusals.Unknown);
        one.MapGet("", GetPlan.HandleAsync).WithName(nameof(GetPlan)).RequireAuthorization(Policies.SignedIn);
        one.MapGet("/audience", ListPlanAudience.HandleAsync).WithName(nameof(ListPlanAudience)).RequireAuthorization(Policies.SignedIn);
        one.MapGet("/items", ListPlanItems.HandleAsync).WithName(nameof(ListPlanItems)).RequireAuthorization(Policies.SignedIn);
        one.MapGet("/progress", ListPlanProgress.HandleAsync).WithName(nameof(ListPlanProgress)).RequireAuthorization(Policies.SignedIn);

        one.MapGet("/budget", GetPlanBudget.HandleAsync).WithName(nameof(GetPlanBudget)).RequireAuthorization(Policies.SignedIn);
        one.MapPut("/budget", EditPlanBudget.HandleAsync).WithName(nameof(EditPlanBudget)).RequireAuthorization(Policies.DraftPlans)
            .Refuses(AccessRefusals.NotInRelation, PlanRefusals.NotInThisState, PlanRefusals.BudgetNumbers, PlanRefusals.BudgetAmount, PlanRefusals.BudgetFixed);

        plans.MapPost("/", CreatePlan.HandleAsync).WithName(nameof(CreatePlan)).RequireAuthorization(Policies.DraftPlans)
            .Refuses(PlanRefusals.CodeTaken, PlanRefusals.TemplateOrContent, PlanRefusals.SourceUnknown, PlanRefusals.TemplateUnknown)
            .Refuses(PlanTemplateRefusals.Retired).Refuses(Content);
        one.MapPut("", EditPlan.HandleAsync).WithName(nameof(EditPlan)).RequireAuthorization(Policies.DraftPlans)
            .Refuses(AccessRefusals.NotInRelation, PlanRefusals.NotInThisState).Refuses(Content);
        one.MapDelete("", DeletePlan.HandleAsync).WithName(nameof(DeletePlan)).RequireAuthorization(Policies.DraftPlans)
            .Produces(StatusCodes.Status204NoContent).Refuses(AccessRefusals.NotInRelation, PlanRefusals.NotInThisState);
        one.MapPost("/submit", SubmitPlan.HandleAsync).WithName(nameof(SubmitPlan)).RequireAuthorization(Policies.DraftPlans)
            .Refuses(AccessRefusals.NotInRelation, PlanRefusals.NotInThisState, PlanRefusals.ItemsMissing);

        one.MapPost("/approve", ApprovePlan.HandleAsync).WithName(nameof(ApprovePlan)).RequireAuthorization(Policies.ApprovePlans)
            .Refuses(PlanRefusals.OwnApproval, PlanRefusals.NotInThisState, CourseRefusals.Retired);
        one.MapPost("/return", ReturnPlan.HandleAsync).WithName(nameof(ReturnPlan)).RequireAuthorization(Policies.ApprovePlans)
            .Refuses(PlanRefusals.OwnApproval, PlanRefusals.NotInThisState);

        one.MapPost("/start", StartPlan.HandleAsync).WithName(nameof(StartPlan)).RequireAuthorization(Policies.RunPlans)
            .Refuses(PlanRefusals.NotInThisState, PlanRefusals.StartTooEarly, PlanRefusals.StartTooLate, PlanRefusals.AudienceEmpty)
            .Refuses(CalendarRefusals.OutOfRange);
        one.MapPost("/close", ClosePlan.HandleAsync).WithName(nameof(ClosePlan)).RequireAuthorization(Policies.RunPlans)
            .Refuses(PlanRefusals.NotInThisState, PlanRefusals.MandatoryItemsOpen, PlanRefusals.RetrainingOpen);
        one.MapPost("/cancel", CancelPlan.HandleAsync).WithName(nameof(CancelPlan)).RequireAuthorization(Policies.RunPlans)
            .Refuses(PlanRefusals.NotInThisState);
        MapAmendments(one);
    }

    private static void MapAmendments(RouteGroupBuilder one)
    {
        one.MapPost("/amend", AmendPlan.HandleAsync).WithName(nameof(AmendPlan)).RequireAuthorization(Policies.DraftPlans)
            .Refuses(AccessRefusals.NotInRelation, PlanRefusals.NotInThisState, AmendmentRefusals.AlreadyOpen, AmendmentRefusals.ChangesNothing)
            .Refuses(AmendmentRefusals.AfterEnd, PlanRefusals.EndsBeforeStart, PlanRefusals.HiredRange, PlanRefusals.PositionUnknown)
            .Refuses(PlanRefusals.CourseUnknown, CourseRefusals.Retired, PlanRefusals.CourseTwice, PlanRefusals.DueRule, PlanRefusals.DueBeforeStart)
            .Refuses(PlanRefusals.StageUnknown);
        one.MapGet("/amendments", ListPlanAmendments.HandleAsync).WithName(nameof(ListPlanAmendments)).RequireAuthorization(Policies.SignedIn);
        var amendment = one.MapGroup("/amendments/{number}");
        amendment.MapGet("", GetPlanAmendment.HandleAsync).WithName(nameof(GetPlanAmendment)).RequireAuthorization(Policies.SignedIn);
        amendment.MapPost("/approve", ApproveAmendment.HandleAsync).WithName(nameof(ApproveAmendment)).RequireAuthorization(Policies.ApprovePlans)
            .Refuses(AmendmentRefusals.OwnApproval, AmendmentRefusals.NotInThisState, AmendmentRefusals.AfterEnd, PlanRefusals.NotInThisState)
            .Refuses(CourseRefusals.Retired, CalendarRefusals.OutOfRange);
        amendment.MapPost("/return", ReturnAmendment.HandleAsync).WithName(nameof(ReturnAmendment)).RequireAuthorization(Policies.ApprovePlans)
            .Refuses(AmendmentRefusals.OwnApproval, AmendmentRefusals.NotInThisState);
        amendment.MapPost("/withdraw", WithdrawAmendment.HandleAsync).WithName(nameof(WithdrawAmendment)).RequireAuthorization(Policies.DraftPlans)
            .Refuses(AccessRefusals.NotInRelation, AmendmentRefusals.NotInThisState);
    }

    /// <summary>What the content of a plan is refused for.</summary>
    private static readonly Refusal[] Content =
    [
        PlanRefusals.DepartmentUnknown, PlanRefusals.DepartmentNotYours, DepartmentRefusals.Retired, PlanRefusals.CourseUnknown,
        CourseRefusals.Retired, PlanRefusals.EndsBeforeStart, PlanRefusals.CourseTwice, PlanRefusals.DueRule, PlanRefusals.DueBeforeStart,
        PlanRefusals.StageUnknown, PlanRefusals.StageNumbers, PlanRefusals.StageLength, PlanRefusals.HiredRange, PlanRefusals.PositionUnknown,
        PlanRefusals.EvaluationMarks,
    ];
}
