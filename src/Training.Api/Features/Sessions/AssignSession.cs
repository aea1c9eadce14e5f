using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Sessions;

internal static class AssignSession
{
    /// <summary>Assigns everybody of whom a running plan still asks the course, those due first before the others; who waits or has asked
    /// already is put before the voluntary ones. Who cannot be enrolled is left out and listed with the cause. By HR.</summary>
    internal static Task<DoneOnce<EnrolResponse>> HandleAsync(
        long id, AssignSessionRequest request, IdempotencyKey key, Enrolling enrolling, TrainingDb db, CancellationToken cancellation) =>
        key.OnceAsync(db, request, () => enrolling.AssignAsync(id, request.PlanId, cancellation), cancellation);
}
