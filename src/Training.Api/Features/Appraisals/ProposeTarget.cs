using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class ProposeTarget
{
    /// <summary>The person, or the rater of a segment, puts another target for an item before the other side, who is told; what is
    /// agreed holds meanwhile. Until the data cut-off, as often as need be; another value before an answer takes the place of the first.
    /// Refused: to anybody else; after the data cut-off; while the next above decides; a target that the item cannot be held against.</summary>
    internal static Task<TargetItemResponse> HandleAsync(
        long id, ProposeTargetRequest request, IfMatch ifMatch, OnTarget on, CancellationToken cancellation) =>
        on.ProposeAsync(id, request, ifMatch, cancellation);
}
