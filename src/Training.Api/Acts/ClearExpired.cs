using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Settings;

namespace Training.Api.Acts;

/// <summary>Removes every night what has served: ended sign-ins, answers kept for repeated requests, claims of daily work.</summary>
internal sealed class ClearExpired(DailyWork daily, TrainingDb db, OrganisationClock clock, IOptions<JobSettings> settings)
{
    private static readonly TimeOnly At = new(3, 0);
    private static readonly TimeSpan ClaimsKept = TimeSpan.FromDays(400);

    public Task RunAsync(CancellationToken cancellation) =>
        daily.RunAsync(nameof(ClearExpired), At, _ => db.WriteAsync(() => ClearAsync(cancellation), cancellation), cancellation);

    private async Task ClearAsync(CancellationToken cancellation)
    {
        var sessionsBefore = clock.Now.AddDays(-settings.Value.SessionDaysKept);
        var over = db.SignInSessions.Where(x => x.ExpiresAt < sessionsBefore || x.EndedAt < sessionsBefore);
        await BulkChange.DeleteAsync(db, db.RefreshTokens.Where(x => over.Any(y => y.Id == x.SessionId)), cancellation);
        await BulkChange.DeleteAsync(db, over, cancellation);

        var answersBefore = clock.Now.AddDays(-settings.Value.IdempotencyDaysKept);
        await BulkChange.DeleteAsync(db, db.IdempotencyRecords.Where(x => x.At < answersBefore), cancellation);

        var claimsBefore = clock.Now - ClaimsKept;
        await BulkChange.DeleteAsync(db, db.JobOccurrences.Where(x => x.ClaimedAt < claimsBefore), cancellation);
    }
}
