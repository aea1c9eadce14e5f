namespace Training.Domain.Calendars;

/// <summary>What kind of day a due day is counted from.</summary>
public enum DueAnchor
{
    /// <summary>A day named by hand: due on that very day, worked or not, and never moved by the calendar.</summary>
    NamedDay,

    /// <summary>The day on which the plan starts.</summary>
    PlanStart,

    /// <summary>The day on which the person came under the plan, when later than its start.</summary>
    JoinedPlan,

    /// <summary>The day on which the person was hired.</summary>
    HireDay,
}

/// <summary>A due day together with how it came about, so that it can be explained, and worked out again when the calendar
/// changes.</summary>
/// <param name="Anchor">The day counted from.</param>
/// <param name="WorkingDays">Working days from the anchor; negative counts backwards, 0 is the anchor or the next working day.</param>
/// <param name="AnchorKind">What the anchor is.</param>
/// <param name="On">The resulting day.</param>
public sealed record DueDay(DateOnly Anchor, int WorkingDays, DueAnchor AnchorKind, DateOnly On)
{
    /// <summary>A day named by hand.</summary>
    public static DueDay Named(DateOnly day) => new(day, 0, DueAnchor.NamedDay, day);

    /// <summary>Counted on the calendar; refused beyond its range.</summary>
    public static DueDay Count(DateOnly anchor, int workingDays, DueAnchor anchorKind, WorkingCalendar calendar) =>
        new DueDay(anchor, workingDays, anchorKind, anchor).Recount(calendar);

    /// <summary>The same due day on another calendar; equal to this one when it does not move.</summary>
    public DueDay Recount(WorkingCalendar calendar) =>
        AnchorKind == DueAnchor.NamedDay ? this : this with { On = calendar.AddWorkingDays(Anchor, WorkingDays) };

    /// <summary>Whether the years between anchor and due day are all complete; an incomplete one is shown beside the day.</summary>
    public bool IsCertain(WorkingCalendar calendar) =>
        AnchorKind == DueAnchor.NamedDay || calendar.IsComplete(Anchor < On ? Anchor : On, Anchor < On ? On : Anchor);
}
