using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Queries;

internal static class AcknowledgementDays
{
    /// <summary>Until when the person says that they have read it: five working days after the day of publication, or after the last day of
    /// leave that covers it, with leave that goes on without a working day between.</summary>
    public static async Task<DateOnly> AcknowledgeUntilAsync(
        this TrainingDb db, AppraisalResult result, long employeeId, OrganisationClock clock, CancellationToken cancellation)
    {
        var published = clock.DayOf(result.PublishedAt);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var leave = await db.LeaveRecords.AsNoTracking().Where(x => x.EmployeeId == employeeId && x.ToOn >= published).OrderBy(x => x.FromOn)
            .Select(x => new { x.FromOn, x.ToOn }).ToListAsync(cancellation);
        var last = published;
        foreach (var record in leave.Where(_ => leave[0].FromOn <= published).TakeWhile(x => x.FromOn <= calendar.AddWorkingDays(last, 1)))
        {
            last = record.ToOn > last ? record.ToOn : last;
        }

        return calendar.AddWorkingDays(last, AppraisalResult.AcknowledgeWorkingDays);
    }
}
