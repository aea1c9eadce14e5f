using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>Where a person's training item stands on a day.</summary>
public enum TrainingItemState
{
    Open,

    /// <summary>Open after its due day.</summary>
    Overdue,
    Completed,

    /// <summary>No longer asked for; <see cref="DropReason"/> says why.</summary>
    Dropped,
}

/// <summary>Why a training item is no longer asked for.</summary>
public enum DropReason
{
    PlanCancelled,

    /// <summary>The plan was closed while the item was open.</summary>
    PlanClosed,

    /// <summary>The person left the audience of the plan; who comes back has the item again.</summary>
    LeftAudience,

    /// <summary>An amendment took the item out of the plan; one that adds the course again brings it back.</summary>
    ItemRemoved,

    /// <summary>The supervisor or HR freed this person from it.</summary>
    Exempted,
}

/// <summary>A later due day that was allowed to one person by hand.</summary>
/// <param name="On">The day on which it was allowed; leave from the next day on moves it further.</param>
/// <param name="To">The day that was named.</param>
/// <param name="LeaveDays">Working days of leave up to the named day that were known then; they do not count again.</param>
public sealed record DueExtension(DateOnly On, DateOnly To, int LeaveDays);

/// <summary>Who decides about a person's training item, and how they stand to the person today.</summary>
/// <param name="IsDirectSupervisor">Or the deputy of the direct supervisor.</param>
public sealed record TrainingItemDecider(long AccountId, long? EmployeeId, bool IsHumanResources, bool IsDirectSupervisor);

/// <summary>Why an act on a person's training item is refused.</summary>
public static class TrainingItemRefusals
{
    public static readonly Refusal Own = Refusal.Relation("trainingItem.own");
    public static readonly Refusal NotYours = Refusal.Relation("trainingItem.notYours");
    public static readonly Refusal NotOpen = Refusal.State("trainingItem.notOpen");
    public static readonly Refusal NotLater = Refusal.State("trainingItem.notLater");
}
