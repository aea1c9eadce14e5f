using Training.Domain.Rules;

namespace Training.Domain.Calendars;

public static class CalendarRefusals
{
    /// <summary>Values: day.</summary>
    public static readonly Refusal DayTaken = Refusal.State("calendarDay.dayTaken");

    /// <summary>Values: day.</summary>
    public static readonly Refusal NotAWeekend = Refusal.Content("calendarDay.notAWeekend");

    /// <summary>Values: year.</summary>
    public static readonly Refusal YearTaken = Refusal.State("calendarYear.taken");

    /// <summary>Values: year, first, last.</summary>
    public static readonly Refusal YearOutOfRange = Refusal.Content("calendarYear.outOfRange");

    /// <summary>Values: anchor, workingDays, first, last.</summary>
    public static readonly Refusal OutOfRange = Refusal.Content("calendar.outOfRange");
}

/// <summary>Why a quarter is not accepted.</summary>
public static class QuarterRefusals
{
    /// <summary>Nothing is known of it yet. Values: quarter, current.</summary>
    public static readonly Refusal NotBegun = Refusal.State("quarter.notBegun");
}
