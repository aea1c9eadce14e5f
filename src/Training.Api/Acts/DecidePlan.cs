using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Hands a plan in, approves it or gives it back, and tells those whom it concerns. Called inside a write with the
/// plan loaded whole.</summary>
internal sealed class DecidePlan(TrainingDb db, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    private PlanActor Actor => new(caller.AccountId, caller.EmployeeId);

    /// <summary>Hands the plan in; who may approve it is told, not who wrote it or changed it.</summary>
    public Task SubmitAsync(Plan plan, CancellationToken cancellation)
    {
        plan.Submit(Actor, clock.Now);
        return notices.TellRolesAsync(
            "plan.submitted", [Role.Approver, Role.HumanResources], caller.EmployeeId, plan.Writers, SubjectOf(plan), cancellation,
            ("code", plan.Code), ("title", plan.TitleZh));
    }

    /// <summary>Approves the plan; its author is told. Refused while a course in it is retired: the plan is returned, and its author
    /// takes the course that follows.</summary>
    public async Task ApproveAsync(Plan plan, CancellationToken cancellation)
    {
        plan.Approve(Actor, clock.Now, null);
        await db.RefuseRetiredAsync([.. plan.CurrentItems.Select(x => x.CourseId)], cancellation);
        await notices.TellAccountAsync(
            "plan.approved", plan.AuthorAccountId, SubjectOf(plan), cancellation, ("code", plan.Code), ("title", plan.TitleZh));
    }

    /// <summary>Gives the plan back with the reason; its author is told.</summary>
    public Task ReturnAsync(Plan plan, string reason, CancellationToken cancellation)
    {
        plan.Return(Actor, clock.Now, reason);
        return notices.TellAccountAsync(
            "plan.returned", plan.AuthorAccountId, SubjectOf(plan), cancellation, ("code", plan.Code), ("title", plan.TitleZh), ("reason", reason));
    }

    private static NoticeSubject SubjectOf(Plan plan) => new("plan", plan.Id);
}
