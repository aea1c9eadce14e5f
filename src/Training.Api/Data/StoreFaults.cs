using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Data;

/// <summary>What a fault of the store means to the caller.</summary>
internal static class StoreFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteForeignKey = 787;

    /// <summary>Running the same body again may succeed, or meet the row that was in the way and refuse by name.</summary>
    public static bool MayPassNextTime(Exception fault) => Root(fault) switch
    {
        DbUpdateConcurrencyException => true,
        SqliteException x => x.SqliteErrorCode is SqliteBusy or SqliteLocked || IsUnique(x),
        PostgresException x => x.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>The refusal for a fault that remains; null for one that is a fault of the program.</summary>
    public static RuleViolation? Refusal(Exception fault) => Root(fault) switch
    {
        DbUpdateConcurrencyException => CommonRefusals.Busy.With(("retryAfter", 1)),
        SqliteException x when IsUnique(x) => DataRefusals.Duplicate.With(),
        SqliteException { SqliteExtendedErrorCode: SqliteForeignKey } => DataRefusals.Referenced.With(),
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => CommonRefusals.Busy.With(("retryAfter", 1)),
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteFull } => DataRefusals.ReadOnly.With(),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => DataRefusals.Duplicate.With(),
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => DataRefusals.Referenced.With(),
        PostgresException
        {
            SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
                or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.TooManyConnections
        } => CommonRefusals.Busy.With(("retryAfter", 1)),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction } =>
            DataRefusals.ReadOnly.With(),
        NpgsqlException { IsTransient: true } => CommonRefusals.Busy.With(("retryAfter", 1)),
        _ => null,
    };

    private static Exception Root(Exception fault) => fault switch
    {
        DbUpdateConcurrencyException => fault,
        DbUpdateException { InnerException: DbException inner } => inner,
        InvalidOperationException { InnerException: DbException inner } => inner,
        _ => fault,
    };

    private static bool IsUnique(SqliteException fault) => fault.SqliteExtendedErrorCode is SqliteUnique or SqlitePrimaryKey;
}
