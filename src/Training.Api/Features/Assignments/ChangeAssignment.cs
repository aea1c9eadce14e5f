using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Assignments;

/// <param name="From">First day of the new placement, past or ahead, within employment.</param>
/// <param name="SupervisorId">The direct supervisor; none: nobody stands above.</param>
public sealed record ChangeAssignmentRequest(DateOnly From, long DepartmentId, long PositionId, long? SupervisorId);

internal static class ChangeAssignment
{
    /// <summary>Another department, position or supervisor from a day on, until the next planned change. The days before keep
    /// their truth. For the version of the person that was read, which every change of assignments raises. Nobody moves
    /// themselves.</summary>
    internal static async Task<IResult> HandleAsync(
        long id,
        ChangeAssignmentRequest request,
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
            async (employee, timeline) =>
            {
                caller.RefuseOwn(id);
                ifMatch.Require(employee);
                var placement = new Placement(request.DepartmentId, request.PositionId, request.SupervisorId);
                await db.RequireAsync([placement], cancellation);
                timeline.ChangeFrom(request.From, placement);
            },
            cancellation);
        var changed = await db.Assignments.AsNoTracking().Where(x => x.EmployeeId == id && x.From == request.From)
            .WithPlaces(db).Select(AssignmentResponse.Of).OneAsync(cancellation);
        return TypedResults.Created($"/api/v1/employees/{id}/assignments", changed);
    }
}
