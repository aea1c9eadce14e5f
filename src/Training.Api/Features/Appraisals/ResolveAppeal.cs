using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class ResolveAppeal
{
    /// <summary>The second reviewer decides on the appeal, with a reason; the person is told and has five new working days to acknowledge.
    /// Upheld with points it makes the next version, against which there is no second appeal; upheld for a wrong figure, that figure is
    /// corrected, which makes the next version. Refused: to anybody else; where no appeal waits; points without an adjustment or the other
    /// way round; points of an unrated one, or that take the sum of the adjustments beyond the range of the cycle.</summary>
    internal static Task<AppealResponse> HandleAsync(
        long id, ResolveAppealRequest request, IfMatch ifMatch, OnAppeal on, Acts.ResolveAppeal resolve, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            (appraisal, appeal) => resolve.RunAsync(
                appraisal, appeal, ifMatch.Require, (request.Decision, request.Reason, request.Points), cancellation),
            cancellation);
}
