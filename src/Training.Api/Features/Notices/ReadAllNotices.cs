using Training.Api.Access;
using Training.Api.Data;

namespace Training.Api.Features.Notices;

internal static class ReadAllNotices
{
    /// <summary>Marks all of the caller's own notices as read.</summary>
    internal static async Task<IResult> HandleAsync(
        TrainingDb db, CurrentPerson person, OrganisationClock clock, CancellationToken cancellation)
    {
        var now = clock.Now;
        await db.WriteAsync(
            () => BulkChange.UpdateAsync(
                db,
                db.Notices.Where(x => x.RecipientAccountId == person.AccountId && x.ReadAt == null),
                x => x.SetProperty(y => y.ReadAt, now),
                new { readAt = now },
                cancellation),
            cancellation);
        return TypedResults.NoContent();
    }
}
