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

    /// <summary>The day on which an amendment of the plan changed when the item is due.</summary>
    Amendment,

    /// <summary>The day on which the person was told.</summary>
    Told,

    /// <summary>A later day that was allowed to this person by hand; neither calendar nor leave moves it to an earlier one.</summary>
    Extended,
}

/// <summary>A due day together with how it came about, so that it can be explained, and worked out again when the calendar
/// changes.</summary>
/// <param name="Anchor">The day counted from.</param>
/// <param name="WorkingDays">Working days from the anchor; negative counts backwards, 0 is the anchor or the next working day.</param>
/// <param name="AnchorKind">What the anchor is.</param>
/// <param name="On">The resulting day.</param>
/// <param name="LeaveDays">By how many working days of the person's leave it was moved on.</param>
public sealed record DueDay(DateOnly Anchor, int WorkingDays, DueAnchor AnchorKind, DateOnly On, int LeaveDays = 0)
{
    /// <summary>A day named by hand.</summary>
    public static DueDay Named(DateOnly day) => new(day, 0, DueAnchor.NamedDay, day);

    /// <summary>A later day that was allowed by hand.</summary>
    public static DueDay Extended(DateOnly day) => new(day, 0, DueAnchor.Extended, day);

    /// <summary>Counted on the calendar; refused beyond its range.</summary>
    public static DueDay Count(DateOnly anchor, int workingDays, DueAnchor anchorKind, WorkingCalendar calendar) =>
        new DueDay(anchor, workingDays, anchorKind, anchor).Recount(calendar);

    private bool IsNamed => AnchorKind is DueAnchor.NamedDay or DueAnchor.Extended;

    /// <summary>The same due day on another calendar, without leave; equal to this one when it does not move.</summary>
    public DueDay Recount(WorkingCalendar calendar) =>
        IsNamed ? this : this with { On = calendar.AddWorkingDays(Anchor, WorkingDays), LeaveDays = 0 };

    /// <summary>Whether the years between anchor and due day are all complete; an incomplete one is shown beside the day.</summary>
    public bool IsCertain(WorkingCalendar calendar) =>
        (IsNamed && LeaveDays == 0) || calendar.IsComplete(Anchor < On ? Anchor : On, Anchor < On ? On : Anchor);
}
