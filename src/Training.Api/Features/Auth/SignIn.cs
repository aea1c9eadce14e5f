using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Validation;
using Training.Domain.Rules;

namespace Training.Api.Features.Auth;

/// <param name="UserName">Case and full-width forms do not count.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">The six digits of the authenticator, where the account has one.</param>
/// <param name="RecoveryCode">One of the recovery codes instead, when the authenticator is lost.</param>
public sealed record SignInRequest(
    [property: TextLength(1, 64)] string UserName,
    [property: TextLength(1, PasswordRules.Longest)] string Password,
    [property: TextLength(1, 16)] string? Code = null,
    [property: TextLength(1, 64)] string? RecoveryCode = null);

/// <summary>The tokens of a session. Send the access token as <c>Authorization: Bearer …</c>.</summary>
/// <param name="AccessToken">Good until <paramref name="AccessExpiresAt"/>.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="AccessExpiresAt">Refresh before this instant.</param>
/// <param name="RefreshToken">Good for one refresh.</param>
/// <param name="SessionExpiresAt">After this instant one has to sign in anew.</param>
public sealed record TokensResponse(
    string AccessToken, string TokenType, DateTimeOffset AccessExpiresAt, string RefreshToken, DateTimeOffset SessionExpiresAt);

internal sealed class SignIn(TrainingDb db, Passwords passwords, SignInStates states, SignInSessions sessions, OrganisationClock clock)
{
    private sealed record Known(long Id, string? PasswordHash);

    private sealed record Outcome(IssuedTokens? Tokens, Refusal? Refusal);

    /// <summary>Signs in with user name and password, and a second factor where the account has one. An unknown name, a wrong
    /// password or code, a locked and a disabled account, and that of
    /// somebody who is not employed today, get the same answer for the same work; five wrong attempts in a
    /// row lock an account for a quarter of an hour.</summary>
    internal static async Task<TokensResponse> HandleAsync(
        SignInRequest request, SignIn act, AddressLimit limit, HttpContext context, CancellationToken cancellation)
    {
        limit.Count(context.Connection.RemoteIpAddress);
        if (request is { Code: not null, RecoveryCode: not null })
        {
            throw AuthRefusals.OneFactorOnly.At("recoveryCode");
        }

        return Response(await act.RunAsync(request, cancellation));
    }

    internal static TokensResponse Response(IssuedTokens tokens) =>
        new(tokens.Access, BearerHandler.SchemeName, tokens.AccessExpiresAt, tokens.Refresh, tokens.SessionExpiresAt);

    private async Task<IssuedTokens> RunAsync(SignInRequest request, CancellationToken cancellation)
    {
        var name = PlainText.Key(request.UserName);
        var known = await db.Users.Where(x => x.NormalizedUserName == name)
            .Select(x => new Known(x.Id, x.PasswordHash)).SingleOrDefaultAsync(cancellation);
        var result = passwords.Verify(known?.PasswordHash, request.Password);
        var rehashed = result == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(request.Password) : null;
        var isRight = result != PasswordVerificationResult.Failed;
        var outcome = await db.WriteAsync(() => DecideAsync(request, known, isRight, rehashed, cancellation), cancellation);

        return outcome.Tokens ?? throw outcome.Refusal!.With();
    }

    /// <summary>What was verified outside counts only here, where attempts on one account take turns.</summary>
    private async Task<Outcome> DecideAsync(
        SignInRequest request, Known? known, bool isRight, string? rehashed, CancellationToken cancellation)
    {
        var state = await states.OpenAsync(known?.Id ?? SignInState.OfUnknown(Secrets.TextHash(request.UserName)), cancellation);
        var id = state.AccountId;
        var account = await db.Users.SingleOrDefaultAsync(x => x.Id == id, cancellation);
        state.Attempt(clock.Now);
        if (state.IsLocked(clock.Now))
        {
            return new(null, AuthRefusals.Refused);
        }

        if (!isRight || account is null || account.PasswordHash != known!.PasswordHash || !MaySignIn(account)
            || await db.IsGoneAsync(account.EmployeeId, clock.Today, cancellation))
        {
            states.Fail(state);
            return new(null, AuthRefusals.Refused);
        }

        if (account.TwoFactorEnabled)
        {
            if (request is { Code: null, RecoveryCode: null })
            {
                return new(null, AuthRefusals.CodeRequired);
            }

            if (!await IsSecondFactorRightAsync(account, state, request, cancellation))
            {
                states.Fail(state);
                return new(null, AuthRefusals.Refused);
            }
        }

        state.Clear();
        account.PasswordHash = rehashed ?? account.PasswordHash;
        var (_, tokens) = await sessions.StartAsync(account.Id, account.TwoFactorEnabled, cancellation);

        return new(tokens, null);
    }

    private bool MaySignIn(Account account) =>
        account.DisabledAt is null && (account.InitialPasswordExpiresAt is not { } end || end > clock.Now);

    private async Task<bool> IsSecondFactorRightAsync(
        Account account, SignInState state, SignInRequest request, CancellationToken cancellation) =>
        request.Code is { } code
            ? states.AcceptCode(account, state, code)
            : await states.AcceptRecoveryAsync(account, request.RecoveryCode!, cancellation);
}
