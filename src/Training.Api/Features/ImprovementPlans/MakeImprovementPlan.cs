using Microsoft.AspNetCore.Http.HttpResults;

namespace Training.Api.Features.ImprovementPlans;

internal static class MakeImprovementPlan
{
    /// <summary>Makes the improvement plan of a published appraisal, whether or not one is proposed: steps, a coach, and days on which it is
    /// looked at. By HR and the person's direct supervisor of today; the person and the coach are told and read it. Refused: about oneself;
    /// to anybody else; before publication; where there is one; a coach who is the person or not employed; days that do not fit.</summary>
    internal static async Task<Created<ImprovementPlanResponse>> HandleAsync(
        long id, ImprovementPlanRequest request, OnImprovementPlan on, CancellationToken cancellation) =>
        TypedResults.Created($"/api/v1/appraisals/{id}/improvement-plan", await on.MakeAsync(id, request, cancellation));
}
