using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class AgreeTarget
{
    /// <summary>The other side takes the target that was proposed; it holds from now on, and who proposed it is told. Refused: to who proposed it, and to
    /// anybody else; after the data cut-off; where nothing waits for an answer.</summary>
    internal static Task<TargetItemResponse> HandleAsync(
        long id, long targetId, AgreeTargetRequest request, IfMatch ifMatch, OnTarget on, CancellationToken cancellation) =>
        on.AnswerAsync(id, targetId, ifMatch, (target, side, voice) => target.Agree(side, request.Remark, voice), cancellation);
}
