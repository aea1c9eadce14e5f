using Training.Api.Access;
using Training.Api.Data;

namespace Training.Api.Features.Leave;

internal static class GetLeave
{
    /// <summary>One record of leave: to HR, to the person, and to those who stand above them today.</summary>
    internal static Task<LeaveResponse> HandleAsync(long id, Visible visible, TrainingDb db, CancellationToken cancellation) =>
        db.ShowLeaveAsync(visible, id, cancellation);
}
