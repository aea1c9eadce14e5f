namespace Training.Api.Features.Sessions;

internal static class GetSession
{
    /// <summary>One session, how its seats stand, and what the caller can do to it now.</summary>
    internal static Task<SessionResponse> HandleAsync(long id, SessionRecords records, CancellationToken cancellation) =>
        records.ReadAsync(id, cancellation);
}
