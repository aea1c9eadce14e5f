using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Sessions;

namespace Training.Api.Features.Retraining;

/// <summary>Another coach or due day.</summary>
/// <param name="CoachId">Somebody employed today, not the person: the trainer of the session or of the caller's own people; HR names anybody.</param>
/// <param name="DueOn">Not past.</param>
/// <param name="Remark">What is to be done.</param>
public sealed record EditRetrainingRequest(
    long CoachId, DateOnly DueOn, [TextLength(0, RetrainingOrder.MaxRemarkLength)] string? Remark = null);

internal static class EditRetraining
{
    /// <summary>Names another coach or due day. By HR, the direct supervisor and their deputy, never for oneself.</summary>
    internal static Task<RetrainingResponse> HandleAsync(
        long id, EditRetrainingRequest request, IfMatch ifMatch, OnRetraining on, OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            ifMatch,
            async (order, by) =>
            {
                var (before, today) = (order.CoachId, clock.Today);
                order.Edit(request.CoachId, request.DueOn, request.Remark, by, today);
                if (before != request.CoachId)
                {
                    await on.NameCoachAsync(order, cancellation);
                }
            },
            cancellation);
}
