using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;

namespace Training.Api.Features.OwnGoals;

internal static class OwnGoalRoutes
{
    /// <summary>What people mean to achieve in a quarter beside the KPIs.</summary>
    public static void MapOwnGoals(this IEndpointRouteBuilder api)
    {
        var goals = api.MapGroup("/appraisals/{id}/own-goals").WithTags("appraisals").RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        goals.MapGet("", ListOwnGoals.HandleAsync).WithName(nameof(ListOwnGoals));
        goals.MapPost("", SetOwnGoal.HandleAsync).WithName(nameof(SetOwnGoal))
            .Refuses(AppraisalRefusals.NotThePerson, OwnGoalRefusals.Over, OwnGoalRefusals.TooMany, OwnGoalRefusals.MilestoneUnknown)
            .Refuses(OwnGoalRefusals.DueBeforeQuarter);
        goals.MapGet("/{goalId}", GetOwnGoal.HandleAsync).WithName(nameof(GetOwnGoal));
        goals.MapPut("/{goalId}", EditOwnGoal.HandleAsync).WithName(nameof(EditOwnGoal))
            .Refuses(AppraisalRefusals.NotThePerson, OwnGoalRefusals.Over, OwnGoalRefusals.MilestoneUnknown, OwnGoalRefusals.MilestoneTwice)
            .Refuses(OwnGoalRefusals.DueBeforeQuarter, OwnGoalRefusals.MilestoneDone);
        goals.MapDelete("/{goalId}", DeleteOwnGoal.HandleAsync).WithName(nameof(DeleteOwnGoal))
            .Refuses(AppraisalRefusals.NotThePerson, OwnGoalRefusals.Over);
        goals.MapPost("/{goalId}/milestones/{number}/complete", CompleteMilestone.HandleAsync).WithName(nameof(CompleteMilestone))
            .Refuses(AppraisalRefusals.NotThePerson, OwnGoalRefusals.Over, OwnGoalRefusals.MilestoneDone);
        goals.MapPost("/{goalId}/progress-notes", NoteProgress.HandleAsync).WithName(nameof(NoteProgress))
            .Refuses(OwnGoalRefusals.NotInvolved, OwnGoalRefusals.Published, OwnGoalRefusals.ProgressFull);
    }
}
