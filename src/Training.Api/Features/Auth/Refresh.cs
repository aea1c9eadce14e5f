using Microsoft.EntityFrameworkCore;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Validation;

namespace Training.Api.Features.Auth;

/// <param name="RefreshToken">The one handed out last; it is good once.</param>
public sealed record RefreshRequest([property: TextLength(1, 64)] string RefreshToken);

internal sealed class Refresh(TrainingDb db, SignInSessions sessions, OrganisationClock clock)
{
    /// <summary>Hands out a new pair of tokens for a running session; the old pair is over. A refresh token that was used
    /// before must have been copied: it ends the session.</summary>
    internal static async Task<TokensResponse> HandleAsync(RefreshRequest request, Refresh act, CancellationToken cancellation)
    {
        var hash = Secrets.TextHash(request.RefreshToken);
        var tokens = await act.RunAsync(hash, cancellation);

        return SignIn.Response(tokens ?? throw AuthRefusals.RefreshRefused.With());
    }

    private async Task<IssuedTokens?> RunAsync(byte[] hash, CancellationToken cancellation)
    {
        // Outside the write, so that the lock can be named; an id does not change.
        var sessionId = await db.RefreshTokens.Where(x => x.Hash == hash).Select(x => (long?)x.SessionId).SingleOrDefaultAsync(cancellation);

        return sessionId is { } id
            ? await db.WriteAsync(() => DecideAsync(id, hash, cancellation), cancellation)
            : null;
    }

    private async Task<IssuedTokens?> DecideAsync(long sessionId, byte[] hash, CancellationToken cancellation)
    {
        await db.LockAsync($"session:{sessionId}", cancellation);
        var token = await db.RefreshTokens.SingleAsync(x => x.Hash == hash, cancellation);
        var session = await db.SignInSessions.SingleAsync(x => x.Id == sessionId, cancellation);
        var account = await db.Users.Where(x => x.Id == session.AccountId).Select(x => new { x.DisabledAt, x.EmployeeId }).SingleAsync(cancellation);
        if (session.EndedAt is not null || session.ExpiresAt <= clock.Now || account.DisabledAt is not null
            || await db.IsGoneAsync(account.EmployeeId, clock.Today, cancellation))
        {
            return null;
        }

        if (token.UsedAt is not null)
        {
            EndReused(session);
            return null;
        }

        token.UsedAt = clock.Now;

        return sessions.Rotate(session);
    }

    private void EndReused(SignInSession session)
    {
        sessions.End(session, EndReasons.RefreshReused);
        db.Note(session.AccountId, SecurityNotes.RefreshReused);
    }
}
