using Training.Api.Http;

namespace Training.Api.Features.ImprovementPlans;

internal static class EditImprovementPlan
{
    /// <summary>Replaces coach, steps and days of checks; checks stay. By HR and the person's direct supervisor of today. Refused: about
    /// oneself; to anybody else; once a check found it done; and as when it is made.</summary>
    internal static Task<ImprovementPlanResponse> HandleAsync(
        long id, ImprovementPlanRequest request, IfMatch ifMatch, OnImprovementPlan on, CancellationToken cancellation) =>
        on.EditAsync(id, request, ifMatch, cancellation);
}
