using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class RefuseTarget
{
    /// <summary>The other side refuses the target that was proposed, with a word why; either side may propose another. After the second
    /// refusal the next above decides, and is told. Refused: to who proposed it, and to anybody else; after the data cut-off; where nothing
    /// waits for an answer.</summary>
    internal static Task<TargetItemResponse> HandleAsync(
        long id, long targetId, RefuseTargetRequest request, IfMatch ifMatch, OnTarget on, CancellationToken cancellation) =>
        on.AnswerAsync(id, targetId, ifMatch, (target, side, voice) => target.Refuse(side, request.Remark, voice), cancellation);
}
