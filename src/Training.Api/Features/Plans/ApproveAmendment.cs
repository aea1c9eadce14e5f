using Training.Api.Acts;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

internal static class ApproveAmendment
{
    /// <summary>Approves an amendment and carries it out at once: added items are given to the audience, due at the earliest five
    /// working days from now, and what was completed before and still stands counts; due days move where the rule changed, but no
    /// extension of a single person is shortened; open items that were taken out are dropped. Whoever it concerns is told. Nobody
    /// approves an amendment of their own.</summary>
    internal static Task<PlanAmendmentResponse> HandleAsync(
        long id, int number, IfMatch ifMatch, DecideAmendment decide, AmendmentRecords amendments, CancellationToken cancellation) =>
        amendments.ActAsync(
            id, number, AmendmentAct.Approve, ifMatch.Accept, (plan, amendment) => decide.ApproveAsync(plan, amendment, cancellation), cancellation);
}
