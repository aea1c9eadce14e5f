using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Settings;
using People = Training.Domain.People;
using Training.Api.Data.Records;

namespace Training.Api.Auth;

/// <summary>Knows who asks by the bearer token: reads the session, its account and roles, and fills
/// <see cref="CurrentPerson"/>, the claims that policies look at, and the reader's language.</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    TrainingDb db,
    SessionRows sessions,
    OrganisationClock clock,
    IOptions<SignInSettings> settings,
    CurrentPerson person,
    Actor actor) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = SchemeName + " ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (!Secrets.TryReadAccessToken(header[Prefix.Length..].Trim(), out var sessionId, out var hash))
        {
            return AuthenticateResult.Fail("Not a token.");
        }

        var rows = await sessions.ReadAsync(db, sessionId, clock.Today, Context.RequestAborted);
        if (rows.Count == 0 || !IsInForce(rows[0], hash))
        {
            return AuthenticateResult.Fail("Not in force.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(SignIn(sessionId, rows), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers[HeaderNames.WWWAuthenticate] = Request.Headers.Authorization.Count == 0
            ? SchemeName
            : $"{SchemeName} error=\"invalid_token\"";

        return Task.CompletedTask;
    }

    private bool IsInForce(SessionRow session, byte[] hash)
    {
        var now = clock.Now;

        return CryptographicOperations.FixedTimeEquals(session.AccessHash, hash)
            && session.AccessExpiresAt > now
            && session.ExpiresAt > now
            && session.EndedAt is null
            && session.DisabledAt is null
            && !session.IsGone;
    }

    private ClaimsPrincipal SignIn(long sessionId, IReadOnlyList<SessionRow> rows)
    {
        var session = rows[0];
        var roles = rows.Where(x => x.RoleId is not null).Select(x => Roles.Of(x.RoleId!.Value)).ToHashSet();
        person.SignIn(session.AccountId, sessionId, session.EmployeeId, roles, actor);
        SessionLimit.Set(Context, SessionLimit.Of(session, roles, settings.Value));
        ReaderLanguage.Set(Context, LanguageOf(session));
        var identity = new ClaimsIdentity(SchemeName, ClaimTypes.NameIdentifier, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, session.AccountId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaims(roles.Select(x => new Claim(ClaimTypes.Role, x.ToString())));

        return new ClaimsPrincipal(identity);
    }

    /// <summary>The person's own setting; null for an account without a person, which leaves it to <c>Accept-Language</c>.</summary>
    private static Language? LanguageOf(SessionRow session) => session.Language switch
    {
        People.Language.ZhCn => Language.Chinese,
        People.Language.En => Language.English,
        _ => null,
    };
}
