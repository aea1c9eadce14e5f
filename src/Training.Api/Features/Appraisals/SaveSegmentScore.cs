using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class SaveSegmentScore
{
    /// <summary>Keeps a draft of a segment's marks, which its rater alone sees; the last one kept holds. Refused: to who is neither its rater
    /// nor stands in for them; once it is scored; once scoring is closed in its department; before its days are over, or people judge
    /// themselves; a mark that the item does not have; a note that is none of the segment's days.</summary>
    internal static Task<SegmentScoreResponse> HandleAsync(
        long id, int number, SegmentScoreRequest request, IfMatch ifMatch, OnSegment on, CancellationToken cancellation) =>
        on.ScoreAsync(
            id, number, request.Notes ?? [], ifMatch.Accept, (segment, items, _) => segment.KeepDraft(request.Content(), request.Remark, items),
            cancellation);
}
