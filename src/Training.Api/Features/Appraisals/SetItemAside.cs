using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>HR sets an item aside that does not apply.</summary>
internal static class SetItemAside
{
    /// <summary>Sets an item aside in one segment of an appraisal, or in every one that has it: sums run over what is left, and where less
    /// weight is left than the cycle asks for the segment drops out. Goals show it at once. Refused: about oneself; a segment or an item
    /// that the appraisal does not have; what is set aside already.</summary>
    internal static Task<SetAsideResponse> HandleAsync(
        long id, SetItemAsideRequest request, OnSetAside on, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            async appraisal =>
            {
                appraisal.Require(AppraisalAct.SetAside);
                var segments = await db.AppraisalSegments.AsNoTracking().Where(x => x.AppraisalId == id).ToListAsync(cancellation);
                var kept = await db.ItemSetAsides.AsNoTracking().Where(x => x.AppraisalId == id).ToListAsync(cancellation);
                ItemSetAside.Require(request.KpiId, request.Segment, await db.ItemsAsync(appraisal, segments, cancellation), kept);
                var aside = ItemSetAside.Of(id, request.KpiId, request.Segment, request.Reason, caller.AccountId, clock.Now);
                db.ItemSetAsides.Add(aside);
                await db.FlushAsync(cancellation);
                return (await on.ShowAsync(db.ItemSetAsides.Where(x => x.Id == aside.Id), cancellation))[0];
            },
            cancellation);
}
