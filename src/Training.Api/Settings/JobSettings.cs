using System.ComponentModel.DataAnnotations;

namespace Training.Api.Settings;

/// <summary>The work that runs by the clock.</summary>
internal sealed record JobSettings
{
    public const string Section = "Jobs";

    /// <summary>Off only where another node does the work, and in tests.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Where the nightly copies of the SQLite file lie; none: the folder <c>backups</c> beside the file.</summary>
    public string? BackupFolder { get; init; }

    /// <summary>How many nightly copies are kept, 1 to 1000.</summary>
    [Range(1, 1000)]
    public int BackupsKept { get; init; } = 14;

    /// <summary>Days after which ended sign-ins are removed, 1 to 3650.</summary>
    [Range(1, 3650)]
    public int SessionDaysKept { get; init; } = 90;

    /// <summary>Days for which an answer given under an Idempotency-Key is kept, 1 to 365.</summary>
    [Range(1, 365)]
    public int IdempotencyDaysKept { get; init; } = 7;
}
