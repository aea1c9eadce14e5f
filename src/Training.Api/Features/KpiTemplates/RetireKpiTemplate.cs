using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Calendars;

namespace Training.Api.Features.KpiTemplates;

internal static class RetireKpiTemplate
{
    /// <summary>Takes a published version out of force from the next quarter on; this quarter and those before keep it. A version that
    /// would have begun later never holds, and the one before goes on. Refused: a draft; a second time.</summary>
    internal static Task<KpiTemplateResponse> HandleAsync(
        long id, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var template = await db.KpiTemplates.Whole().OneAsync(id, cancellation);
                ifMatch.Accept(template);
                template.Retire(Quarter.Of(clock.Today), clock.Now);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(template, caller, cancellation);
            },
            cancellation);
}
