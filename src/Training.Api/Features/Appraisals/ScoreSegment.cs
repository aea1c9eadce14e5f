using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class ScoreSegment
{
    /// <summary>Scores a segment for good: every rated item has its mark, and a text where the mark scores under 60, or 95 and more. Segments
    /// of one appraisal are scored independently of each other. Refused: to who is neither its rater nor stands in for them; once it is
    /// scored; once scoring is closed in its department; before its days are over, or people judge themselves.</summary>
    internal static Task<SegmentScoreResponse> HandleAsync(
        long id, int number, SegmentScoreRequest request, IfMatch ifMatch, OnSegment on, OrganisationClock clock, CancellationToken cancellation) =>
        on.ScoreAsync(
            id, number, request.Notes ?? [], ifMatch.Require,
            (segment, items, by) => segment.Score(request.Content(), request.Remark, items, by, clock.Now), cancellation);
}
