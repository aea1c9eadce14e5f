using Training.Api.Http;

namespace Training.Api.Features.AppraisalNotes;

internal static class EditAppraisalNote
{
    /// <summary>Replaces what a note says; one that becomes shared is told to the person. Refused: to who neither wrote it nor stands in for
    /// who did; and as when it is written.</summary>
    internal static Task<AppraisalNoteResponse> HandleAsync(
        long id, long noteId, AppraisalNoteRequest request, IfMatch ifMatch, OnAppraisalNote on, CancellationToken cancellation) =>
        on.EditAsync(id, noteId, request.Content(), ifMatch, cancellation);
}
