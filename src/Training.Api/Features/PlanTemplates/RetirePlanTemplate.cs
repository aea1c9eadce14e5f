using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.PlanTemplates;

internal static class RetirePlanTemplate
{
    /// <summary>From now on no plan is made from the template; plans made before stay, and those that come round go on. Refused: a
    /// second time.</summary>
    internal static Task<PlanTemplateResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var template = await db.WholeTemplateAsync(id, cancellation);
                ifMatch.Accept(template);
                template.Retire(clock.Now);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(template, cancellation);
            },
            cancellation);
}
