using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Features.KpiTemplates;

internal static class GetKpiTemplate
{
    /// <summary>A version of a template with its sections and items, and what the caller can do to it now. Drafts are shown to HR
    /// alone.</summary>
    internal static async Task<KpiTemplateResponse> HandleAsync(
        long id, CurrentPerson caller, Visible visible, TrainingDb db, CancellationToken cancellation) =>
        await db.ShowAsync(await visible.KpiTemplates().AsNoTracking().Whole().OneAsync(id, cancellation), caller, cancellation);
}
