using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Acts;

/// <summary>Changes a person's employment or assignments, and with them the person's version, the reporting lines and the plans
/// that the person belongs to, in one write.</summary>
internal sealed class ChangeEmployment(TrainingDb db, LineKeeper lines, FollowAudience follow, MoveDueDays dueDays)
{
    /// <param name="among">The people that may be meant; another is refused as unknown.</param>
    /// <param name="change">Gets the person with the employment periods, and the assignments. It checks what the caller may do
    /// first; what it leaves must hold by <see cref="AssignmentTimeline"/>.</param>
    /// <remarks>Refused: leave that would lie outside employment; a loop in the lines.</remarks>
    public Task RunAsync(
        IQueryable<Employee> among, long employeeId, Func<Employee, AssignmentTimeline, Task> change, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, cancellation);
                var employee = await among.Where(x => x.Id == employeeId).Include(x => x.Periods).OneAsync(cancellation);
                var assignments = await db.Assignments.Where(x => x.EmployeeId == employeeId).ToListAsync(cancellation);
                var timeline = new AssignmentTimeline(employee, assignments);
                await change(employee, timeline);
                // A change of the assignments is one of the person: two who move somebody must not overwrite each other.
                db.Entry(employee).Property(x => x.Version).IsModified = true;
                db.Assignments.RemoveRange(timeline.Removed);
                db.Assignments.AddRange(timeline.Added);
                await RefuseLeaveOutsideAsync(employee, cancellation);
                await lines.RewriteAsync([employeeId], cancellation);
                await follow.RunAsync([employeeId], cancellation);
                await dueDays.RunAsync([employeeId], cancellation);
            },
            cancellation);

    private async Task RefuseLeaveOutsideAsync(Employee employee, CancellationToken cancellation)
    {
        LeaveRecord.RefuseOutside(
            employee, await db.LeaveRecords.AsNoTracking().Where(x => x.EmployeeId == employee.Id).ToListAsync(cancellation));
    }
}
