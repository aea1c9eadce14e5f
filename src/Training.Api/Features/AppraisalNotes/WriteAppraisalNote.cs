using Microsoft.AspNetCore.Http.HttpResults;

namespace Training.Api.Features.AppraisalNotes;

internal static class WriteAppraisalNote
{
    /// <summary>Notes down what happened on a day of the quarter, by the direct supervisor of that day or their deputy; the person is told
    /// of a shared one. Refused: about oneself; to anybody else; a day outside the quarter or to come; once the segment of the day is
    /// scored, or the result published.</summary>
    internal static async Task<Created<AppraisalNoteResponse>> HandleAsync(
        long id, AppraisalNoteRequest request, OnAppraisalNote on, CancellationToken cancellation)
    {
        var written = await on.WriteAsync(id, request.Content(), cancellation);
        return TypedResults.Created($"/api/v1/appraisals/{id}/notes/{written.Id}", written);
    }
}
