using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Http;

namespace Training.Api.Features.AppraisalNotes;

internal static class DeleteAppraisalNote
{
    /// <summary>Takes a note back. Refused: to who neither wrote it nor stands in for who did; once the segment of its day is scored, or the
    /// result published.</summary>
    internal static async Task<NoContent> HandleAsync(long id, long noteId, IfMatch ifMatch, OnAppraisalNote on, CancellationToken cancellation)
    {
        await on.DeleteAsync(id, noteId, ifMatch, cancellation);
        return TypedResults.NoContent();
    }
}
