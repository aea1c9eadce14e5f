using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

internal static class CalibrateAppraisal
{
    /// <summary>Confirms the score of an appraisal, or adds points to it with a reason; the computed total stays as it is. Again it adds
    /// further points. One in which too little data is left ends unrated. Refused: about oneself; to who rated a segment or stands below
    /// one who did; before the cycle calibrates; before every segment is scored, or with an item that counts without figure; points
    /// without a reason, of an unrated one, or that take the sum beyond the range of the cycle.</summary>
    internal static Task<CalibrationResponse> HandleAsync(
        long id, CalibrateAppraisalRequest request, IfMatch ifMatch, Calibrating calibrating, Visible visible, CurrentPerson caller, TrainingDb db,
        OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
                await calibrating.RequireAdjusterAsync(appraisal, cancellation);
                ifMatch.Require(appraisal);
                var cycle = await db.AppraisalCycles.Whole().OneAsync(appraisal.CycleId, cancellation);
                AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
                // Too little data may have been enough again since.
                await db.SettleAsync(appraisal, cancellation);
                appraisal.Calibrate();
                var receipt = await calibrating.ReceiptAsync(cycle, appraisal, cancellation);
                if (request.Points is null || receipt.Outcome.Unrated is null)
                {
                    appraisal.TakeOutcome(receipt);
                }

                if (request.Points is { } points)
                {
                    db.AppraisalAdjustments.Add(AppraisalAdjustment.Sign(
                        id, receipt, points, PlainText.OrNull(request.Reason) ?? throw AppraisalRefusals.AdjustmentUnexplained.At("reason"),
                        caller.AccountId, clock.Now));
                }

                await db.FlushAsync(cancellation);
                return await calibrating.ShowAsync(appraisal, (await calibrating.ReceiptAsync(cycle, appraisal, cancellation)).Outcome, cancellation);
            },
            cancellation);
}
