using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Documents;

internal static class AttachDocumentFile
{
    /// <summary>Attaches a file to a draft, in place of an earlier one: PDF, PNG, JPEG, an Office workbook or document, or plain text,
    /// at most 10 MB. Refused: once published; a file of another kind.</summary>
    internal static Task<DocumentResponse> HandleAsync(
        long id, Upload file, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var document = await db.DocumentVersions.Include(x => x.Audience).OneAsync(id, cancellation);
                ifMatch.Require(document);
                DocumentVersion.Table.Next(document.State, DocumentAct.Edit);
                var earlier = document.FileId;
                var stored = await Files.AddAsync(db, file.Name ?? $"document-{id}", file.Bytes, cancellation);
                document.Edit(new DocumentContent(
                    new Bilingual(document.TitleZh, document.TitleEn), document.Text, stored.Id, document.EffectiveOn,
                    [.. document.Audience.Select(x => x.DepartmentId)]));
                await Files.RemoveAsync(db, earlier, cancellation);
                return await DocumentAudiences.ReadAsync(db, id, caller, clock, cancellation);
            },
            cancellation);
}
