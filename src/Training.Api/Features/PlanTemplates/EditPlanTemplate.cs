using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.PlanTemplates;

internal static class EditPlanTemplate
{
    /// <summary>Replaces the whole content of a template; plans made from it before keep theirs, and a later load of the reference files
    /// leaves it alone. Refused: a retired template; courses that do not exist or are newly chosen though retired.</summary>
    internal static Task<PlanTemplateResponse> HandleAsync(
        long id, EditPlanTemplateRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var template = await db.WholeTemplateAsync(id, cancellation);
                ifMatch.Require(template);
                var (content, before) = (request.Content(), template.Items.Select(x => x.CourseId).ToHashSet());
                template.Edit(content);
                await db.RequireCoursesAsync(content, before, cancellation);
                EditPlanTemplateRequest.Index(template);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(template, cancellation);
            },
            cancellation);
}
