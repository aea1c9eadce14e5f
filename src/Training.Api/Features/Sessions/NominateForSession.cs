using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Sessions;

internal static class NominateForSession
{
    /// <summary>Nominates people for a session, all of them or nobody: they take free seats or places in the line at once. A supervisor
    /// nominates direct reports, HR anybody, nobody themselves. Refused, naming who and why: a place there already, another session at
    /// the time, not employed then.</summary>
    internal static Task<DoneOnce<EnrolResponse>> HandleAsync(
        long id, NominateForSessionRequest request, IdempotencyKey key, Enrolling enrolling, TrainingDb db, CancellationToken cancellation) =>
        key.OnceAsync(db, request, () => enrolling.NominateAsync(id, request, cancellation), cancellation);
}

internal static class AssignSession
{
    /// <summary>Assigns everybody of whom a running plan still asks the course, those due first before the others; who waits or has asked
    /// already is put before the voluntary ones. Who cannot be enrolled is left out and listed with the cause. By HR.</summary>
    internal static Task<DoneOnce<EnrolResponse>> HandleAsync(
        long id, AssignSessionRequest request, IdempotencyKey key, Enrolling enrolling, TrainingDb db, CancellationToken cancellation) =>
        key.OnceAsync(db, request, () => enrolling.AssignAsync(id, request.PlanId, cancellation), cancellation);
}

internal static class RequestSession
{
    /// <summary>Asks for a seat for oneself; the direct supervisor approves or declines, and is told. The place in the line is that of
    /// this moment, however late it is approved.</summary>
    internal static Task<OwnEnrolmentResponse> HandleAsync(long id, Enrolling enrolling, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () => new OwnEnrolmentResponse(await enrolling.RequestAsync(id, cancellation), Domain.Sessions.EnrolmentState.Requested), cancellation);
}
