using System.Collections.Frozen;
using Training.Domain.Rules;

namespace Training.Domain.Calendars;

/// <summary>Which days are worked: Monday to Friday, without the public holidays, with the swapped weekends (调休).
/// Immutable; made from the days and years that HR keeps.</summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarDayKind> _kinds;
    private readonly FrozenSet<int> _completeYears;

    public WorkingCalendar(IEnumerable<(DateOnly Day, CalendarDayKind Kind)> days, IEnumerable<int> completeYears)
    {
        _kinds = days.ToFrozenDictionary(x => x.Day, x => x.Kind);
        _completeYears = completeYears.ToFrozenSet();
    }

    /// <summary>The calendar of all kept days and years.</summary>
    public static WorkingCalendar Of(IEnumerable<CalendarDay> days, IEnumerable<CalendarYear> years) =>
        new(days.Select(x => (x.Day, x.Kind)), years.Where(x => x.IsComplete).Select(x => x.Year));

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool IsWorkingDay(DateOnly day) =>
        _kinds.TryGetValue(day, out var kind) ? kind == CalendarDayKind.WorkingWeekend : !IsWeekend(day);

    /// <summary>The working day that is <paramref name="workingDays"/> working days away from the anchor. The anchor itself
    /// never counts: 1 is the first working day after it, −1 the last one before it. 0 is the anchor if it is
    /// worked, else the next working day. Refused beyond <see cref="Days.First"/> and <see cref="Days.Last"/>.</summary>
    public DateOnly AddWorkingDays(DateOnly anchor, int workingDays)
    {
        if (workingDays == 0 && anchor >= Days.First && anchor <= Days.Last && IsWorkingDay(anchor))
        {
            return anchor;
        }

        var step = workingDays < 0 ? -1 : 1;
        var left = Math.Max(1L, Math.Abs((long)workingDays));
        var day = anchor;
        while (left > 0)
        {
            if (step > 0 ? day >= Days.Last || day < Days.First : day <= Days.First || day > Days.Last)
            {
                throw CalendarRefusals.OutOfRange.With(
                    ("anchor", anchor), ("workingDays", workingDays), ("first", Days.First), ("last", Days.Last));
            }

            day = day.AddDays(step);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to <paramref name="to"/>, this one included;
    /// negative when it lies before. So it undoes <see cref="AddWorkingDays"/>.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) =>
        to >= from
            ? CountWorkingDays(from, to) - (IsWorkingDay(from) ? 1 : 0)
            : (IsWorkingDay(from) ? 1 : 0) - CountWorkingDays(to, from);

    /// <summary>How many working days lie in the span, both ends included; 0 when it ends before it begins.</summary>
    public int CountWorkingDays(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var number = first.DayNumber; number <= last.DayNumber; number++)
        {
            count += IsWorkingDay(DateOnly.FromDayNumber(number)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether all years that the span touches are complete, both ends included.</summary>
    public bool IsComplete(DateOnly first, DateOnly last) =>
        Enumerable.Range(first.Year, Math.Max(0, last.Year - first.Year + 1)).All(_completeYears.Contains);
}
