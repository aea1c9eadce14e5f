using Training.Domain.Calendars;

namespace Training.Domain.Kpis;

/// <summary>Until when the figures of each quarter are entered directly; afterwards each change of one is a correction on which HR
/// decides.</summary>
/// <param name="calendar">The working calendar.</param>
/// <param name="ofCycles">What the appraisal cycles say, by quarter; the usual day holds for the others.</param>
public sealed class DataCutOffs(WorkingCalendar calendar, IReadOnlyDictionary<Quarter, DateOnly> ofCycles)
{
    /// <summary>Working days after the quarter's last day, unless its cycle says otherwise.</summary>
    private const int WorkingDays = 5;

    /// <summary>The day that holds unless the quarter's cycle says otherwise.</summary>
    public static DateOnly Usual(Quarter quarter, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.AddWorkingDays(quarter.LastDay, WorkingDays);
    }

    /// <summary>The last day on which figures of the quarter are entered directly.</summary>
    public DateOnly Of(Quarter quarter) => ofCycles.TryGetValue(quarter, out var day) ? day : Usual(quarter, calendar);

    /// <summary>Whether it is over on the day.</summary>
    public bool IsOver(Quarter quarter, DateOnly today) => today > quarter.LastDay && today > Of(quarter);
}
