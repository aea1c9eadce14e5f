using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Acts;

/// <summary>Does work once a day, whoever asks and however often: asked at any time, it looks which day's occurrence is due
/// last, claims it and works. Days that were missed give one occurrence, not one each; an occurrence over which a process
/// died is taken over after an hour.</summary>
internal sealed class DailyWork(TrainingDb db, OrganisationClock clock)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromHours(1);

    /// <summary>Runs <paramref name="work"/> for the last day on which <paramref name="at"/> (in the organisation's zone) has
    /// come, unless that is done or being done. Says whether it ran.</summary>
    public async Task<bool> RunAsync(string job, TimeOnly at, Func<DateOnly, Task> work, CancellationToken cancellation)
    {
        var day = clock.DayOf(clock.Now - at.ToTimeSpan());
        var slot = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (!await ClaimAsync(job, slot, cancellation))
        {
            return false;
        }

        await work(day);
        await db.WriteAsync(
            async () =>
            {
                var occurrence = await db.JobOccurrences.SingleAsync(x => x.Job == job && x.Slot == slot, cancellation);
                occurrence.FinishedAt = clock.Now;
            },
            cancellation);
        return true;
    }

    private async Task<bool> ClaimAsync(string job, string slot, CancellationToken cancellation)
    {
        // The usual answer, found without a turn at the gate.
        var known = await db.JobOccurrences.AsNoTracking().SingleOrDefaultAsync(x => x.Job == job && x.Slot == slot, cancellation);
        return IsOpen(known) && await db.WriteAsync(
            async () =>
            {
                var occurrence = await db.JobOccurrences.SingleOrDefaultAsync(x => x.Job == job && x.Slot == slot, cancellation);
                if (!IsOpen(occurrence))
                {
                    return false;
                }

                if (occurrence is null)
                {
                    db.JobOccurrences.Add(occurrence = new JobOccurrence { Job = job, Slot = slot });
                }

                occurrence.ClaimedAt = clock.Now;
                return true;
            },
            cancellation);
    }

    private bool IsOpen(JobOccurrence? occurrence) =>
        occurrence is null || (occurrence.FinishedAt is null && occurrence.ClaimedAt <= clock.Now - LongestRun);
}
