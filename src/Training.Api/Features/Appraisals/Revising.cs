using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>What people decide on a score beside its arithmetic, before and after it is published: of a published one the next version, from the
/// facts of the receipt that was kept, with the adjustments and lifted ceilings that hold now.</summary>
internal sealed class Revising(TrainingDb db, Visible visible, Calibrating calibrating, KeepResults keep)
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
            await calibrating.RequireAdjusterAsync(appraisal, cancellation);
            ifMatch.Require(appraisal);
            appraisal.Require(AppraisalAct.Revise);
            var cycle = await db.AppraisalCycles.Whole().OneAsync(appraisal.CycleId, cancellation);
            AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
            var receipt = appraisal.IsPublished ? await KeptAsync(appraisal, cancellation) : await calibrating.ReceiptAsync(cycle, appraisal, cancellation);
            await act(receipt);
            await db.FlushAsync(cancellation);
            var outcome = appraisal.IsPublished
                ? await NextAsync(appraisal, receipt, ResultCause.Revision, cancellation)
                : await calibrating.ReceiptAsync(cycle, appraisal, cancellation);
            return await calibrating.ShowAsync(appraisal, outcome.Outcome, cancellation);
        },
        cancellation);

    /// <summary>The receipt of what was published last.</summary>
    public async Task<Receipt> KeptAsync(Appraisal appraisal, CancellationToken cancellation)
    {
        var id = await db.LatestResults().Where(x => x.AppraisalId == appraisal.Id).Select(x => x.Id).SingleAsync(cancellation);
        return ReceiptText.Read(await db.ReceiptTextAsync(id, cancellation));
    }

    /// <summary>Keeps the next version: the kept facts with the adjustments and lifted ceilings that hold now. Refused: adjustments beyond the
    /// range of the cycle.</summary>
    public async Task<Receipt> NextAsync(Appraisal appraisal, Receipt kept, ResultCause cause, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var (id, cycle) = (appraisal.Id, appraisal.CycleId);
        var adjustments = await db.AppraisalAdjustments.AsNoTracking().Where(x => x.AppraisalId == id && x.WithdrawnAt == null).ToListAsync(cancellation);
        var lifted = await db.CeilingLifts.AsNoTracking().Where(x => x.AppraisalId == id && x.WithdrawnAt == null).ToListAsync(cancellation);
        var next = AppraisalCalculation.Of(kept.Facts with
        {
            Number = kept.Facts.Number + 1,
            Adjustments = adjustments.ConvertAll(x => x.Fact),
            LiftedCeilings = lifted.ConvertAll(x => x.Fact),
        });
        var quarter = await db.AppraisalCycles.Where(x => x.Id == cycle).Select(x => x.Code).SingleAsync(cancellation);
        await keep.RunAsync(quarter, [(appraisal, next)], cause, cancellation);
        return next;
    }
}
