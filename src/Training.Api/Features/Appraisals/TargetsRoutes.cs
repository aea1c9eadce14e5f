using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

internal static class TargetsRoutes
{
    /// <summary>The targets of appraisals, and how their two sides agree on them.</summary>
    public static void MapTargets(this IEndpointRouteBuilder api)
    {
        var appraisals = api.MapGroup("/appraisals").WithTags("appraisals").RequireAuthorization(Policies.SignedIn);
        appraisals.MapGet("/{id}/targets", GetTargets.HandleAsync).WithName(nameof(GetTargets));
        appraisals.MapPost("/{id}/targets", ProposeTarget.HandleAsync).WithName(nameof(ProposeTarget))
            .Refuses(
                AppraisalRefusals.SegmentUnknown, TargetRefusals.NotASide, AppraisalRefusals.NotInThisState, TargetRefusals.DataCutOff,
                TargetRefusals.NotInThisState, AppraisalRefusals.ItemUnknown, TargetRefusals.NotTaken)
            .Refuses(OfValue);
        appraisals.MapPost("/{id}/targets/{targetId}/agree", AgreeTarget.HandleAsync).WithName(nameof(AgreeTarget)).Refuses(OfAnswer);
        appraisals.MapPost("/{id}/targets/{targetId}/refuse", RefuseTarget.HandleAsync).WithName(nameof(RefuseTarget)).Refuses(OfAnswer);
        appraisals.MapPost("/{id}/targets/{targetId}/decide", DecideTarget.HandleAsync).WithName(nameof(DecideTarget))
            .Refuses(
                AccessRefusals.OwnRecord, TargetRefusals.NotTheDecider, AppraisalRefusals.NotInThisState, TargetRefusals.NotInThisState)
            .Refuses(OfValue);
        appraisals.MapPost("/{id}/agree", AgreeAppraisal.HandleAsync).WithName(nameof(AgreeAppraisal))
            .Refuses(TargetRefusals.NotASide, AppraisalRefusals.NotInThisState, TargetRefusals.TalkedOver, TargetRefusals.NothingToAgree);
    }

    private static readonly Refusal[] OfAnswer =
    [
        TargetRefusals.NotASide, TargetRefusals.OwnProposal, AppraisalRefusals.NotInThisState, TargetRefusals.DataCutOff,
        TargetRefusals.NotInThisState,
    ];

    /// <summary>An item that takes no target has none to decide on.</summary>
    private static readonly Refusal[] OfValue = [TargetRefusals.NotAboveZero, TargetRefusals.OutOfRange];
}
