using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Proposes an amendment of a running plan, decides on it or takes it back, and tells those whom it concerns. Called
/// inside a write with plan and amendment loaded whole.</summary>
internal sealed class DecideAmendment(
    TrainingDb db, CurrentPerson caller, OrganisationClock clock, DraftPlan draft, CarryOutAmendment carryOut, NoticeBox notices)
{
    private PlanActor Actor => new(caller.AccountId, caller.EmployeeId);

    /// <summary>The proposal, saved; whoever may approve it is told. Refused as <see cref="Plan.Propose"/> says, and for
    /// positions and courses that do not exist, or courses that are retired and not in the plan.</summary>
    public async Task<PlanAmendment> ProposeAsync(Plan plan, AmendmentContent content, CancellationToken cancellation)
    {
        var latest = await db.PlanAmendments.AsNoTracking().Where(x => x.PlanId == plan.Id).OrderByDescending(x => x.Number).FirstOrDefaultAsync(cancellation);
        var amendment = plan.Propose(latest, content, Actor, clock.Today, clock.Now);
        await draft.CheckPartsAsync(plan.ContentWith(content), [.. plan.CurrentItems.Select(x => x.CourseId)], cancellation);
        db.PlanAmendments.Add(amendment);
        await db.FlushAsync(cancellation);
        await notices.TellRolesAsync(
            "plan.amendmentSubmitted", [Role.Approver, Role.HumanResources], caller.EmployeeId, [caller.AccountId], SubjectOf(plan), cancellation,
            ("code", plan.Code), ("title", plan.TitleZh), ("number", amendment.Number), ("reason", amendment.Reason));
        return amendment;
    }

    /// <summary>Approves it and carries it out at once; its author is told, and the plan's. Refused while a course that it adds is
    /// retired.</summary>
    public async Task ApproveAsync(Plan plan, PlanAmendment amendment, CancellationToken cancellation)
    {
        _ = AmendmentLife.Table.Next(amendment.State, AmendmentAct.Approve);
        var added = amendment.Items.Where(x => x.Change == ItemChange.Added).Select(x => x.CourseId).ToHashSet();
        await db.RefuseRetiredAsync(added, cancellation);
        await carryOut.RunAsync(plan, amendment, Actor, cancellation);
        foreach (var author in new[] { amendment.AuthorAccountId, plan.AuthorAccountId }.Distinct())
        {
            await notices.TellAccountAsync(
                "plan.amendmentApproved", author, SubjectOf(plan), cancellation,
                ("code", plan.Code), ("title", plan.TitleZh), ("number", amendment.Number));
        }
    }

    /// <summary>Gives it back with the reason; its author is told.</summary>
    public Task ReturnAsync(Plan plan, PlanAmendment amendment, string reason, CancellationToken cancellation)
    {
        amendment.Return(Actor, clock.Now, reason);
        return notices.TellAccountAsync(
            "plan.amendmentReturned", amendment.AuthorAccountId, SubjectOf(plan), cancellation,
            ("code", plan.Code), ("title", plan.TitleZh), ("number", amendment.Number), ("reason", reason));
    }

    /// <summary>Takes it back.</summary>
    public void Withdraw(PlanAmendment amendment) => amendment.Withdraw(Actor, clock.Now);

    private static NoticeSubject SubjectOf(Plan plan) => new("plan", plan.Id);
}
