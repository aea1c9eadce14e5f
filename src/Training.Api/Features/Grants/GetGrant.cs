using Training.Api.Data;

namespace Training.Api.Features.Grants;

internal static class GetGrant
{
    /// <summary>One grant.</summary>
    internal static Task<GrantResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        GrantResponse.ReadAsync(db, id, cancellation);
}
