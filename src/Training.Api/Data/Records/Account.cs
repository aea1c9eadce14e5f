using Microsoft.AspNetCore.Identity;
using Training.Domain.Rules;

namespace Training.Api.Data.Records;

/// <summary>A sign-in. It points to an employee; an account without one (the first administrator) has no record of its own.</summary>
internal sealed class Account : IdentityUser<long>, IVersioned
{
    public long? EmployeeId { get; set; }

    /// <summary>Disabled accounts keep their history and cannot sign in.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The next sign-in may do nothing but change the password.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>After this instant the password, made by the program for one sign-in, opens none; null for one's own.</summary>
    public DateTimeOffset? InitialPasswordExpiresAt { get; set; }

    /// <summary>Base32 secret of the authenticator; set while enrolling, in force once <see cref="IdentityUser{TKey}.TwoFactorEnabled"/>.</summary>
    public string? AuthenticatorSecret { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Version { get; private set; }
}

/// <summary>How the sign-ins of an account went. Apart from the account, because a stranger's wrong guesses must not raise
/// its version. Names that do not exist share the rows of the ids from 0 down, so that they cost the same work and do not wait for
/// one another as one account would.</summary>
internal sealed class SignInState
{
    private const int UnknownRows = 64;

    /// <summary>The row of a name that does not exist: the same on every node.</summary>
    public static long OfUnknown(ReadOnlySpan<byte> nameHash) => -(nameHash[0] % UnknownRows);

    public long AccountId { get; set; }

    /// <summary>Wrong passwords or codes in a row since the last success or lock.</summary>
    public int Failures { get; private set; }

    public DateTimeOffset LastAttemptAt { get; private set; }

    /// <summary>Until this instant every sign-in is refused, right ones too.</summary>
    public DateTimeOffset? LockedUntilAt { get; private set; }

    /// <summary>The last 30-second step whose code was accepted, so that a code works once.</summary>
    public long LastAuthenticatorStep { get; set; }

    /// <summary>Notes that somebody tries.</summary>
    public void Attempt(DateTimeOffset now) => LastAttemptAt = now;

    public bool IsLocked(DateTimeOffset now) => LockedUntilAt > now;

    /// <summary>Counts a wrong password or code; true when that locks the account.</summary>
    public bool Fail(DateTimeOffset now, int failuresToLock, TimeSpan lockFor)
    {
        if (++Failures < failuresToLock)
        {
            return false;
        }

        (Failures, LockedUntilAt) = (0, now + lockFor);

        return true;
    }

    /// <summary>A right password and code, or an administrator, ends the counting and the lock.</summary>
    public void Clear() => (Failures, LockedUntilAt) = (0, null);
}
