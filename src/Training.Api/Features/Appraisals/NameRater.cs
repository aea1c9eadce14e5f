using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class NameRater
{
    /// <summary>HR names who scores a segment in the place of its supervisor; they are told, and see the segment from now on. Refused: about
    /// oneself; once it is scored; the person, one who stands below them today, or nobody who is employed.</summary>
    internal static Task<SegmentScoreResponse> HandleAsync(
        long id, int number, NameRaterRequest request, IfMatch ifMatch, OnSegment on, Acts.NameRater name, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            number,
            (appraisal, segment) => name.RunAsync(appraisal, segment, ifMatch.Require, request.EmployeeId, request.Reason, cancellation),
            cancellation);
}
