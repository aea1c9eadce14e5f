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
