using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.KpiTemplates;

internal static class EditKpiTemplate
{
    /// <summary>Replaces the whole content of a draft. Refused: once published; every fault of the content, as when it is made.</summary>
    internal static Task<KpiTemplateResponse> HandleAsync(
        long id, EditKpiTemplateRequest request, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var template = await db.KpiTemplates.Whole().OneAsync(id, cancellation);
                ifMatch.Require(template);
                var content = request.Content(template.PositionId);
                template.RequireDraft();
                await db.CheckAsync(content, cancellation);
                template.Edit(content);
                KpiTemplateRecords.Index(template);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(template, caller, cancellation);
            },
            cancellation);
}
