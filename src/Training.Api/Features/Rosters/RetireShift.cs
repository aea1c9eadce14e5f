using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Rosters;

internal static class RetireShift
{
    /// <summary>Takes the shift out of every choice; roster entries that have it keep it. Refused: a second time.</summary>
    internal static async Task<ShiftResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var shift = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(RosterLock.Name, cancellation);
                var retired = await db.Shifts.OneAsync(id, cancellation);
                ifMatch.Accept(retired);
                retired.Retire(clock.Now);
                return retired;
            },
            cancellation);

        return ShiftResponse.Of(shift);
    }
}
