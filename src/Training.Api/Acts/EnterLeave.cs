using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Acts;

/// <summary>Enters leave or absence of another person and moves the open due days that it covers: for the act and the demo.</summary>
internal sealed class EnterLeave(TrainingDb db, CurrentPerson caller, MoveDueDays dueDays)
{
    /// <summary>The leave, saved. Refused: one's own; a person not among those given; leave outside employment
    /// or over other leave.</summary>
    /// <param name="among">The people that may be meant.</param>
    public Task<LeaveRecord> RunAsync(
        IQueryable<Employee> among, long employeeId, LeaveKind kind, LeaveSpan span, string? note, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, cancellation);
                var employee = await among.Include(x => x.Periods).SingleOrDefaultAsync(x => x.Id == employeeId, cancellation)
                    ?? throw LeaveRefusals.EmployeeUnknown.At("employeeId", ("id", employeeId));
                caller.RefuseOwn(employee.Id);
                var others = await db.LeaveRecords.Where(x => x.EmployeeId == employee.Id).ToListAsync(cancellation);
                var leave = LeaveRecord.Create(employee, kind, span, note, others);
                db.LeaveRecords.Add(leave);
                await dueDays.RunAsync([employee.Id], cancellation);
                return leave;
            },
            cancellation);
}
