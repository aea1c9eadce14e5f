using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

internal static class GetReceipt
{
    /// <summary>How the score of an appraisal came about, step by step, with every fact it came from; the whole can be worked out again from
    /// it. Of a published result as it was kept, byte for byte; before that, to HR and approvers while the cycle calibrates, as it would be
    /// published now. Refused: to who sees some of its segments alone; to others before it is published; a version that there is not.</summary>
    internal static async Task<IResult> HandleAsync(
        long id, [FromQuery(Name = "number")] int? number, Visible visible, CurrentPerson caller, Calibrating calibrating, LookupNotes lookups,
        TrainingDb db, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        if (!await visible.WholeAppraisals().AnyAsync(x => x.Id == id, cancellation))
        {
            throw AppraisalRefusals.ReceiptOfOthers.With();
        }

        if (appraisal.IsPublished)
        {
            var results = db.AppraisalResults.AsNoTracking().Where(x => x.AppraisalId == id);
            var result = await results.Where(x => x.Number == (number ?? results.Max(y => y.Number))).OneAsync(cancellation);
            return Answer(await db.ReceiptTextAsync(result.Id, cancellation), appraisal, caller, lookups);
        }

        var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(appraisal.CycleId, cancellation);
        var maySee = (caller.IsHumanResources || caller.IsApprover) && !caller.Is(appraisal.EmployeeId)
            && AppraisalCycleLife.Table.Allows(cycle.Phase, AppraisalCycleAct.Calibrate);
        return maySee
            ? Answer(ReceiptText.Of(await calibrating.ReceiptAsync(cycle, appraisal, cancellation)), appraisal, caller, lookups)
            : throw AppraisalRefusals.NotPublished.With();
    }

    private static IResult Answer(string receipt, Appraisal appraisal, CurrentPerson caller, LookupNotes lookups)
    {
        lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        return Results.Text(receipt, "application/json");
    }
}
