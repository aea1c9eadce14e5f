using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.ImprovementPlans;

internal static class ImprovementPlanRoutes
{
    /// <summary>What helps after a published result that is low.</summary>
    public static void MapImprovementPlans(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/appraisals/{id}").WithTags("appraisals").RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        one.MapGet("/improvement-proposal", GetImprovementProposal.HandleAsync).WithName(nameof(GetImprovementProposal))
            .Refuses(AppraisalRefusals.NotPublished);
        one.MapPost("/enrol-proposed", EnrolProposed.HandleAsync).WithName(nameof(EnrolProposed))
            .Refuses(AccessRefusals.OwnRecord, ImprovementRefusals.NotYours, AppraisalRefusals.ReceiptOfOthers, AppraisalRefusals.NotPublished,
                ImprovementRefusals.CourseNotProposed);
        one.MapPost("/improvement-plan", MakeImprovementPlan.HandleAsync).WithName(nameof(MakeImprovementPlan))
            .Refuses(AccessRefusals.OwnRecord, ImprovementRefusals.NotYours, AppraisalRefusals.NotPublished, ImprovementRefusals.Exists).Refuses(OfContent);
        one.MapGet("/improvement-plan", GetImprovementPlan.HandleAsync).WithName(nameof(GetImprovementPlan));
        one.MapPut("/improvement-plan", EditImprovementPlan.HandleAsync).WithName(nameof(EditImprovementPlan))
            .Refuses(AccessRefusals.OwnRecord, ImprovementRefusals.NotYours, ImprovementRefusals.Over).Refuses(OfContent);
        one.MapPost("/improvement-plan/checks", CheckImprovementPlan.HandleAsync).WithName(nameof(CheckImprovementPlan))
            .Refuses(AccessRefusals.OwnRecord, ImprovementRefusals.NotYours, ImprovementRefusals.Over, ImprovementRefusals.ChecksFull)
            .Refuses(ImprovementRefusals.CheckDayOutOfRange);
    }

    private static readonly Refusal[] OfContent =
    [
        ImprovementRefusals.CoachUnknown, ImprovementRefusals.CoachIsPerson, ImprovementRefusals.DayBeforePublication,
        ImprovementRefusals.CheckDaysNotRising,
    ];
}
