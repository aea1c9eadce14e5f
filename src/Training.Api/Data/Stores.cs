using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Training.Api.Data;

/// <summary>The embedded store: one file.</summary>
internal sealed class SqliteTrainingDb(DbContextOptions<SqliteTrainingDb> options, TrainingDbParts? parts) : TrainingDb(options, parts)
{
    protected override bool HasGate => true;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite cannot order by DateTimeOffset; milliseconds since 1970 order and compare as the instant does.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}

/// <summary>The store for several nodes.</summary>
internal sealed class PostgresTrainingDb(DbContextOptions<PostgresTrainingDb> options, TrainingDbParts? parts) : TrainingDb(options, parts)
{
    protected override bool HasGate => false;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Binary order, as on SQLite: sorting for people goes by the kept sort keys.
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<Enum>().UseCollation("C");

        // The driver takes no other offset; a query parameter may carry any.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InUtc>();
    }

    private sealed class InUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
}

internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteTrainingDb>
{
    public SqliteTrainingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTrainingDb>().UseSqlite("Data Source=design.db").Options, null);
}

internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresTrainingDb>
{
    public PostgresTrainingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTrainingDb>().UseNpgsql("Host=localhost").Options, null);
}
