namespace Training.Api.Features.Plans;

internal static class GetPlan
{
    /// <summary>A plan with its items, stages, history and progress, and what the caller can do to it now.</summary>
    internal static Task<PlanResponse> HandleAsync(long id, PlanRecords plans, CancellationToken cancellation) =>
        plans.ReadAsync(id, cancellation);
}
