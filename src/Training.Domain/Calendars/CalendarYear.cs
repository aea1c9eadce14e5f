using Training.Domain.Rules;

namespace Training.Domain.Calendars;

/// <summary>Whether the holidays and swapped weekends of a year are all entered. Due days that touch an incomplete year
/// may still move, and are shown so.</summary>
public sealed class CalendarYear : IVersioned
{
    private CalendarYear()
    {
    }

    public long Id { get; private set; }

    /// <summary>The year, unique.</summary>
    public int Year { get; private set; }

    public bool IsComplete { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refused: a year outside <see cref="WorkingCalendar.FirstDay"/> and <see cref="WorkingCalendar.LastDay"/>.</summary>
    public static CalendarYear Create(int year, bool isComplete)
    {
        if (year < WorkingCalendar.FirstDay.Year || year > WorkingCalendar.LastDay.Year)
        {
            throw CalendarRefusals.YearOutOfRange.At(
                "year", ("year", year), ("first", WorkingCalendar.FirstDay.Year), ("last", WorkingCalendar.LastDay.Year));
        }

        return new CalendarYear { Year = year, IsComplete = isComplete };
    }

    public void Edit(bool isComplete) => IsComplete = isComplete;
}
