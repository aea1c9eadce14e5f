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

    /// <summary>Refused: a year outside <see cref="Days.First"/> and <see cref="Days.Last"/>.</summary>
    public static CalendarYear Create(int year, bool isComplete)
    {
        if (year < Days.First.Year || year > Days.Last.Year)
        {
            throw CalendarRefusals.YearOutOfRange.At(
                "year", ("year", year), ("first", Days.First.Year), ("last", Days.Last.Year));
        }

        return new CalendarYear { Year = year, IsComplete = isComplete };
    }

    public void Edit(bool isComplete) => IsComplete = isComplete;
}
