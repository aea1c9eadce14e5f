using Training.Domain.Rules;

namespace Training.Domain.Calendars;

/// <summary>How a day of the calendar differs from the plain week of Monday to Friday.</summary>
public enum CalendarDayKind
{
    /// <summary>A public holiday: no working day, whatever the day of the week.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday worked in exchange for a holiday (调休).</summary>
    WorkingWeekend,
}

/// <summary>A day that differs from the plain week. One per day.</summary>
public sealed class CalendarDay : IVersioned
{
    private CalendarDay()
    {
    }

    public long Id { get; private set; }

    public DateOnly Day { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refused: a working weekend that is no Saturday or Sunday.</summary>
    public static CalendarDay Create(DateOnly day, CalendarDayKind kind, Bilingual name)
    {
        var created = new CalendarDay { Day = day };
        created.Edit(kind, name);
        return created;
    }

    /// <summary>Another kind or name for the same day; refused as in <see cref="Create"/>.</summary>
    public void Edit(CalendarDayKind kind, Bilingual name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (kind == CalendarDayKind.WorkingWeekend && !WorkingCalendar.IsWeekend(Day))
        {
            throw CalendarRefusals.NotAWeekend.At("kind", ("day", Day));
        }

        (Kind, NameZh, NameEn) = (kind, PlainText.Of(name.Zh), PlainText.OrNull(name.En));
    }
}
