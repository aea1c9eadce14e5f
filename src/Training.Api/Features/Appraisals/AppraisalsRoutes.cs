using Training.Api.Access;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

internal static class AppraisalsRoutes
{
    /// <summary>The appraisals of cycles, one for each person and cycle.</summary>
    public static void MapAppraisals(this IEndpointRouteBuilder api)
    {
        var appraisals = api.MapGroup("/appraisals").WithTags("appraisals").RequireAuthorization(Policies.SignedIn);
        appraisals.MapGet("/", ListAppraisals.Handle).WithName(nameof(ListAppraisals));
        appraisals.MapGet("/{id}", GetAppraisal.HandleAsync).WithName(nameof(GetAppraisal));
        appraisals.MapGet("/{id}/self-review", GetSelfReview.HandleAsync).WithName(nameof(GetSelfReview));
        appraisals.MapPut("/{id}/self-review", SaveSelfReview.HandleAsync).WithName(nameof(SaveSelfReview)).KeepsDraft().Refuses(OfSelfReview);
        appraisals.MapPost("/{id}/self-review", SubmitSelfReview.HandleAsync).WithName(nameof(SubmitSelfReview)).Refuses(OfSelfReview);
        appraisals.MapGet("/{id}/segments/{number}/score", GetSegmentScore.HandleAsync).WithName(nameof(GetSegmentScore));
        appraisals.MapPut("/{id}/segments/{number}/score", SaveSegmentScore.HandleAsync).WithName(nameof(SaveSegmentScore)).KeepsDraft().Refuses(OfScore);
        appraisals.MapPost("/{id}/segments/{number}/score", ScoreSegment.HandleAsync).WithName(nameof(ScoreSegment))
            .Refuses(OfScore).Refuses(AppraisalRefusals.MarksMissing, AppraisalRefusals.MarkUnexplained);
        api.MapPost("/appraisals/{id}/segments/{number}/rater", NameRater.HandleAsync).WithName(nameof(NameRater)).WithTags("appraisals")
            .RequireAuthorization(Policies.ManageAppraisalCycles)
            .Refuses(
                AccessRefusals.OwnRecord, AppraisalRefusals.SegmentScored, AppraisalRefusals.SegmentWithoutDays, AppraisalRefusals.NotInThisState,
                AppraisalRefusals.NoTemplate, AppraisalRefusals.RaterNotAccepted);
        api.MapPost("/appraisals/{id}/set-aside", SetItemAside.HandleAsync).WithName(nameof(SetItemAside)).WithTags("appraisals")
            .RequireAuthorization(Policies.ManageAppraisalCycles)
            .Refuses(AccessRefusals.OwnRecord, AppraisalRefusals.SegmentUnknown, AppraisalRefusals.ItemUnknown, AppraisalRefusals.AlreadySetAside,
                AppraisalRefusals.NotInThisState);
        api.MapDelete("/appraisals/{id}/set-aside/{setAsideId}", TakeBackSetAside.HandleAsync).WithName(nameof(TakeBackSetAside))
            .WithTags("appraisals").RequireAuthorization(Policies.ManageAppraisalCycles).Refuses(AccessRefusals.OwnRecord, AppraisalRefusals.NotInThisState);
        appraisals.MapGet("/{id}/receipt", GetReceipt.HandleAsync).WithName(nameof(GetReceipt)).Produces<Receipt>()
            .Refuses(AppraisalRefusals.ReceiptOfOthers, AppraisalRefusals.NotPublished);
        appraisals.MapPost("/{id}/acknowledge", AcknowledgeAppraisal.HandleAsync).WithName(nameof(AcknowledgeAppraisal))
            .Refuses(
                AppraisalRefusals.NotThePerson, AppraisalRefusals.NotPublished, AppraisalRefusals.NotInThisState, AppraisalRefusals.Acknowledged,
                AppraisalRefusals.AcknowledgementOver);
        api.MapPost("/appraisals/{id}/calibrate", CalibrateAppraisal.HandleAsync).WithName(nameof(CalibrateAppraisal)).WithTags("appraisals")
            .RequireAuthorization(Policies.CalibrateAppraisals)
            .Refuses(
                AccessRefusals.OwnRecord, AppraisalRefusals.AdjusterRated, AppraisalCycleRefusals.NotInThisState, AppraisalRefusals.NotInThisState,
                AppraisalRefusals.DataMissing, TargetRefusals.Undecided, AppraisalRefusals.UnratedNotAdjusted, AppraisalRefusals.AdjustmentUnexplained,
                AppraisalRefusals.AdjustmentPoints, AppraisalRefusals.AdjustmentsOutOfRange);
        api.MapGet("/my/appraisals", ListMyAppraisals.Handle).WithName(nameof(ListMyAppraisals)).WithTags("appraisals")
            .RequireAuthorization(Policies.SignedIn);
    }

    private static readonly Refusal[] OfSelfReview =
    [
        AppraisalRefusals.NotThePerson, AppraisalRefusals.NotInThisState, AppraisalRefusals.SelfReviewOver, AppraisalRefusals.SegmentUnknown,
        AppraisalRefusals.ItemUnknown, AppraisalRefusals.ItemTwice, AppraisalRefusals.ItemNotRated, AppraisalRefusals.MarkNotOfScale,
    ];

    private static readonly Refusal[] OfScore =
    [
        AccessRefusals.OwnRecord, AppraisalRefusals.NotTheRater, AppraisalRefusals.NotInThisState, AppraisalRefusals.SegmentScored,
        AppraisalRefusals.SegmentWithoutDays, AppraisalRefusals.SegmentRunning, ScoringClosureRefusals.ScoringClosed,
        AppraisalRefusals.NoTemplate, AppraisalRefusals.ItemUnknown,
        AppraisalRefusals.ItemNotRated, AppraisalRefusals.ItemTwice, AppraisalRefusals.MarkNotOfScale, AppraisalNoteRefusals.Unknown,
        AppraisalNoteRefusals.AttachedTwice,
    ];
}
