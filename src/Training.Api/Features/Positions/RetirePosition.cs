using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Positions;

internal static class RetirePosition
{
    /// <summary>Keeps the position for the past and takes it out of every choice. Refused: a second time; while somebody is
    /// assigned to it today or later.</summary>
    internal static Task<PositionResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, cancellation);
                var position = await db.Positions.OneAsync(id, cancellation);
                ifMatch.Accept(position);
                position.Retire(clock.Now);
                var today = clock.Today;
                var people = await db.Assignments.Where(x => x.PositionId == id && (x.To == null || x.To >= today))
                    .Select(x => x.EmployeeId).Distinct().CountAsync(cancellation);
                if (people > 0)
                {
                    throw PositionRefusals.HasPeople.With(("code", position.Code), ("people", people));
                }

                await db.FlushAsync(cancellation);
                return await GetPosition.ReadAsync(db, id, cancellation);
            },
            cancellation);
}
