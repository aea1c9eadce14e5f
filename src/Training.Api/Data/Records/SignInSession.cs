namespace Training.Api.Data.Records;

/// <summary>One sign-in on one device. Its row is read on every request, so that ending it ends access at once.</summary>
internal sealed class SignInSession
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    /// <summary>SHA-256 of the secret half of the bearer token in force.</summary>
    public byte[] AccessHash { get; set; } = [];

    public DateTimeOffset AccessExpiresAt { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>After this instant the session cannot be refreshed any more.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it ended: signOut, disabled, rolesChanged, passwordChanged, refreshReused.</summary>
    public string? EndReason { get; set; }

    /// <summary>Signed in with a second factor.</summary>
    public bool IsTwoFactor { get; set; }
}

/// <summary>A refresh token, kept as a hash. Used once; a second use ends the session it belongs to.</summary>
internal sealed class RefreshToken
{
    public long Id { get; set; }

    public long SessionId { get; set; }

    public byte[] Hash { get; set; } = [];

    public DateTimeOffset IssuedAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A one-time code for a lost authenticator, kept as a hash.</summary>
internal sealed class RecoveryCode
{
    public long Id { get; set; }

    public long AccountId { get; set; }

    public byte[] Hash { get; set; } = [];

    public DateTimeOffset? UsedAt { get; set; }
}
