using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Plans;

namespace Training.Api.Queries;

internal static class ParticipantsQuery
{
    /// <summary>The people with what their due days depend on, in two queries.</summary>
    /// <param name="people">Whom, with the first day of the employment that holds.</param>
    /// <param name="from">Leave that ended before this day moves no due day and is left out.</param>
    public static async Task<IReadOnlyList<Participant>> ParticipantsAsync(
        this TrainingDb db, IQueryable<AudienceFacts> people, DateOnly from, CancellationToken cancellation)
    {
        var found = await people.Select(x => new { x.EmployeeId, x.HiredOn }).ToListAsync(cancellation);
        var absences = await db.AbsencesAsync(people.Select(x => x.EmployeeId), from, cancellation);
        return [.. found.Select(x => new Participant(x.EmployeeId, x.HiredOn, absences.GetValueOrDefault(x.EmployeeId, Absence.None)))];
    }

    /// <summary>The leave of those people who have any that ends on the day or later.</summary>
    public static async Task<IReadOnlyDictionary<long, Absence>> AbsencesAsync(
        this TrainingDb db, IQueryable<long> employeeIds, DateOnly from, CancellationToken cancellation)
    {
        var leave = await db.LeaveRecords.AsNoTracking()
            .Where(x => x.ToOn >= from && employeeIds.Contains(x.EmployeeId)).ToListAsync(cancellation);
        return leave.GroupBy(x => x.EmployeeId).ToDictionary(x => x.Key, x => Absence.Of(x));
    }
}
