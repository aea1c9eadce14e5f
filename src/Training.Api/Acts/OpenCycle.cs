using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Opens a cycle, or opens it again: for the act and the demo. Called inside a write that holds
/// <see cref="Queries.CycleQueries.Lock"/>.</summary>
internal sealed class OpenCycle(TrainingDb db, OrganisationClock clock, FollowCycle follow)
{
    /// <summary>Everybody of its population who has been employed on a day of the quarter by today gets an appraisal. Refused: before the
    /// quarter begins; once its people judge themselves.</summary>
    /// <param name="cycle">With its templates.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<CycleFollowed> RunAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        cycle.Open(clock.Today);
        await db.FlushAsync(cancellation);
        return await follow.RunAsync(cycle, cancellation);
    }
}
