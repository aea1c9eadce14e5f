using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Settings;

namespace Training.Api.Auth;

/// <summary>Why a session ended, as it stands in its row.</summary>
internal static class EndReasons
{
    public const string SignOut = "signOut";
    public const string Disabled = "disabled";
    public const string RolesChanged = "rolesChanged";
    public const string PasswordChanged = "passwordChanged";
    public const string TwoFactorChanged = "twoFactorChanged";
    public const string RefreshReused = "refreshReused";
}

/// <summary>A pair of tokens as it is handed out; only hashes are kept.</summary>
internal sealed record IssuedTokens(string Access, DateTimeOffset AccessExpiresAt, string Refresh, DateTimeOffset SessionExpiresAt);

/// <summary>Begins, renews and ends sign-in sessions. Every method runs inside <c>WriteAsync</c>.</summary>
internal sealed class SignInSessions(TrainingDb db, OrganisationClock clock, IOptions<SignInSettings> settings)
{
    public async Task<(SignInSession Session, IssuedTokens Tokens)> StartAsync(long accountId, bool isTwoFactor, CancellationToken cancellation)
    {
        var now = clock.Now;
        var session = new SignInSession
        {
            AccountId = accountId,
            StartedAt = now,
            ExpiresAt = now.AddHours(settings.Value.SessionHours),
            IsTwoFactor = isTwoFactor,
        };
        var secret = Renew(session, now);
        db.SignInSessions.Add(session);
        await db.FlushAsync(cancellation);

        return (session, Issue(session, secret, now));
    }

    /// <summary>New tokens for a session; the old access token is over from now on.</summary>
    public IssuedTokens Rotate(SignInSession session)
    {
        var now = clock.Now;

        return Issue(session, Renew(session, now), now);
    }

    /// <summary>Ends every session of the account, at once; <paramref name="except"/> goes on.</summary>
    public async Task EndAllAsync(long accountId, string reason, CancellationToken cancellation, long? except = null)
    {
        var open = await db.SignInSessions
            .Where(x => x.AccountId == accountId && x.EndedAt == null && x.Id != except)
            .ToListAsync(cancellation);
        foreach (var session in open)
        {
            End(session, reason);
        }
    }

    public void End(SignInSession session, string reason) => (session.EndedAt, session.EndReason) = (clock.Now, reason);

    private byte[] Renew(SignInSession session, DateTimeOffset now)
    {
        var secret = Secrets.New();
        session.AccessHash = Secrets.Hash(secret);
        session.AccessExpiresAt = Earlier(now.AddMinutes(settings.Value.AccessMinutes), session.ExpiresAt);

        return secret;
    }

    private IssuedTokens Issue(SignInSession session, byte[] secret, DateTimeOffset now)
    {
        var refresh = Secrets.New();
        db.RefreshTokens.Add(new RefreshToken { SessionId = session.Id, Hash = Secrets.Hash(refresh), IssuedAt = now });

        return new(Secrets.AccessToken(session.Id, secret), session.AccessExpiresAt, Secrets.Text(refresh), session.ExpiresAt);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
