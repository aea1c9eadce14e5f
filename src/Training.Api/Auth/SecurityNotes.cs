using System.Globalization;
using System.Text.Json;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Auth;

/// <summary>Writes into the audit what happens to a sign-in without changing the account: locked, unlocked, a refresh token
/// used twice, a recovery code used.</summary>
internal static class SecurityNotes
{
    public const string Locked = "locked";
    public const string Unlocked = "unlocked";
    public const string RefreshReused = "refreshReused";
    public const string RecoveryCodeUsed = "recoveryCodeUsed";
    public const string FirstGrant = "grantedWithoutSecondPerson";

    /// <summary>Adds the row; it is saved with the write that runs.</summary>
    public static void Note(this TrainingDb db, long accountId, string happened)
    {
        var (now, actor) = db.Stamp;
        var id = accountId.ToString(CultureInfo.InvariantCulture);
        db.AuditEntries.Add(new AuditEntry
        {
            At = now,
            AccountId = actor.AccountId,
            Act = actor.Act,
            TraceId = actor.TraceId,
            Entity = "account",
            EntityId = id,
            RootEntity = "account",
            RootId = id,
            Change = AuditChange.Changed,
            After = JsonSerializer.Serialize(new { happened }),
        });
    }
}
