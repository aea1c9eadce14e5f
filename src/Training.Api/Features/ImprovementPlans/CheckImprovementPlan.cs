using Training.Api.Http;

namespace Training.Api.Features.ImprovementPlans;

internal static class CheckImprovementPlan
{
    /// <summary>Records how an improvement plan stood on a day; done ends it. By HR, the person's direct supervisor of today and the coach.
    /// Refused: about oneself; to anybody else; once it is over; a day before it was made, or to come.</summary>
    internal static Task<ImprovementPlanResponse> HandleAsync(
        long id, CheckImprovementPlanRequest request, IfMatch ifMatch, OnImprovementPlan on, CancellationToken cancellation) =>
        on.CheckAsync(id, request, ifMatch, cancellation);
}
