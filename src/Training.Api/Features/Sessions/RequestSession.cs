using Training.Api.Data;

namespace Training.Api.Features.Sessions;

internal static class RequestSession
{
    /// <summary>Asks for a seat for oneself; the direct supervisor approves or declines, and is told. The place in the line is that of
    /// this moment, however late it is approved.</summary>
    internal static Task<OwnEnrolmentResponse> HandleAsync(long id, Enrolling enrolling, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () => new OwnEnrolmentResponse(await enrolling.RequestAsync(id, cancellation), Domain.Sessions.EnrolmentState.Requested), cancellation);
}
