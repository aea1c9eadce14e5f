using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Data;

namespace Training.Api.Features.Auth;

internal static class SignOut
{
    /// <summary>Ends the session that asks; its tokens are over at once.</summary>
    internal static async Task<IResult> HandleAsync(
        TrainingDb db, SignInSessions sessions, CurrentPerson person, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                var session = await db.SignInSessions.SingleAsync(x => x.Id == person.SessionId, cancellation);
                sessions.End(session, EndReasons.SignOut);
            },
            cancellation);

        return TypedResults.NoContent();
    }
}
