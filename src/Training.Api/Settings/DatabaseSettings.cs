using System.ComponentModel.DataAnnotations;

namespace Training.Api.Settings;

/// <summary>Where the records are kept. Without a PostgreSQL connection the program uses its own SQLite file.</summary>
internal sealed record DatabaseSettings
{
    public const string Section = "Database";

    /// <summary>The SQLite file; a relative path starts at the working folder.</summary>
    [Required]
    public string File { get; init; } = "data/training.db";

    /// <summary>A PostgreSQL connection string (Npgsql form). When set, <see cref="File"/> is not used.</summary>
    public string? Postgres { get; init; }

    public bool IsPostgres => !string.IsNullOrWhiteSpace(Postgres);
}
