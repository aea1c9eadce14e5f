using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

internal static class ResultsRoutes
{
    /// <summary>What comes beside and after a published result: the talk about it, appeals, further versions.</summary>
    public static void MapResults(this IEndpointRouteBuilder api)
    {
        var people = api.MapGroup("").WithTags("appraisals").RequireAuthorization(Policies.SignedIn);
        people.MapGet("/appeals", ListAppeals.Handle).WithName(nameof(ListAppeals));
        people.MapGet("/appraisals/{id}/appeal", GetAppeal.HandleAsync).WithName(nameof(GetAppeal));
        people.MapPost("/appraisals/{id}/appeal", FileAppeal.HandleAsync).WithName(nameof(FileAppeal))
            .Refuses(
                AppraisalRefusals.NotThePerson, AppraisalRefusals.NotPublished, AppraisalRefusals.NotInThisState, AppealRefusals.Open,
                AppealRefusals.Over, AppealRefusals.Appealed);
        people.MapGet("/appraisals/{id}/page", GetResultPage.HandleAsync).WithName(nameof(GetResultPage))
            .Refuses(AppraisalRefusals.ReceiptOfOthers, AppraisalRefusals.NotPublished);
        people.MapPost("/appraisals/{id}/resolve-appeal", ResolveAppeal.HandleAsync).WithName(nameof(ResolveAppeal))
            .Refuses(
                AccessRefusals.OwnRecord, AppealRefusals.NoneOpen, AppealRefusals.NotTheReviewer, AppealRefusals.PointsOfDecision,
                AppraisalRefusals.UnratedNotAdjusted, AppraisalRefusals.AdjustmentPoints, AppraisalRefusals.AdjustmentsOutOfRange);
        people.MapGet("/appraisals/{id}/interview", GetInterview.HandleAsync).WithName(nameof(GetInterview)).Refuses(InterviewRefusals.NotTheSupervisor);
        people.MapPut("/appraisals/{id}/interview", RecordInterview.HandleAsync).WithName(nameof(RecordInterview))
            .Refuses(AccessRefusals.OwnRecord, InterviewRefusals.NotTheSupervisor, AppraisalRefusals.NotInThisState, InterviewRefusals.Day);
        people.MapPost("/appraisals/{id}/appeal/reviewer", NameReviewer.HandleAsync).WithName(nameof(NameReviewer))
            .RequireAuthorization(Policies.CalibrateAppraisals)
            .Refuses(AccessRefusals.OwnRecord, AppealRefusals.NamerInvolved, AppealRefusals.NamedByApprover, AppealRefusals.NoneOpen, AppealRefusals.ReviewerNotAccepted);

        var revised = api.MapGroup("/appraisals/{id}").WithTags("appraisals").RequireAuthorization(Policies.ManageAppraisalCycles)
            .Refuses(AccessRefusals.OwnRecord, AppraisalRefusals.NotInThisState);
        revised.MapPost("/reopen", ReopenAppraisal.HandleAsync).WithName(nameof(ReopenAppraisal)).Refuses(AppealRefusals.Open);
        revised.MapPost("/lift-ceiling", LiftCeiling.HandleAsync).WithName(nameof(LiftCeiling))
            .Refuses(OfRevision).Refuses(VersionRefusals.OneCeiling, VersionRefusals.NoSuchCeiling);
        revised.MapPost("/lifted-ceilings/{liftId}/withdraw", WithdrawCeilingLift.HandleAsync).WithName(nameof(WithdrawCeilingLift))
            .Refuses(OfRevision).Refuses(VersionRefusals.Withdrawn);
        revised.MapPost("/adjustments/{adjustmentId}/withdraw", WithdrawAdjustment.HandleAsync).WithName(nameof(WithdrawAdjustment))
            .Refuses(OfRevision).Refuses(VersionRefusals.Withdrawn, AppraisalRefusals.AdjustmentsOutOfRange);
    }

    private static readonly Refusal[] OfRevision = [AppraisalRefusals.AdjusterRated, AppraisalCycleRefusals.NotInThisState];
}
