using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;

namespace Training.Api.Features.Notices;

internal static class ReadNotice
{
    /// <summary>Marks one of the caller's own notices as read; the first time counts.</summary>
    internal static async Task<IResult> HandleAsync(
        long id, TrainingDb db, CurrentPerson person, OrganisationClock clock, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var notice = await db.Notices.SingleOrDefaultAsync(x => x.Id == id && x.RecipientAccountId == person.AccountId, cancellation)
                    ?? throw CommonRefusals.Unknown.With(("record", id));
                notice.Read(clock.Now);
            },
            cancellation);
        return TypedResults.NoContent();
    }
}
