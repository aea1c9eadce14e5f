namespace Training.Api.Features.TrainingItems;

internal static class GetTrainingItem
{
    /// <summary>One person's training item: how its due day came about, and what the caller can do to it now.</summary>
    internal static Task<TrainingItemResponse> HandleAsync(long id, OnTrainingItem on, CancellationToken cancellation) =>
        on.ReadAsync(id, cancellation);
}
