using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

internal static class EditAppraisalCycle
{
    /// <summary>Replaces the whole content of a cycle; the quarter stays. Another data cut-off holds at once: figures of the quarter are
    /// entered directly again, or no longer. Refused: in a phase that does not accept it; every fault of the content, as when it is
    /// made.</summary>
    internal static Task<AppraisalCycleResponse> HandleAsync(
        long id, EditAppraisalCycleRequest request, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().OneAsync(id, cancellation);
                ifMatch.Require(cycle);
                cycle.RequireEditable();
                var content = request.Content(CycleDates.Usual(cycle.Quarter, await db.WorkingCalendarAsync(cancellation)));
                cycle.Edit(content, await db.ReferencesAsync(content, cancellation));
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(cycle, caller, clock, cancellation);
            },
            cancellation);
}
