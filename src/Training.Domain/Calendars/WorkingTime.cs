using System.Collections.Frozen;

namespace Training.Domain.Calendars;

/// <summary>A stretch of working time on the organisation's clocks, without a zone; over midnight it ends on the next day.</summary>
public readonly record struct WorkingSpan(DateTime From, DateTime To);

/// <summary>How a stretch of time lies to a person's working time.</summary>
public enum WorkingTimeFit
{
    /// <summary>All of it is working time.</summary>
    Within,

    /// <summary>The person works on the day, but not throughout it.</summary>
    OutsideShift,

    /// <summary>The person does not begin work on the day.</summary>
    RestDay,
}

/// <summary>A day of a person's roster.</summary>
/// <param name="Shift">None: a rest day.</param>
public readonly record struct RosteredDay(DateOnly Day, ShiftTimes? Shift);

/// <summary>When one person works: on a rostered day the shift, or not at all; on other days the organisation's hours where its
/// calendar says that the day is worked. Immutable. It is right for the days whose roster it was given.</summary>
public sealed class WorkingTime
{
    private readonly ShiftTimes _hours;
    private readonly WorkingCalendar _calendar;
    private readonly FrozenDictionary<DateOnly, ShiftTimes?> _roster;

    /// <param name="hours">The organisation's hours.</param>
    /// <param name="calendar">Which days are worked by who has no entry.</param>
    /// <param name="roster">The person's entries, each day once.</param>
    public WorkingTime(ShiftTimes hours, WorkingCalendar calendar, IEnumerable<RosteredDay> roster)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        (_hours, _calendar) = (hours, calendar);
        _roster = roster.ToFrozenDictionary(x => x.Day, x => x.Shift);
    }

    /// <summary>The working time that begins on the day; none on a rest day. That of a night shift ends on the next day.</summary>
    public WorkingSpan? SpanOf(DateOnly day)
    {
        if (_roster.TryGetValue(day, out var shift))
        {
            return shift?.On(day);
        }

        return _calendar.IsWorkingDay(day) ? _hours.On(day) : null;
    }

    /// <summary>How the time from <paramref name="from"/> to a later <paramref name="to"/>, both on the organisation's clocks, lies to
    /// the working time of the days that it touches and of the day before. Spans that meet or overlap count as one.</summary>
    public WorkingTimeFit Fits(DateTime from, DateTime to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        var (first, last) = (DateOnly.FromDateTime(from), DateOnly.FromDateTime(to));
        var covered = from;
        for (var day = first.AddDays(-1); day <= last; day = day.AddDays(1))
        {
            if (SpanOf(day) is { } span && span.From <= covered && span.To > covered)
            {
                covered = span.To;
            }
        }

        return covered >= to ? WorkingTimeFit.Within : SpanOf(first) is null ? WorkingTimeFit.RestDay : WorkingTimeFit.OutsideShift;
    }
}
