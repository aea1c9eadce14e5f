using Training.Api.Access;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>Which acts on a plan are the caller's: by their roles and by how they stand to it.</summary>
internal static class PlanRights
{
    public static PlanActor Actor(this CurrentPerson caller) => new(caller.AccountId, caller.EmployeeId);

    /// <summary>Refuses an act on a plan of another to who may only draft, and a decision on a plan of one's own.</summary>
    public static void Require(this CurrentPerson caller, Plan plan, PlanAct act)
    {
        plan.RefuseOwn(act, caller.Actor());
        if (IsDrafting(act) && !caller.IsHumanResources && plan.RelationTo(caller.Actor()) != PlanRelation.Author)
        {
            throw AccessRefusals.NotInRelation.With();
        }
    }

    /// <summary>HR, approvers and its authors; the others who may read it are asked something by it, or are above those who are.</summary>
    public static bool WorksOn(this CurrentPerson caller, Plan plan) =>
        caller.IsHumanResources || caller.IsApprover || plan.RelationTo(caller.Actor()) == PlanRelation.Author;

    /// <summary>What the caller can do to the plan now; no second amendment while one waits for a decision.</summary>
    public static IReadOnlyList<PlanAct> AllowedActions(this CurrentPerson caller, Plan plan, bool isBeingAmended) =>
    [
        .. plan.AllowedActions(caller.Actor()).Where(act => Policies.Permit(caller.Roles, PolicyOf(act))
            && (act != PlanAct.Amend || !isBeingAmended)
            && (!IsDrafting(act) || caller.IsHumanResources || plan.RelationTo(caller.Actor()) == PlanRelation.Author)),
    ];

    /// <summary>What the caller can do to an amendment of the plan now.</summary>
    public static IReadOnlyList<AmendmentAct> AllowedActions(this CurrentPerson caller, Plan plan, PlanAmendment amendment) =>
        [.. amendment.AllowedActions(caller.Actor(), plan.State).Where(act => Policies.Permit(caller.Roles, PolicyOf(act)))];

    private static bool IsDrafting(PlanAct act) =>
        act is PlanAct.Edit or PlanAct.EditBudget or PlanAct.Delete or PlanAct.Submit or PlanAct.Amend;

    private static string PolicyOf(PlanAct act) => act switch
    {
        PlanAct.Approve or PlanAct.Return => Policies.ApprovePlans,
        PlanAct.Start or PlanAct.Close or PlanAct.Cancel => Policies.RunPlans,
        _ => Policies.DraftPlans,
    };

    private static string PolicyOf(AmendmentAct act) => act == AmendmentAct.Withdraw ? Policies.DraftPlans : Policies.ApprovePlans;
}
