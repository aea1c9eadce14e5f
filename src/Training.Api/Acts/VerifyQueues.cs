using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>Checks that no session has more people than seats, and none a free seat while somebody waits.</summary>
internal sealed class VerifyQueues(TrainingDb db, OrganisationClock clock)
{
    /// <summary>The codes of the sessions of which it is not so; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        var sessions = await db.TrainingSessions.AsNoTracking().Where(x => x.State == SessionState.Published || x.State == SessionState.Completed)
            .OrderBy(x => x.Code).ToListAsync(cancellation);
        var queues = (await db.Enrolments.AsNoTracking().Active().ToListAsync(cancellation)).ToLookup(x => x.SessionId);
        return [.. sessions.Where(x => !SeatQueue.Holds(x, [.. queues[x.Id]], clock.Now)).Select(x => x.Code)];
    }
}
