namespace Training.Domain.Plans;

/// <summary>What a due day was counted from.</summary>
public enum DueAnchor
{
    /// <summary>The day was fixed in the plan.</summary>
    FixedDay,

    /// <summary>The plan's first day.</summary>
    PlanStart,

    /// <summary>The day the person was given the item.</summary>
    Assignment,
}

/// <summary>A due day and how it came about: so many working days after the day it was counted from (0 for a fixed day).</summary>
public sealed record DueDay(DateOnly On, DueAnchor Anchor, DateOnly AnchorOn, int WorkingDays)
{
    /// <summary>Nobody is given less time than this, in working days after the assignment.</summary>
    public const int LeastWorkingDays = 5;

    /// <summary>The due day of a plan's item for one person: as the item says, but never earlier than
    /// <see cref="LeastWorkingDays"/> working days after the day the person was given it.</summary>
    /// <param name="item">The item of the plan.</param>
    /// <param name="planStart">The plan's first day.</param>
    /// <param name="assignedOn">The day the person was given the item.</param>
    /// <param name="workingDaysAfter">The n-th working day after a day, on the organisation's calendar.</param>
    public static DueDay Of(PlanItem item, DateOnly planStart, DateOnly assignedOn, Func<DateOnly, int, DateOnly> workingDaysAfter)
    {
        var asked = item.DueOn is { } day
            ? new DueDay(day, DueAnchor.FixedDay, day, 0)
            : After(DueAnchor.PlanStart, planStart, item.DueWorkingDays ?? LeastWorkingDays, workingDaysAfter);
        var earliest = After(DueAnchor.Assignment, assignedOn, LeastWorkingDays, workingDaysAfter);
        return asked.On < earliest.On ? earliest : asked;
    }

    private static DueDay After(DueAnchor anchor, DateOnly day, int workingDays, Func<DateOnly, int, DateOnly> workingDaysAfter) =>
        new(workingDaysAfter(day, workingDays), anchor, day, workingDays);
}
