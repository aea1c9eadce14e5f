using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>That the person has read the result.</summary>
/// <param name="Agrees">Whether they agree with it.</param>
/// <param name="Remark">What they say to it.</param>
public sealed record AcknowledgeAppraisalRequest(bool Agrees, [TextLength(0, AppraisalResult.MaxRemarkLength)] string? Remark = null);

internal static class AcknowledgeAppraisal
{
    /// <summary>The person says that they have read their result, agreeing or not, within five working days from its publication, or from
    /// the end of a leave in which it fell, and again after an appeal was decided. Silence is no agreement. Refused: to anybody else; before it is
    /// published, or while it is scored anew; twice; after the last day.</summary>
    internal static Task<AppraisalResultResponse> HandleAsync(
        long id, AcknowledgeAppraisalRequest request, IfMatch ifMatch, AcknowledgeResult acknowledge, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
                return AppraisalResultResponse.Of(
                    await acknowledge.RunAsync(appraisal, ifMatch.Require, request.Agrees, request.Remark, cancellation), clock.Today);
            },
            cancellation);
}
