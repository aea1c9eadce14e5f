using Training.Api.Data;

namespace Training.Api.Features.Accounts;

internal static class GetAccount
{
    /// <summary>One account.</summary>
    internal static Task<AccountResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        AccountResponse.ReadAsync(db, id, cancellation);
}
