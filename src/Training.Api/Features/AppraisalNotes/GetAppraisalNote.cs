namespace Training.Api.Features.AppraisalNotes;

internal static class GetAppraisalNote
{
    /// <summary>One note of an appraisal that the caller may see.</summary>
    internal static Task<AppraisalNoteResponse> HandleAsync(long id, long noteId, OnAppraisalNote on, CancellationToken cancellation) =>
        on.ReadAsync(id, noteId, cancellation);
}
