namespace Training.Api.Features.Plans;

internal static class GetPlanAmendment
{
    /// <summary>An amendment of a plan with what it changes, old and new, and what the caller can do to it now.</summary>
    internal static Task<PlanAmendmentResponse> HandleAsync(long id, int number, AmendmentRecords amendments, CancellationToken cancellation) =>
        amendments.ReadAsync(id, number, cancellation);
}
