using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Queries;

/// <summary>The latest version of a result, the latest appeal of its appraisal, and the days that go with them.</summary>
/// <param name="Appeal">Against this version or one before it; one that waits is always the latest.</param>
/// <param name="IsAppealed">There is an appeal against this version.</param>
/// <param name="AppealUntil">The last day for an appeal.</param>
/// <param name="AcknowledgeUntil">The last day for the acknowledgement.</param>
internal sealed record ResultDays(AppraisalResult Result, Appeal? Appeal, bool IsAppealed, DateOnly AppealUntil, DateOnly AcknowledgeUntil)
{
    /// <summary>What may happen beside it on a day, in an appraisal in which it is shown.</summary>
    public ShownResult ShownOn(DateOnly today) => new(
        Result.StateOn(today, AcknowledgeUntil, Appeal?.DecidedAt) == AcknowledgementState.Open,
        Appeal?.IsOpen != true && !IsAppealed && Result.MayBeAppealed && today <= AppealUntil,
        Appeal?.IsOpen == true);
}

internal static class ResultDaysQuery
{
    /// <summary>What was published last of an appraisal, with its days; none: nothing was.</summary>
    public static async Task<ResultDays?> LatestResultAsync(
        this TrainingDb db, Appraisal appraisal, OrganisationClock clock, CancellationToken cancellation)
    {
        var id = appraisal.Id;
        var result = await db.AppraisalResults.Where(x => x.AppraisalId == id).OrderByDescending(x => x.Number).FirstOrDefaultAsync(cancellation);
        return result is null ? null : await db.DaysAsync(result, appraisal.EmployeeId, clock, cancellation);
    }

    /// <summary>The same, in a write. Refused: there is none.</summary>
    public static async Task<ResultDays> RequireResultAsync(
        this TrainingDb db, Appraisal appraisal, OrganisationClock clock, CancellationToken cancellation) =>
        await db.LatestResultAsync(appraisal, clock, cancellation) ?? throw AppraisalRefusals.NotPublished.With();

    /// <summary>Until when the person appeals and acknowledges: five working days after the day of publication, or after the last day of
    /// leave that covers it, with leave that goes on without a working day between. An appeal gives five new days after its decision to
    /// acknowledge; while it waits, the acknowledgement does too.</summary>
    private static async Task<ResultDays> DaysAsync(
        this TrainingDb db, AppraisalResult result, long employeeId, OrganisationClock clock, CancellationToken cancellation)
    {
        var id = result.AppraisalId;
        var appeal = await db.Appeals.Where(x => x.AppraisalId == id).OrderByDescending(x => x.ResultNumber).FirstOrDefaultAsync(cancellation);
        var published = clock.DayOf(result.PublishedAt);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var leave = await db.LeaveRecords.AsNoTracking().Where(x => x.EmployeeId == employeeId && x.ToOn >= published)
            .Select(x => new DaySpan(x.FromOn, x.ToOn)).ToListAsync(cancellation);
        var until = After(published);
        var anew = appeal switch
        {
            null => until,
            { DecidedAt: { } decided } => After(clock.DayOf(decided)),
            _ => After(appeal.DueOn > clock.Today ? appeal.DueOn : clock.Today),
        };
        return new(result, appeal, appeal?.ResultNumber == result.Number, until, anew > until ? anew : until);

        DateOnly After(DateOnly day) => ReplyDays.Until(day, leave, AppraisalResult.AcknowledgeWorkingDays, calendar);
    }
}
