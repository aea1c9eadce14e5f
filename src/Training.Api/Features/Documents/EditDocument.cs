using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Documents;

/// <summary>The whole of what may be edited about a draft; the file has an act of its own and stays.</summary>
/// <param name="EffectiveOn">The first day on which it holds.</param>
/// <param name="AudienceDepartmentIds">The departments it is meant for, with all below them; empty: everybody.</param>
/// <param name="Text">The wording, at most 100 000 characters; none where a file holds it.</param>
public sealed record EditDocumentRequest(
    [TextLength(1, 200)] string TitleZh, DateOnly EffectiveOn, [ItemCount(0, 500)] IReadOnlyList<long> AudienceDepartmentIds,
    [TextLength(0, 200)] string? TitleEn = null, [TextLength(0, 100_000)] string? Text = null);

internal static class EditDocument
{
    /// <summary>Edits a draft as a whole. Refused: once published; a department that does not exist.</summary>
    internal static Task<DocumentResponse> HandleAsync(
        long id, EditDocumentRequest request, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var document = await db.DocumentVersions.Include(x => x.Audience).OneAsync(id, cancellation);
                ifMatch.Require(document);
                await DocumentAudiences.RequireAsync(db, request.AudienceDepartmentIds, cancellation);
                document.Edit(new DocumentContent(
                    new Bilingual(request.TitleZh, request.TitleEn), request.Text, document.FileId, request.EffectiveOn,
                    request.AudienceDepartmentIds));
                return await DocumentAudiences.ReadAsync(db, id, caller, clock, cancellation);
            },
            cancellation);
}
