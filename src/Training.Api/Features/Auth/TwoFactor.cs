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

/// <summary>Ten codes, each for one sign-in without the authenticator; shown once.</summary>
/// <param name="RecoveryCodes">Case, spaces and hyphens do not count.</param>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> RecoveryCodes);

/// <summary>The acts on one's own second factor.</summary>
internal sealed class TwoFactor(
    TrainingDb db,
    SignInStates states,
    Sessions sessions,
    RecoveryCodes codes,
    CurrentPerson person,
    IOptions<SignInSettings> settings)
{
    /// <summary>Makes a new secret for an authenticator. It is in force once a code of it was confirmed; enrolling again
    /// before that replaces it.</summary>
    internal static async Task<EnrolTwoFactorResponse> EnrolTwoFactor(TwoFactor act, CancellationToken cancellation)
    {
        var secret = Authenticator.NewSecret();
        var userName = await act.WriteAsync(
            isOn: false,
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
        var codes = await act.WriteAsync(
            isOn: false,
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
        TwoFactorProofRequest request, TwoFactor act, OwnProof proof, CancellationToken cancellation)
    {
        await act.RequireOnAsync(cancellation);
        if (act.IsRequired)
        {
            throw AuthRefusals.TwoFactorKept.With();
        }

        await proof.RequireAsync("password", request.Password, request.Code, cancellation);
        await act.WriteAsync(
            isOn: true,
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
        TwoFactorProofRequest request, TwoFactor act, OwnProof proof, CancellationToken cancellation)
    {
        await act.RequireOnAsync(cancellation);
        await proof.RequireAsync("password", request.Password, request.Code, cancellation);
        var codes = await act.WriteAsync(isOn: true, (_, _) => act.NewRecoveryCodesAsync(cancellation), cancellation);

        return new(codes);
    }

    private string Issuer => settings.Value.Issuer;

    private bool IsRequired => settings.Value.RequiresTwoFactor(person.Roles);

    private bool Accept(Account account, SignInState state, string code) => states.AcceptCode(account, state, code);

    private Task EndOthersAsync(CancellationToken cancellation) =>
        sessions.EndAllAsync(person.AccountId, EndReasons.TwoFactorChanged, cancellation, except: person.SessionId);

    private Task ForgetRecoveryCodesAsync(CancellationToken cancellation) => codes.ForgetAsync(person.AccountId, cancellation);

    private Task<IReadOnlyList<string>> NewRecoveryCodesAsync(CancellationToken cancellation) => codes.RenewAsync(person.AccountId, cancellation);

    private async Task RequireOnAsync(CancellationToken cancellation)
    {
        if (!await db.Users.AnyAsync(x => x.Id == person.AccountId && x.TwoFactorEnabled, cancellation))
        {
            throw AuthRefusals.TwoFactorIsOff.With();
        }
    }

    private Task<T> WriteAsync<T>(bool isOn, Func<Account, SignInState, Task<T>> change, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var state = await states.OpenAsync(person.AccountId, cancellation);
                var account = await db.Users.SingleAsync(x => x.Id == person.AccountId, cancellation);
                if (account.TwoFactorEnabled != isOn)
                {
                    throw (isOn ? AuthRefusals.TwoFactorIsOff : AuthRefusals.TwoFactorIsOn).With();
                }

                return await change(account, state);
            },
            cancellation);
}
