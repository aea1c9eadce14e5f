using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Assignments;

/// <param name="From">The first day; the assignment before ends on the day before.</param>
/// <param name="SupervisorId">The direct supervisor; none: nobody stands above.</param>
public sealed record CorrectAssignmentRequest(DateOnly From, long DepartmentId, long PositionId, long? SupervisorId);

internal static class CorrectAssignment
{
    /// <summary>Puts right an assignment that was entered wrongly, also for the past. Nobody corrects their own.</summary>
    internal static async Task<AssignmentResponse> HandleAsync(
        long id,
        long assignmentId,
        CorrectAssignmentRequest request,
        IfMatch ifMatch,
        ChangeEmployment employment,
        Visible visible,
        CurrentPerson caller,
        TrainingDb db,
        CancellationToken cancellation)
    {
        await employment.RunAsync(
            visible.Employees(),
            id,
            async (_, timeline) =>
            {
                var assignment = timeline.Assignments.FirstOrDefault(x => x.Id == assignmentId) ?? throw CommonRefusals.Unknown.With();
                caller.RefuseOwn(id);
                ifMatch.Require(assignment);
                var placement = new Placement(request.DepartmentId, request.PositionId, request.SupervisorId);
                await db.RequireAsync([placement], cancellation);
                timeline.Correct(assignment, request.From, placement);
            },
            cancellation);
        return await db.Assignments.AsNoTracking().Where(x => x.Id == assignmentId)
            .WithPlaces(db).Select(AssignmentResponse.Of).OneAsync(cancellation);
    }
}
