using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>Which ceiling is lifted: that of an item, or that of an event.</summary>
/// <param name="KpiId">The item, in whichever segments.</param>
/// <param name="EventId">The performance event.</param>
/// <param name="Reason">Why; the person reads it in the receipt.</param>
public sealed record LiftCeilingRequest(
    [TextLength(1, AppraisalAdjustment.MaxReasonLength)] string Reason, long? KpiId = null, long? EventId = null);

/// <summary>Why something is taken back.</summary>
public sealed record WithdrawRequest([TextLength(1, AppraisalAdjustment.MaxReasonLength)] string Reason);

internal static class LiftCeiling
{
    /// <summary>HR lifts a ceiling for this person, with a reason: it changes no score, and the grade is what the score earns again. Of a
    /// published result it makes the next version. Refused: about oneself; to who rated a segment or stands below one who did; before the cycle
    /// calibrates; a ceiling that the score does not have, or that is lifted.</summary>
    internal static Task<CalibrationResponse> HandleAsync(
        long id, LiftCeilingRequest request, IfMatch ifMatch, Revising revising, CurrentPerson caller, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        revising.ActAsync(
            id, ifMatch,
            receipt =>
            {
                db.CeilingLifts.Add(CeilingLift.Sign(
                    id, receipt, (request.KpiId, request.EventId), request.Reason, caller.AccountId, clock.Now));
                return Task.CompletedTask;
            },
            cancellation);
}

internal static class WithdrawCeilingLift
{
    /// <summary>HR takes a lifted ceiling back, with a reason. Of a published result it makes the next version. Refused as its lifting, and
    /// the second time.</summary>
    internal static Task<CalibrationResponse> HandleAsync(
        long id, long liftId, WithdrawRequest request, IfMatch ifMatch, Revising revising, CurrentPerson caller, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        revising.ActAsync(
            id, ifMatch,
            async _ => (await db.CeilingLifts.Where(x => x.AppraisalId == id).OneAsync(liftId, cancellation))
                .Withdraw(request.Reason, caller.AccountId, clock.Now),
            cancellation);
}

internal static class WithdrawAdjustment
{
    /// <summary>HR takes an adjustment back, with a reason. Of a published result it makes the next version. Refused: about oneself; to who
    /// rated a segment or stands below one who did; the second time; where the others together lie beyond the range then.</summary>
    internal static Task<CalibrationResponse> HandleAsync(
        long id, long adjustmentId, WithdrawRequest request, IfMatch ifMatch, Revising revising, CurrentPerson caller, TrainingDb db,
        OrganisationClock clock, CancellationToken cancellation) =>
        revising.ActAsync(
            id, ifMatch,
            async _ => (await db.AppraisalAdjustments.Where(x => x.AppraisalId == id).OneAsync(adjustmentId, cancellation))
                .Withdraw(request.Reason, caller.AccountId, clock.Now),
            cancellation);
}
