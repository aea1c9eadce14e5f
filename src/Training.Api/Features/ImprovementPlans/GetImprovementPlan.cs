namespace Training.Api.Features.ImprovementPlans;

internal static class GetImprovementPlan
{
    /// <summary>The improvement plan of an appraisal: to the person, the coach, HR, and who stands above the person today.</summary>
    internal static Task<ImprovementPlanResponse> HandleAsync(long id, OnImprovementPlan on, CancellationToken cancellation) => on.ReadAsync(id, cancellation);
}
