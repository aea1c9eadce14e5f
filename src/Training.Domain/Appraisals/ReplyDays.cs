using Training.Domain.Calendars;

namespace Training.Domain.Appraisals;

/// <summary>Until when somebody who was told something has time to answer.</summary>
public static class ReplyDays
{
    /// <summary>So many working days after the day on which they were told, or after the last day of leave that covers it, with leave that
    /// goes on without a working day between.</summary>
    /// <param name="toldOn">The day; it never counts itself.</param>
    /// <param name="leave">Recorded leave of the person, in any order.</param>
    /// <param name="workingDays">How many.</param>
    /// <param name="calendar">Which days are worked.</param>
    public static DateOnly Until(DateOnly toldOn, IEnumerable<DaySpan> leave, int workingDays, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        List<DaySpan> later = [.. leave.Where(x => x.To >= toldOn).OrderBy(x => x.From)];
        var last = toldOn;
        foreach (var record in later.Where(_ => later[0].From <= toldOn).TakeWhile(x => x.From <= calendar.AddWorkingDays(last, 1)))
        {
            last = record.To > last ? record.To : last;
        }

        return calendar.AddWorkingDays(last, workingDays);
    }
}
