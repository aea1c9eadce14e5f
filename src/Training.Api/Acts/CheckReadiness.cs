using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Settings;
using Training.Domain.Notices;

namespace Training.Api.Acts;

/// <summary>How a part of the program is.</summary>
public enum ReadinessStatus
{
    Ok,

    /// <summary>The program serves; somebody should look.</summary>
    Warning,

    /// <summary>The program cannot serve.</summary>
    Failed,
}

/// <summary>One check and its outcome.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="Status">How it is.</param>
public sealed record ReadinessCheck(string Name, ReadinessStatus Status);

/// <summary>Looks whether the program can serve and whether it does what it does by itself. Says no more than names, because
/// anybody may ask.</summary>
internal sealed class CheckReadiness(TrainingDb db, OrganisationClock clock, IOptions<MailSettings> mail, ILogger<CheckReadiness> log)
{
    /// <summary>Acts that nobody may do for themselves need two people who may do them.</summary>
    private const int FewestDeciders = 2;

    private static readonly TimeSpan LongestOutbox = TimeSpan.FromMinutes(15);

    public async Task<IReadOnlyList<ReadinessCheck>> RunAsync(CancellationToken cancellation)
    {
        var (database, migrations) = await StoreAsync(cancellation);
        if (database == ReadinessStatus.Failed || migrations == ReadinessStatus.Failed)
        {
            return [new("database", database), new("migrations", migrations)];
        }

        return
        [
            new("database", database),
            new("migrations", migrations),
            new("audit", await SealerAsync(cancellation)),
            new("outbox", await OutboxAsync(cancellation)),
            new("planApprovers", await DecidersAsync(Policies.ApprovePlans, cancellation)),
            new("grantConfirmers", await DecidersAsync(Policies.ConfirmGrants, cancellation)),
            new("eventDeciders", await DecidersAsync(Policies.DecideEvents, cancellation)),
        ];
    }

    private async Task<(ReadinessStatus Database, ReadinessStatus Migrations)> StoreAsync(CancellationToken cancellation)
    {
        try
        {
            var pending = await db.Database.GetPendingMigrationsAsync(cancellation);
            return (ReadinessStatus.Ok, pending.Any() ? ReadinessStatus.Failed : ReadinessStatus.Ok);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or InvalidOperationException or IOException)
        {
            log.LogWarning("The database does not answer ({Fault}).", fault.GetType().Name);
            return (ReadinessStatus.Failed, ReadinessStatus.Failed);
        }
    }

    /// <summary>Looks back a day, as the sealer does; <c>verify-audit</c> looks at all.</summary>
    private async Task<ReadinessStatus> SealerAsync(CancellationToken cancellation)
    {
        var (since, until) = (clock.Now.AddDays(-1), clock.Now - VerifyAudit.LongestUnsealed);
        return Warn(await SealAudit.Unsealed(db).AnyAsync(x => x.At >= since && x.At < until, cancellation));
    }

    private async Task<ReadinessStatus> OutboxAsync(CancellationToken cancellation)
    {
        var until = clock.Now - LongestOutbox;
        return Warn(mail.Value.IsOn && await db.NoticeDeliveries.AnyAsync(
            x => (x.State == DeliveryState.Pending || x.State == DeliveryState.Failed) && x.NextAttemptAt < until, cancellation));
    }

    private async Task<ReadinessStatus> DecidersAsync(string policy, CancellationToken cancellation)
    {
        var policyName = JsonNamingPolicy.CamelCase.ConvertName(policy);
        var names = Enum.GetValues<Role>().Where(x => Policies.Of(new HashSet<Role> { x }).Contains(policyName)).Select(x => x.ToString()).ToList();
        var roleIds = db.Roles.Where(x => names.Contains(x.Name!)).Select(x => x.Id);
        var deciders = await db.UserRoles.Where(x => roleIds.Contains(x.RoleId))
            .Join(db.InUse(clock.Today), x => x.UserId, x => x.Id, (_, account) => account.Id)
            .Distinct()
            .CountAsync(cancellation);
        return Warn(deciders < FewestDeciders);
    }

    private static ReadinessStatus Warn(bool somethingIsWrong) => somethingIsWrong ? ReadinessStatus.Warning : ReadinessStatus.Ok;
}
