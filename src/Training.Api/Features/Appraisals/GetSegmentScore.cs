namespace Training.Api.Features.Appraisals;

internal static class GetSegmentScore
{
    /// <summary>How a segment is scored: by whom, what its rated items are, and its marks: to its rater from the first draft on, to others who
    /// may see it once it is scored, to the person not before the results are published.</summary>
    internal static Task<SegmentScoreResponse> HandleAsync(long id, int number, OnSegment on, CancellationToken cancellation) =>
        on.ReadAsync(id, number, cancellation);
}
