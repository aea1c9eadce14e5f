using Training.Api.Data;

namespace Training.Api.Features.Grants;

internal static class GetGrant
{
    /// <summary>One request for a role or right: who asked, for whom, and who decided.</summary>
    internal static Task<GrantResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        GrantResponse.ReadAsync(db, id, cancellation);
}
