using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Leave;

/// <param name="ToOn">Last day; not before the first, and at most 1096 days with it.</param>
/// <param name="FromHalf">Afternoon: the morning of the first day is worked.</param>
/// <param name="ToHalf">Morning: the afternoon of the last day is worked.</param>
public sealed record EditLeaveRequest(
    LeaveKind Kind, DateOnly FromOn, DateOnly ToOn, HalfDay FromHalf, HalfDay ToHalf, [TextLength(0, 400)] string? Note);

internal static class EditLeave
{
    /// <summary>Another content as a whole. One's own is edited by another HR person.</summary>
    internal static async Task<LeaveResponse> HandleAsync(
        long id,
        EditLeaveRequest request,
        IfMatch ifMatch,
        Visible visible,
        CurrentPerson caller,
        Acts.MoveDueDays dueDays,
        TrainingDb db,
        CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, cancellation);
                var leave = await visible.LeaveRecords().Where(x => x.Id == id).OneAsync(cancellation);
                caller.RefuseOwn(leave.EmployeeId);
                ifMatch.Require(leave);
                var employee = await db.Employees.Include(x => x.Periods).SingleAsync(x => x.Id == leave.EmployeeId, cancellation);
                var others = await db.LeaveRecords.Where(x => x.EmployeeId == leave.EmployeeId).ToListAsync(cancellation);
                leave.Edit(
                    employee, request.Kind, new LeaveSpan(request.FromOn, request.FromHalf, request.ToOn, request.ToHalf), request.Note, others);
                await dueDays.RunAsync([employee.Id], cancellation);
            },
            cancellation);
        return await db.ShowLeaveAsync(visible, id, cancellation);
    }
}
