using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Validation;
using Training.Api.Settings;

namespace Training.Api.Features.Auth;

/// <summary>What an authenticator needs; shown once.</summary>
/// <param name="Secret">In base32, for typing.</param>
/// <param name="Uri">The <c>otpauth</c> address, for a QR code.</param>
public sealed record EnrolTwoFactorResponse(string Secret, string Uri);

/// <param name="Code">The six digits that the authenticator shows now.</param>
public sealed record ConfirmTwoFactorRequest([property: TextLength(1, 16)] string Code);

/// <param name="Password">The password in force.</param>
/// <param name="Code">The six digits that the authenticator shows now, not used before.</param>
public sealed record TwoFactorProofRequest(
    [property: TextLength(1, PasswordRules.Longest)] string Password, [property: TextLength(1, 16)] string Code);

/// <param name="Password">The password in force.</param>
public sealed record EnrolTwoFactorRequest([property: TextLength(1, PasswordRules.Longest)] string Password);

/// <summary>Ten codes, each for one sign-in without the authenticator; shown once.</summary>
/// <param name="RecoveryCodes">Case, spaces and hyphens do not count.</param>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> RecoveryCodes);

/// <summary>The acts on one's own second factor.</summary>
internal sealed class TwoFactor(
    TrainingDb db,
    SignInStates states,
    OwnProof proof,
    SignInSessions sessions,
    RecoveryCodes codes,
    CurrentPerson person,
    IOptions<SignInSettings> settings)
{
    /// <summary>Makes a new secret for an authenticator, after the password. It is in force once a code of it was confirmed; enrolling again
    /// before that replaces it.</summary>
    internal static async Task<EnrolTwoFactorResponse> EnrolTwoFactor(
        EnrolTwoFactorRequest request, TwoFactor act, CancellationToken cancellation)
    {
        var secret = Authenticator.NewSecret();
        var userName = await act.ProvenAsync(
            isOn: false,
            request.Password,
            code: null,
            (account, state) =>
            {
                (account.AuthenticatorSecret, state.LastAuthenticatorStep) = (secret, 0);
                return Task.FromResult(account.UserName!);
            },
            cancellation);

        return new(secret, Authenticator.Uri(act.Issuer, userName, secret));
    }

    /// <summary>Turns the second factor on, proved by a code of the new secret, and hands out recovery codes. Every other
    /// session of the account ends.</summary>
    internal static async Task<RecoveryCodesResponse> ConfirmTwoFactor(
        ConfirmTwoFactorRequest request, TwoFactor act, CancellationToken cancellation)
    {
        var codes = await act.ConfirmingAsync(
            async (account, state) =>
            {
                if (account.AuthenticatorSecret is null)
                {
                    throw AuthRefusals.NotEnrolling.With();
                }

                if (!act.Accept(account, state, request.Code))
                {
                    throw AuthRefusals.CodeWrong.At("code");
                }

                account.TwoFactorEnabled = true;
                await act.EndOthersAsync(cancellation);

                return await act.NewRecoveryCodesAsync(cancellation);
            },
            cancellation);

        return new(codes);
    }

    /// <summary>Turns the second factor off, after password and code. Refused to those whose roles need one.</summary>
    internal static async Task<IResult> DisableTwoFactor(
        TwoFactorProofRequest request, TwoFactor act, CancellationToken cancellation)
    {
        await act.RequireAsync(isOn: true, cancellation);
        if (act.IsRequired)
        {
            throw AuthRefusals.TwoFactorKept.With();
        }

        await act.ProvenAsync(
            isOn: true,
            request.Password,
            request.Code,
            async (account, state) =>
            {
                (account.TwoFactorEnabled, account.AuthenticatorSecret, state.LastAuthenticatorStep) = (false, null, 0);
                await act.EndOthersAsync(cancellation);
                await act.ForgetRecoveryCodesAsync(cancellation);
                return true;
            },
            cancellation);

        return TypedResults.NoContent();
    }

    /// <summary>Hands out ten new recovery codes, after password and code; the old ones are void.</summary>
    internal static async Task<RecoveryCodesResponse> RenewRecoveryCodes(
        TwoFactorProofRequest request, TwoFactor act, CancellationToken cancellation)
    {
        var codes = await act.ProvenAsync(
            isOn: true, request.Password, request.Code, (_, _) => act.NewRecoveryCodesAsync(cancellation), cancellation);

        return new(codes);
    }

    private string Issuer => settings.Value.Issuer;

    private bool IsRequired => settings.Value.RequiresTwoFactor(person.Roles);

    private bool Accept(Account account, SignInState state, string code) => states.AcceptCode(account, state, code);

    private Task EndOthersAsync(CancellationToken cancellation) =>
        sessions.EndAllAsync(person.AccountId, EndReasons.TwoFactorChanged, cancellation, except: person.SessionId);

    private Task ForgetRecoveryCodesAsync(CancellationToken cancellation) => codes.ForgetAsync(person.AccountId, cancellation);

    private Task<IReadOnlyList<string>> NewRecoveryCodesAsync(CancellationToken cancellation) => codes.RenewAsync(person.AccountId, cancellation);

    /// <summary>Whether it is on is told before the proof is asked for, and decides once more in the write.</summary>
    private async Task<T> ProvenAsync<T>(
        bool isOn, string password, string? code, Func<Account, SignInState, Task<T>> change, CancellationToken cancellation)
    {
        await RequireAsync(isOn, cancellation);

        return await proof.ThenAsync(
            "password",
            password,
            code,
            (account, state) =>
            {
                Require(isOn, account.TwoFactorEnabled);
                return change(account, state);
            },
            cancellation);
    }

    /// <summary>For the act whose proof is a code of the secret that was handed out for a password.</summary>
    private Task<T> ConfirmingAsync<T>(Func<Account, SignInState, Task<T>> change, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var (account, state) = await proof.OpenAsync(cancellation);
            Require(isOn: false, account.TwoFactorEnabled);

            return await change(account, state);
        },
        cancellation);

    private async Task RequireAsync(bool isOn, CancellationToken cancellation) => Require(
        isOn, await db.Users.Where(x => x.Id == person.AccountId).Select(x => x.TwoFactorEnabled).SingleAsync(cancellation));

    private static void Require(bool isOn, bool isItOn)
    {
        if (isItOn != isOn)
        {
            throw (isOn ? AuthRefusals.TwoFactorIsOff : AuthRefusals.TwoFactorIsOn).With();
        }
    }
}
