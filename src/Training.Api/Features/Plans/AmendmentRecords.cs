using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>Finds an amendment for an act, in the order in which requests are refused, and answers amendments. Who works on
/// the plan may see its amendments.</summary>
internal sealed class AmendmentRecords(TrainingDb db, PlanRecords plans, CurrentPerson caller)
{
    /// <summary>One act on one amendment, in one write: 404, 403, 412, then what the act refuses.</summary>
    public Task<PlanAmendmentResponse> ActAsync(
        long planId, int number, AmendmentAct act, Action<PlanAmendment> checkVersion, Func<Plan, PlanAmendment, Task> body, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var plan = await plans.FindAsync(planId, cancellation);
                var amendment = await db.PlanAmendments.Include(x => x.Items).Where(x => x.PlanId == plan.Id && x.Number == number).OneAsync(cancellation);
                amendment.RefuseUnlessMay(act, caller.Actor());
                checkVersion(amendment);
                await body(plan, amendment);
                await db.FlushAsync(cancellation);
                return await AnswerAsync(plan, amendment, cancellation);
            },
            cancellation);

    public async Task<PlanAmendmentResponse> ReadAsync(long planId, int number, CancellationToken cancellation)
    {
        var plan = await plans.WholeAsync(planId, cancellation);
        var amendment = await db.PlanAmendments.AsNoTracking().Include(x => x.Items)
            .Where(x => x.PlanId == plan.Id && x.Number == number).OneAsync(cancellation);
        return await AnswerAsync(plan, amendment, cancellation);
    }

    public async Task<PlanAmendmentResponse> AnswerAsync(Plan plan, PlanAmendment amendment, CancellationToken cancellation)
    {
        var courses = await plans.CoursesAsync([.. amendment.Items.Select(x => x.CourseId)], cancellation);
        var people = await plans.PeopleAsync([amendment.AuthorAccountId, amendment.DecidedByAccountId ?? amendment.AuthorAccountId], cancellation);
        var positions = amendment.ChangesAudience
            ? await plans.PositionsAsync([.. amendment.OldAudience.PositionIds.Union(amendment.NewAudience.PositionIds)], cancellation)
            : [];
        return PlanAmendmentResponse.Of(plan, amendment, courses, people, positions, caller.AllowedActions(plan, amendment));
    }
}
