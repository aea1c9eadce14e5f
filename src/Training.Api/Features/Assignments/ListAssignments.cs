using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;

namespace Training.Api.Features.Assignments;

internal static class ListAssignments
{
    private static readonly Sorts<Placed> Sorts = new(x => x.Assignment.Id, "-from") { { "from", x => x.Assignment.From } };

    /// <summary>A person's assignments, past and planned.</summary>
    internal static async Task<ListOf<AssignmentResponse>> HandleAsync(
        long id, [AsParameters] ListRequest request, Visible visible, TrainingDb db, CancellationToken cancellation)
    {
        await visible.Employees().Where(x => x.Id == id).Select(x => new { x.Id }).OneAsync(cancellation);
        return ListOf.From(
            visible.Assignments().AsNoTracking().Where(x => x.EmployeeId == id).WithPlaces(db), Sorts, AssignmentResponse.Of, request);
    }
}
