namespace Training.Domain.Plans;

/// <summary>How much later, or earlier, the days of a plan are in one that is made from it.</summary>
public readonly record struct DayShift(int Months, int Days)
{
    /// <summary>Whole months where that is what lies between the two days, otherwise days.</summary>
    public static DayShift Between(DateOnly from, DateOnly to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return AddMonths(from, months) == to || from.AddMonths(months) == to ? new(months, 0) : new(0, to.DayNumber - from.DayNumber);
    }

    /// <summary>So many months later; the last day of a month becomes the last day of a month.</summary>
    public static DateOnly AddMonths(DateOnly day, int months)
    {
        var moved = day.AddMonths(months);
        return IsLastOfMonth(day) ? new DateOnly(moved.Year, moved.Month, DateTime.DaysInMonth(moved.Year, moved.Month)) : moved;
    }

    /// <summary>The day moved, within the days that are taken.</summary>
    public DateOnly? Of(DateOnly? day) => day is not { } known ? null
        : Months != 0 ? Within(AddMonths(known, Months)) : Within(known.AddDays(Days));

    private static DateOnly Within(DateOnly day) => day > Rules.Days.Last ? Rules.Days.Last : day < Rules.Days.First ? Rules.Days.First : day;

    private static bool IsLastOfMonth(DateOnly day) => day.Day == DateTime.DaysInMonth(day.Year, day.Month);
}
