using System.Linq.Expressions;
using Training.Domain.People;

namespace Training.Domain.Plans;

/// <summary>How the audience of a plan is narrowed within its department; what is left out narrows nothing.</summary>
/// <param name="WithBelow">Whether the departments below belong to it.</param>
/// <param name="PositionIds">Only people in one of these positions; empty: in any.</param>
/// <param name="HiredFrom">Only people hired on this day or later.</param>
/// <param name="HiredTo">Only people hired on this day or earlier.</param>
/// <param name="ContractKinds">Only people employed under one of these kinds of contract; empty: under any.</param>
public sealed record AudienceFilter(
    bool WithBelow, IReadOnlyList<long> PositionIds, DateOnly? HiredFrom, DateOnly? HiredTo, IReadOnlyList<ContractKind> ContractKinds)
{
    public static readonly AudienceFilter Everybody = new(true, [], null, null, []);

    /// <summary>The same filter, what it lists each once and in order.</summary>
    public AudienceFilter Plain() => this with { PositionIds = [.. PositionIds.Distinct().Order()], ContractKinds = [.. ContractKinds.Distinct().Order()] };

    /// <summary>Whether both narrow alike.</summary>
    public bool AdmitsAs(AudienceFilter other) =>
        (WithBelow, HiredFrom, HiredTo) == (other.WithBelow, other.HiredFrom, other.HiredTo)
        && PositionIds.ToHashSet().SetEquals(other.PositionIds) && ContractKinds.ToHashSet().SetEquals(other.ContractKinds);

    /// <summary>The same filter, later or earlier; for a plan made from an older one.</summary>
    public AudienceFilter Shift(DayShift shift) => this with { HiredFrom = shift.Of(HiredFrom), HiredTo = shift.Of(HiredTo) };
}

/// <summary>What an audience rule asks about a person, as it is on one day of employment.</summary>
public sealed class AudienceFacts
{
    public required long EmployeeId { get; init; }

    public required long DepartmentId { get; init; }

    public required long PositionId { get; init; }

    /// <summary>First day of the employment that holds on the day.</summary>
    public required DateOnly HiredOn { get; init; }

    public required ContractKind ContractKind { get; init; }
}

/// <summary>Why somebody is in an audience.</summary>
public enum AudienceReason
{
    /// <summary>Works in the department of the plan itself.</summary>
    Department,

    /// <summary>Works in a department below it.</summary>
    DepartmentBelow,

    /// <summary>The rule asks for the position.</summary>
    Position,

    /// <summary>The rule asks for the hire day.</summary>
    HireDay,

    /// <summary>The rule asks for the kind of contract.</summary>
    ContractKind,
}

/// <summary>Whom a plan is for: the people of a department, narrowed by the filter. The rule is kept with the plan; who is in
/// it is worked out for a day.</summary>
/// <param name="DepartmentId">The department at the top.</param>
public sealed record AudienceRule(long DepartmentId, AudienceFilter Filter)
{
    /// <summary>Whether the rule admits a person of these facts, in a form that the store understands too.
    /// <paramref name="below"/> holds the department and all below it.</summary>
    public Expression<Func<AudienceFacts, bool>> Admits(IReadOnlyCollection<long> below)
    {
        IReadOnlyCollection<long> departments = Filter.WithBelow ? below : [DepartmentId];
        var (positions, kinds) = (Filter.PositionIds, Filter.ContractKinds);
        var (anyPosition, anyKind) = (positions.Count == 0, kinds.Count == 0);
        var (from, to) = (Filter.HiredFrom ?? DateOnly.MinValue, Filter.HiredTo ?? DateOnly.MaxValue);
        return x => departments.Contains(x.DepartmentId)
            && (anyPosition || positions.Contains(x.PositionId))
            && from <= x.HiredOn && x.HiredOn <= to
            && (anyKind || kinds.Contains(x.ContractKind));
    }

    /// <summary>Every condition of the rule that a person who is in it meets.</summary>
    public IReadOnlyList<AudienceReason> Reasons(long departmentId)
    {
        List<AudienceReason> found = [departmentId == DepartmentId ? AudienceReason.Department : AudienceReason.DepartmentBelow];
        if (Filter.PositionIds.Count > 0)
        {
            found.Add(AudienceReason.Position);
        }

        if ((Filter.HiredFrom ?? Filter.HiredTo) is not null)
        {
            found.Add(AudienceReason.HireDay);
        }

        if (Filter.ContractKinds.Count > 0)
        {
            found.Add(AudienceReason.ContractKind);
        }

        return found;
    }
}

/// <summary>What happens to a person's training item when the audience is followed.</summary>
public enum FollowStep
{
    Stays,

    /// <summary>Came into the audience: gets the item.</summary>
    Joins,

    /// <summary>Left the audience and came back, or the plan asks for the course again: has the item again, counted from the new
    /// day.</summary>
    Returns,

    /// <summary>Left the audience: the item is no longer asked for.</summary>
    Leaves,

    /// <summary>An amendment took the item out of the plan: it is no longer asked for.</summary>
    Removed,
}

/// <summary>Following an audience: from what was kept, and who is in the audience and what the plan asks for now, to what
/// changes. It depends on nothing but these, so a day that was missed is made up for by the next.</summary>
public static class AudienceFollowing
{
    /// <param name="kept">The person's item, where there was ever one.</param>
    /// <param name="isIn">Whether the rule admits the person today.</param>
    /// <param name="isOver">Whether the last day of the plan is past: then nobody joins any more.</param>
    /// <param name="isInPlan">Whether the plan asks for the course; not once an amendment took it out.</param>
    public static FollowStep Next(TrainingItem? kept, bool isIn, bool isOver, bool isInPlan)
    {
        var isAsked = isIn && isInPlan && !isOver;
        if (kept is null)
        {
            return isAsked ? FollowStep.Joins : FollowStep.Stays;
        }

        if (kept.CompletedOn is not null)
        {
            return FollowStep.Stays;
        }

        return kept.DropReason switch
        {
            null when !isInPlan => FollowStep.Removed,
            null => isIn ? FollowStep.Stays : FollowStep.Leaves,
            DropReason.LeftAudience or DropReason.ItemRemoved => isAsked ? FollowStep.Returns : FollowStep.Stays,
            _ => FollowStep.Stays,
        };
    }
}
