using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Plans;

namespace Training.Api.Features.TrainingItems;

/// <param name="DueOn">The new last day: later than the due day, and not past.</param>
/// <param name="Reason">Why; the person reads it.</param>
public sealed record ExtendTrainingItemRequest(DateOnly DueOn, [TextLength(1, TrainingItem.MaxReasonLength)] string Reason);

internal static class ExtendTrainingItem
{
    /// <summary>Allows one person a later due day, with the reason: HR, the direct supervisor or their deputy, never for oneself.
    /// Neither calendar nor leave moves the due day before it afterwards; leave recorded later moves it on. The person is told.</summary>
    internal static Task<TrainingItemResponse> HandleAsync(
        long id, ExtendTrainingItemRequest request, OnTrainingItem on, OrganisationClock clock, CancellationToken cancellation) =>
        on.DecideAsync(
            id,
            "training.extended",
            request.Reason,
            async (item, by) => item.Extend(
                request.DueOn, request.Reason, by, clock.Today, await on.LeaveDaysAsync(item.EmployeeId, request.DueOn, cancellation)),
            cancellation);
}
