using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Features.ImprovementPlans;

internal static class GetImprovementProposal
{
    /// <summary>Whether an improvement plan is proposed: the score that was published lies under the mark of the cycle; with the items under
    /// it and the courses linked to their KPIs, to who sees the whole appraisal. Refused: before publication.</summary>
    internal static async Task<ImprovementProposalResponse> HandleAsync(
        long id, Visible visible, CurrentPerson caller, LookupNotes lookups, TrainingDb db, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var proposal = await db.ProposalAsync(appraisal, cancellation);
        var isWhole = await visible.WholeAppraisals().AnyAsync(x => x.Id == id, cancellation);
        lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        return new(
            id, proposal.Result.Final, proposal.Below, proposal.Result.Final < proposal.Below,
            await db.ImprovementPlans.AnyAsync(x => x.AppraisalId == id, cancellation), isWhole, isWhole ? proposal.Items : []);
    }
}
