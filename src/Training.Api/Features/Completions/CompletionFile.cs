using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Completions;

internal static class AttachCompletionFile
{
    /// <summary>Attaches the file that shows a completion, in place of an earlier one: PDF, PNG, JPEG, an Office workbook or document,
    /// or plain text, at most 10 MB. By whoever may record it. Refused: a file of another kind.</summary>
    internal static Task<CompletionResponse> HandleAsync(
        long id, Upload file, IfMatch ifMatch, OnCompletion on, TrainingDb db, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var (completion, by) = await on.LoadAsync(id, cancellation);
            ifMatch.Require(completion);
            var stored = await Files.AddAsync(db, file.Name ?? $"completion-{id}", file.Bytes, cancellation);
            var earlier = completion.Attach(stored.Id, by);
            await db.FlushAsync(cancellation);
            await Files.RemoveAsync(db, earlier, cancellation);
            return await CompletionRow.Of(db.Completions.Where(x => x.Id == id), db).Select(CompletionRow.Answer).SingleAsync(cancellation);
        },
        cancellation);
}

internal static class DownloadCompletionFile
{
    /// <summary>The file that shows a completion, to whoever may see the completion; always as an attachment. Refused: none.</summary>
    internal static async Task<FileContentHttpResult> HandleAsync(long id, Visible visible, TrainingDb db, CancellationToken cancellation)
    {
        var completion = await visible.Completions().AsNoTracking().OneAsync(id, cancellation);
        var fileId = completion.EvidenceFileId ?? throw CompletionRefusals.NoFile.With();
        var file = await db.StoredFiles.AsNoTracking().OneAsync(fileId, cancellation);
        return TypedResults.File(await Files.BytesAsync(db, fileId, cancellation), file.MediaType, file.Name);
    }
}
