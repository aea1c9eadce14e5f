using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>What people decide on a score beside its arithmetic, before and after it is published: of a published one the next version, from the
/// facts of the receipt that was kept, with the adjustments and lifted ceilings that hold now.</summary>
internal sealed class Revising(TrainingDb db, Visible visible, Calibrating calibrating, CalibrateScores calibrate, ReviseResult revise, OrganisationClock clock)
{
    /// <summary>One act of HR on the adjustments and ceilings of an appraisal, in one write. Refused: about oneself; to who rated a segment or
    /// stands below one who did; in a stage that does not accept it, or before the cycle calibrates; adjustments that come to more than the
    /// range afterwards.</summary>
    /// <param name="id">The appraisal.</param>
    /// <param name="ifMatch">What the request was written for.</param>
    /// <param name="act">Gets the receipt as it stands.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<CalibrationResponse> ActAsync(long id, IfMatch ifMatch, Func<Receipt, Task> act, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(CycleQueries.Lock, cancellation);
            var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
            await calibrate.RequireAdjusterAsync(appraisal, cancellation);
            ifMatch.Require(appraisal);
            appraisal.Require(AppraisalAct.Revise);
            var cycle = await db.AppraisalCycles.Whole().OneAsync(appraisal.CycleId, cancellation);
            AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
            var receipt = appraisal.IsPublished ? await revise.KeptAsync(appraisal, cancellation) : await calibrate.ReceiptAsync(cycle, appraisal, cancellation);
            await act(receipt);
            appraisal.Revise(clock.Now);
            await db.FlushAsync(cancellation);
            var outcome = appraisal.IsPublished
                ? await revise.NextAsync(appraisal, receipt, ResultCause.Revision, cancellation)
                : await calibrate.ReceiptAsync(cycle, appraisal, cancellation);
            return await calibrating.ShowAsync(appraisal, outcome.Outcome, cancellation);
        },
        cancellation);
}
