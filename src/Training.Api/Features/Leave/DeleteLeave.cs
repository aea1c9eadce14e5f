using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Leave;

internal static class DeleteLeave
{
    /// <summary>Takes out leave that was not taken. One's own is deleted by another HR person.</summary>
    internal static async Task<IResult> HandleAsync(
        long id,
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
                var leave = await visible.LeaveRecords().Where(x => x.Id == id).OneAsync(cancellation);
                caller.RefuseOwn(leave.EmployeeId);
                ifMatch.Require(leave);
                db.LeaveRecords.Remove(leave);
                await dueDays.RunAsync([leave.EmployeeId], cancellation);
            },
            cancellation);
        return TypedResults.NoContent();
    }
}
