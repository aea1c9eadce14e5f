using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Makes the next version of a published result from what people decided beside its arithmetic. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class ReviseResult(TrainingDb db, KeepResults keep)
{
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
