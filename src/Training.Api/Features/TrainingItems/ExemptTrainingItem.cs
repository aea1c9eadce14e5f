using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Plans;

namespace Training.Api.Features.TrainingItems;

/// <param name="Reason">Why; the person reads it.</param>
public sealed record ExemptTrainingItemRequest([TextLength(1, TrainingItem.MaxReasonLength)] string Reason);

internal static class ExemptTrainingItem
{
    /// <summary>Frees one person from an item, with the reason: HR, the direct supervisor or their deputy, never oneself. The item
    /// is no longer asked for and stops no plan from being closed. The person is told.</summary>
    internal static Task<TrainingItemResponse> HandleAsync(
        long id, ExemptTrainingItemRequest request, OnTrainingItem on, OrganisationClock clock, CancellationToken cancellation) =>
        on.DecideAsync(
            id,
            "training.exempted",
            request.Reason,
            (item, by) =>
            {
                item.Exempt(request.Reason, by, clock.Today);
                return Task.CompletedTask;
            },
            cancellation);
}
