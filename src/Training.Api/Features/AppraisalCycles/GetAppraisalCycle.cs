using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Features.AppraisalCycles;

internal static class GetAppraisalCycle
{
    /// <summary>A cycle with its dates, bands, ceilings and templates, and what the caller can do to it now. One in preparation is shown to
    /// HR alone.</summary>
    internal static async Task<AppraisalCycleResponse> HandleAsync(
        long id, CurrentPerson caller, Visible visible, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        await db.ShowAsync(await visible.AppraisalCycles().AsNoTracking().OneAsync(id, cancellation), caller, clock, cancellation);
}
