using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Documents;

internal static class DownloadDocumentFile
{
    /// <summary>The file of a version, to whoever may read the version; always as an attachment. Refused: a version without one.</summary>
    internal static async Task<FileContentHttpResult> HandleAsync(
        long id, CurrentPerson caller, Visible visible, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var departments = await db.DepartmentsOfAsync(caller.EmployeeId, clock.Today, cancellation);
        var document = await visible.Documents(departments).OneAsync(id, cancellation);
        var fileId = document.FileId ?? throw DocumentRefusals.NoFile.With();
        var file = await db.StoredFiles.OneAsync(fileId, cancellation);
        var bytes = await Files.BytesAsync(db, fileId, cancellation);

        return TypedResults.File(bytes, file.MediaType, file.Name);
    }
}
