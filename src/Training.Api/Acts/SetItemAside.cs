using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>HR sets an item of an appraisal aside: for the act and the demo. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>, after which the appraisal is settled.</summary>
internal sealed class SetItemAside(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>What was set aside, saved. Refused: about oneself; a segment or an item that the appraisal does not have; what is set aside
    /// already; in a stage that does not accept it.</summary>
    public async Task<ItemSetAside> RunAsync(Appraisal appraisal, long kpiId, int? segment, string reason, CancellationToken cancellation)
    {
        caller.RefuseOwn(appraisal.EmployeeId);
        appraisal.Require(AppraisalAct.SetAside);
        var id = appraisal.Id;
        var segments = await db.AppraisalSegments.AsNoTracking().Where(x => x.AppraisalId == id).ToListAsync(cancellation);
        var kept = await db.ItemSetAsides.AsNoTracking().Where(x => x.AppraisalId == id).ToListAsync(cancellation);
        ItemSetAside.Require(kpiId, segment, await db.ItemsAsync(appraisal, segments, cancellation), kept);
        var aside = ItemSetAside.Of(id, kpiId, segment, reason, caller.AccountId, clock.Now);
        db.ItemSetAsides.Add(aside);
        await db.FlushAsync(cancellation);
        return aside;
    }
}
