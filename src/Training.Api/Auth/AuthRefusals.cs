using Training.Domain.Rules;

namespace Training.Api.Auth;

/// <summary>What signing in, and the acts on one's own sign-in, refuse.</summary>
internal static class AuthRefusals
{
    /// <summary>One answer for an unknown name, a wrong password or code, a locked and a disabled account.</summary>
    public static readonly Refusal Refused = new("auth.refused", RefusalKind.NotSignedIn);

    /// <summary>The password was right and the account has a second factor: repeat with a code.</summary>
    public static readonly Refusal CodeRequired = new("auth.codeRequired", RefusalKind.NotSignedIn);

    /// <summary>The refresh token is unknown, used before, or its session is over.</summary>
    public static readonly Refusal RefreshRefused = new("auth.refreshRefused", RefusalKind.NotSignedIn);

    public static readonly Refusal OneFactorOnly = Refusal.Content("auth.oneFactorOnly");

    /// <summary>The present password, given to confirm an act, is wrong.</summary>
    public static readonly Refusal PasswordWrong = Refusal.Content("auth.passwordWrong");

    public static readonly Refusal CodeWrong = Refusal.Content("auth.codeWrong");

    /// <summary>Too many wrong passwords or codes in a row. Value: <c>retryAfter</c> in seconds.</summary>
    public static readonly Refusal Locked = new("auth.locked", RefusalKind.TooMany);

    /// <summary>Values: <c>min</c>, <c>max</c>.</summary>
    public static readonly Refusal PasswordLength = Refusal.Content("auth.passwordLength");

    public static readonly Refusal PasswordIsName = Refusal.Content("auth.passwordIsName");

    public static readonly Refusal PasswordOneCharacter = Refusal.Content("auth.passwordOneCharacter");

    public static readonly Refusal PasswordSame = Refusal.Content("auth.passwordSame");

    public static readonly Refusal TwoFactorIsOn = Refusal.State("auth.twoFactorIsOn");

    public static readonly Refusal TwoFactorIsOff = Refusal.State("auth.twoFactorIsOff");

    /// <summary>Confirm before enrol.</summary>
    public static readonly Refusal NotEnrolling = Refusal.State("auth.notEnrolling");

    /// <summary>The account's roles do not go without a second factor.</summary>
    public static readonly Refusal TwoFactorKept = Refusal.State("auth.twoFactorKept");

    /// <summary>The session may do nothing but change the password.</summary>
    public static readonly Refusal PasswordMustChange = Refusal.Relation("access.passwordMustChange");

    /// <summary>The session may do nothing but turn the second factor on.</summary>
    public static readonly Refusal TwoFactorRequired = Refusal.Relation("access.twoFactorRequired");
}
