using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>Where a plan stands.</summary>
public enum PlanState
{
    Draft,
    Submitted,
    Approved,
    Returned,

    /// <summary>Its people have their training items.</summary>
    Running,
    Closed,
    Cancelled,
}

/// <summary>What can be done to a plan.</summary>
public enum PlanAct
{
    Edit,

    /// <summary>The planned budget, then the actual costs.</summary>
    EditBudget,
    Delete,
    Submit,
    Approve,
    Return,
    Start,

    /// <summary>Propose changes to a running plan, and carry them out once somebody else has approved them.</summary>
    Amend,
    Close,
    Cancel,
}

/// <summary>The life of a plan: draft → submitted → approved | returned → running → closed; cancelled from everywhere
/// between. A running plan changes by amendments alone (<see cref="AmendmentLife"/>). What was handed in is never deleted, only
/// cancelled; a returned plan may be deleted like a draft.</summary>
public static class PlanLife
{
    public static readonly Transitions<PlanState, PlanAct> Table = new(
        PlanRefusals.NotInThisState,
        (PlanState.Draft, PlanAct.Edit, PlanState.Draft),
        (PlanState.Draft, PlanAct.EditBudget, PlanState.Draft),
        (PlanState.Returned, PlanAct.EditBudget, PlanState.Returned),
        (PlanState.Approved, PlanAct.EditBudget, PlanState.Approved),
        (PlanState.Running, PlanAct.EditBudget, PlanState.Running),
        (PlanState.Closed, PlanAct.EditBudget, PlanState.Closed),
        (PlanState.Cancelled, PlanAct.EditBudget, PlanState.Cancelled),
        (PlanState.Draft, PlanAct.Delete, PlanState.Draft),
        (PlanState.Draft, PlanAct.Submit, PlanState.Submitted),
        (PlanState.Submitted, PlanAct.Approve, PlanState.Approved),
        (PlanState.Submitted, PlanAct.Return, PlanState.Returned),
        (PlanState.Submitted, PlanAct.Cancel, PlanState.Cancelled),
        (PlanState.Returned, PlanAct.Edit, PlanState.Returned),
        (PlanState.Returned, PlanAct.Delete, PlanState.Returned),
        (PlanState.Returned, PlanAct.Submit, PlanState.Submitted),
        (PlanState.Returned, PlanAct.Cancel, PlanState.Cancelled),
        (PlanState.Approved, PlanAct.Start, PlanState.Running),
        (PlanState.Approved, PlanAct.Cancel, PlanState.Cancelled),
        (PlanState.Running, PlanAct.Amend, PlanState.Running),
        (PlanState.Running, PlanAct.Close, PlanState.Closed),
        (PlanState.Running, PlanAct.Cancel, PlanState.Cancelled));
}
