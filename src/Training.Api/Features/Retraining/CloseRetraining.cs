using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Sessions;

namespace Training.Api.Features.Retraining;

/// <summary>How it came out.</summary>
/// <param name="Outcome">Passed, not passed; cancelled by HR alone.</param>
/// <param name="Remark">What was done.</param>
public sealed record CloseRetrainingRequest(RetrainingState Outcome, [TextLength(0, RetrainingOrder.MaxRemarkLength)] string? Remark = null);

internal static class CloseRetraining
{
    /// <summary>Closes an order with its outcome: by HR, the direct supervisor, their deputy and the coach; HR alone cancels. The person is
    /// told. Completing the course closes it by itself.</summary>
    internal static Task<RetrainingResponse> HandleAsync(
        long id, CloseRetrainingRequest request, IfMatch ifMatch, OnRetraining on, OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            ifMatch,
            (order, by) =>
            {
                order.Close(request.Outcome, request.Remark, by, clock.Today);
                return Task.CompletedTask;
            },
            cancellation);
}
