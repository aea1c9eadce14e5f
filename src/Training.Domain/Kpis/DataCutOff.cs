using Training.Domain.Calendars;

namespace Training.Domain.Kpis;

/// <summary>Until when the figures of a quarter are entered directly; afterwards each change of one is a correction on which HR
/// decides.</summary>
public static class DataCutOff
{
    /// <summary>Working days after the quarter's last day.</summary>
    public const int WorkingDays = 5;

    /// <summary>The last day on which figures of the quarter are entered directly.</summary>
    public static DateOnly Of(Quarter quarter, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.AddWorkingDays(quarter.LastDay, WorkingDays);
    }

    /// <summary>Whether it is over on the day.</summary>
    public static bool IsOver(Quarter quarter, WorkingCalendar calendar, DateOnly today) => today > quarter.LastDay && today > Of(quarter, calendar);
}
