using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.People;

namespace Training.Api.Features.Leave;

/// <param name="EmployeeId">Whose leave; somebody else's.</param>
/// <param name="ToOn">Last day; not before the first, and at most 1096 days with it.</param>
/// <param name="FromHalf">Afternoon: the morning of the first day is worked.</param>
/// <param name="ToHalf">Morning: the afternoon of the last day is worked.</param>
public sealed record CreateLeaveRequest(
    long EmployeeId,
    LeaveKind Kind,
    DateOnly FromOn,
    DateOnly ToOn,
    HalfDay FromHalf = HalfDay.Morning,
    HalfDay ToHalf = HalfDay.Afternoon,
    [TextLength(0, 400)] string? Note = null);

internal static class CreateLeave
{
    /// <summary>Enters leave or absence within employment. One's own is entered by another HR person.</summary>
    internal static async Task<IResult> HandleAsync(
        CreateLeaveRequest request, Visible visible, EnterLeave enter, TrainingDb db, CancellationToken cancellation)
    {
        var span = new LeaveSpan(request.FromOn, request.FromHalf, request.ToOn, request.ToHalf);
        var created = await enter.RunAsync(visible.Employees(), request.EmployeeId, request.Kind, span, request.Note, cancellation);
        return TypedResults.Created($"/api/v1/leave/{created.Id}", await db.ShowLeaveAsync(visible, created.Id, cancellation));
    }
}
