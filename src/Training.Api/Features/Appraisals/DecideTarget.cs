using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class DecideTarget
{
    /// <summary>The next above the rater says which target holds, with a reason; where nobody is above, HR or an approver does. Both sides are told. Also
    /// after the data cut-off: until then the segment has no total. Refused: about oneself, and to anybody else; unless it was put before them.</summary>
    internal static Task<TargetItemResponse> HandleAsync(
        long id, long targetId, DecideTargetRequest request, IfMatch ifMatch, OnTarget on, CancellationToken cancellation) =>
        on.DecideAsync(id, targetId, request, ifMatch, cancellation);
}
