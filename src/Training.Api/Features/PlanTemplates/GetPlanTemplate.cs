using Training.Api.Data;

namespace Training.Api.Features.PlanTemplates;

internal static class GetPlanTemplate
{
    /// <summary>A plan template with its stages and items.</summary>
    internal static async Task<PlanTemplateResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        await db.ShowAsync(await db.WholeTemplateAsync(id, cancellation), cancellation);
}
