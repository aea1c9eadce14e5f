namespace Training.Api.Features.Retraining;

internal static class GetRetraining
{
    /// <summary>One retraining order.</summary>
    internal static Task<RetrainingResponse> HandleAsync(long id, OnRetraining on, CancellationToken cancellation) => on.ReadAsync(id, cancellation);
}
