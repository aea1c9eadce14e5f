using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

internal static class AttachPerformanceEventFile
{
    /// <summary>Attaches the file that shows an event, in place of an earlier one: PDF, PNG, JPEG, an Office workbook or document, or plain
    /// text, at most 10 MB. By whom, and with what consequence, as for editing it. Refused: a file of another kind.</summary>
    internal static Task<PerformanceEventResponse> HandleAsync(
        long id,
        Upload file,
        IfMatch ifMatch,
        OnPerformanceEvent on,
        NoticeBox notices,
        OrganisationClock clock,
        TrainingDb db,
        CancellationToken cancellation) => on.ActAsync(
        id,
        ifMatch,
        async (found, by) =>
        {
            found.RefuseUnlessEditable(by);
            var stored = await Files.AddAsync(db, file.Name ?? $"performance-event-{id}", file.Bytes, cancellation);
            var earlier = found.Attach(stored.Id, by, clock.Today, await db.WorkingCalendarAsync(cancellation));
            await db.FlushAsync(cancellation);
            await Files.RemoveAsync(db, earlier, cancellation);
            await notices.TellAsync(
                "performanceEvent.edited", found.EmployeeId, new NoticeSubject("performanceEvent", id), cancellation,
                Acts.ReportPerformanceEvent.TellPerson(found, await on.KindAsync(found.KindId, cancellation)));
        },
        cancellation);
}

internal static class DownloadPerformanceEventFile
{
    /// <summary>The file that shows an event, to whoever may see the event; always as an attachment. Refused: none.</summary>
    internal static async Task<FileContentHttpResult> HandleAsync(long id, Visible visible, TrainingDb db, CancellationToken cancellation)
    {
        var found = await visible.PerformanceEvents().AsNoTracking().OneAsync(id, cancellation);
        var fileId = found.EvidenceFileId ?? throw PerformanceEventRefusals.NoFile.With();
        var file = await db.StoredFiles.AsNoTracking().OneAsync(fileId, cancellation);
        return TypedResults.File(await Files.BytesAsync(db, fileId, cancellation), file.MediaType, file.Name);
    }
}
