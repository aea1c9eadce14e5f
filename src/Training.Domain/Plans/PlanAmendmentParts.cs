using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>Where an amendment stands.</summary>
public enum AmendmentState
{
    /// <summary>Proposed, and waiting for a decision.</summary>
    Submitted,

    /// <summary>The plan was changed by it.</summary>
    Approved,

    /// <summary>Given back with a reason; the plan is as it was.</summary>
    Returned,

    /// <summary>Taken back by its author.</summary>
    Withdrawn,
}

/// <summary>What can be done to an amendment.</summary>
public enum AmendmentAct
{
    Approve,
    Return,
    Withdraw,
}

/// <summary>The life of an amendment: submitted → approved | returned | withdrawn, each of them for good.</summary>
public static class AmendmentLife
{
    public static readonly Transitions<AmendmentState, AmendmentAct> Table = new(
        AmendmentRefusals.NotInThisState,
        (AmendmentState.Submitted, AmendmentAct.Approve, AmendmentState.Approved),
        (AmendmentState.Submitted, AmendmentAct.Return, AmendmentState.Returned),
        (AmendmentState.Submitted, AmendmentAct.Withdraw, AmendmentState.Withdrawn));
}

/// <summary>Why an act on an amendment is refused.</summary>
public static class AmendmentRefusals
{
    public static readonly Refusal NotInThisState = Refusal.State("amendment.notInThisState");
    public static readonly Refusal OwnApproval = Refusal.Relation("amendment.ownApproval");

    /// <summary>Another one of the plan waits for a decision.</summary>
    public static readonly Refusal AlreadyOpen = Refusal.State("amendment.alreadyOpen");
    public static readonly Refusal ChangesNothing = Refusal.State("amendment.changesNothing");
    public static readonly Refusal AfterEnd = Refusal.State("amendment.afterEnd");
}

/// <summary>How a running plan is to be: everything that an amendment may change, as one whole.</summary>
/// <param name="Items">All items it is to have; what is missing is taken out, what is new comes after the others.</param>
/// <param name="Audience">Narrows the audience within the department, which stays.</param>
/// <param name="EndsOn">Last day, included; none: open.</param>
/// <param name="Reason">Why.</param>
public sealed record AmendmentContent(IReadOnlyList<PlanItemContent> Items, AudienceFilter Audience, DateOnly? EndsOn, string Reason);

/// <summary>What an amendment does to an item.</summary>
public enum ItemChange
{
    Added,
    Changed,
    Removed,
}

/// <summary>What an amendment does to one item of its plan: old and new.</summary>
public sealed class PlanAmendmentItem
{
    private PlanAmendmentItem()
    {
    }

    public long Id { get; private set; }

    public long AmendmentId { get; private set; }

    /// <summary>Place in the amendment, from 1: in the order of the plan, added ones last.</summary>
    public int Sequence { get; private set; }

    public long CourseId { get; private set; }

    public ItemChange Change { get; private set; }

    public int? OldStage { get; private set; }

    public bool? OldIsMandatory { get; private set; }

    public int? OldDueWorkingDays { get; private set; }

    public DueFrom? OldDueFrom { get; private set; }

    public DateOnly? OldDueOn { get; private set; }

    public int? NewStage { get; private set; }

    public bool? NewIsMandatory { get; private set; }

    public int? NewDueWorkingDays { get; private set; }

    public DueFrom? NewDueFrom { get; private set; }

    public DateOnly? NewDueOn { get; private set; }

    /// <summary>What the plan asked before; none: the item is added.</summary>
    public PlanItemContent? Old => OldIsMandatory is { } mandatory
        ? new(CourseId, OldStage, mandatory, OldDueWorkingDays, OldDueOn, OldDueFrom ?? DueFrom.PlanStart)
        : null;

    /// <summary>What it is to ask; none: the item is taken out.</summary>
    public PlanItemContent? New => NewIsMandatory is { } mandatory
        ? new(CourseId, NewStage, mandatory, NewDueWorkingDays, NewDueOn, NewDueFrom ?? DueFrom.PlanStart)
        : null;

    /// <summary>Whether people have the item until another day than before; who is given it anew is no such case.</summary>
    public bool MovesDueDays => Change == ItemChange.Changed && Old!.DueRule != New!.DueRule;

    /// <summary>Whether people have to complete what they could leave, or the other way round.</summary>
    public bool TurnsMandatory => Change == ItemChange.Changed && OldIsMandatory != NewIsMandatory;

    /// <summary>The differences between what a plan asks and what it is to ask; the order of the items is none.</summary>
    internal static IEnumerable<PlanAmendmentItem> Between(IReadOnlyList<PlanItemContent> old, IReadOnlyList<PlanItemContent> wanted)
    {
        var kept = old.Select(x => (Old: (PlanItemContent?)x, New: wanted.FirstOrDefault(y => y.CourseId == x.CourseId)))
            .Where(x => x.New is null || !x.New.AsksAs(x.Old!));
        var added = wanted.Where(x => old.All(y => y.CourseId != x.CourseId)).Select(x => (Old: (PlanItemContent?)null, New: (PlanItemContent?)x));
        return kept.Concat(added).Select((x, i) => Of(i + 1, x.Old, x.New));
    }

    private static PlanAmendmentItem Of(int sequence, PlanItemContent? old, PlanItemContent? wanted) => new()
    {
        Sequence = sequence,
        CourseId = (old ?? wanted)!.CourseId,
        Change = old is null ? ItemChange.Added : wanted is null ? ItemChange.Removed : ItemChange.Changed,
        OldStage = old?.Stage,
        OldIsMandatory = old?.IsMandatory,
        OldDueWorkingDays = old?.DueWorkingDays,
        OldDueFrom = old?.DueRule.From,
        OldDueOn = old?.DueOn,
        NewStage = wanted?.Stage,
        NewIsMandatory = wanted?.IsMandatory,
        NewDueWorkingDays = wanted?.DueWorkingDays,
        NewDueFrom = wanted?.DueRule.From,
        NewDueOn = wanted?.DueOn,
    };
}
