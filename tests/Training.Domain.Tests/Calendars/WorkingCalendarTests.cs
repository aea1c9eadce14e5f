using CsCheck;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Calendars;

public class WorkingCalendarTests
{
    /// <summary>Spring Festival and National Day of 2024 to 2026 and all swapped weekends of 2024 and 2026, as announced.</summary>
    private static readonly WorkingCalendar China = new(
        [
            .. Holidays("2024-02-10", "2024-02-17"), .. Holidays("2024-10-01", "2024-10-07"),
            .. Holidays("2025-01-28", "2025-02-04"), .. Holidays("2025-10-01", "2025-10-08"),
            .. Holidays("2026-02-15", "2026-02-23"), .. Holidays("2026-10-01", "2026-10-07"),
            .. WorkingWeekends("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14", "2024-09-29", "2024-10-12"),
            .. WorkingWeekends("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
        ],
        [2024, 2025, 2026]);

    private static readonly Gen<DateOnly> SomeDay =
        Gen.Int[new DateOnly(2023, 12, 1).DayNumber, new DateOnly(2027, 1, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<WorkingCalendar> SomeCalendar =
        Gen.Select(SomeDay, Gen.Bool).Array[0, 120].Select(days => new WorkingCalendar(
            days.DistinctBy(x => x.Item1).Select(x =>
                (x.Item1, x.Item2 && WorkingCalendar.IsWeekend(x.Item1) ? CalendarDayKind.WorkingWeekend : CalendarDayKind.Holiday)),
            [2024]));

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")] // a swapped Saturday
    [InlineData("2026-02-13", 2, "2026-02-24")] // over the whole Spring Festival
    [InlineData("2026-02-24", -2, "2026-02-13")]
    [InlineData("2026-02-18", 0, "2026-02-24")] // amid the holiday: the next working day
    [InlineData("2026-02-24", 0, "2026-02-24")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2024-02-28", 1, "2024-02-29")] // a leap day
    [InlineData("2024-02-29", 1, "2024-03-01")]
    [InlineData("2024-03-01", -1, "2024-02-29")]
    [InlineData("2025-02-28", 1, "2025-03-03")]
    public void Working_days_are_counted_as_people_count_them(string anchor, int workingDays, string expected) =>
        Assert.Equal(Day(expected), China.AddWorkingDays(Day(anchor), workingDays));

    [Fact]
    public void A_swapped_weekend_is_worked_and_a_holiday_in_the_week_is_not()
    {
        Assert.True(China.IsWorkingDay(Day("2024-02-18")));
        Assert.False(China.IsWorkingDay(Day("2024-02-25")));
        Assert.False(China.IsWorkingDay(Day("2024-10-01")));
        Assert.True(China.IsWorkingDay(Day("2024-10-08")));
    }

    [Fact]
    public void Counting_the_way_back_gives_the_number_that_was_added() =>
        Gen.Select(SomeCalendar, SomeDay, Gen.Int[-200, 200]).Where(x => x.Item3 != 0).Sample((calendar, anchor, workingDays) =>
        {
            var day = calendar.AddWorkingDays(anchor, workingDays);
            return calendar.IsWorkingDay(day)
                && calendar.WorkingDaysBetween(anchor, day) == workingDays
                && workingDays > 0 == day > anchor;
        });

    [Fact]
    public void A_later_anchor_or_more_days_never_give_an_earlier_day() =>
        Gen.Select(SomeCalendar, SomeDay, Gen.Int[-60, 60], Gen.Int[0, 40]).Sample((calendar, anchor, workingDays, more) =>
        {
            var day = calendar.AddWorkingDays(anchor, workingDays);
            return calendar.AddWorkingDays(anchor.AddDays(more), workingDays) >= day
                && calendar.AddWorkingDays(anchor, workingDays + more) >= day;
        });

    [Fact]
    public void No_working_days_is_the_day_itself_or_the_next_working_day() =>
        Gen.Select(SomeCalendar, SomeDay).Sample((calendar, anchor) =>
            calendar.AddWorkingDays(anchor, 0) == (calendar.IsWorkingDay(anchor) ? anchor : calendar.AddWorkingDays(anchor, 1)));

    [Fact]
    public void The_count_of_a_span_is_the_count_of_its_days() =>
        Gen.Select(SomeCalendar, SomeDay, Gen.Int[0, 90]).Sample((calendar, first, length) =>
            calendar.CountWorkingDays(first, first.AddDays(length))
                == Enumerable.Range(0, length + 1).Count(x => calendar.IsWorkingDay(first.AddDays(x))));

    [Fact]
    public void A_span_is_complete_when_all_its_years_are()
    {
        Assert.True(China.IsComplete(Day("2024-12-31"), Day("2026-01-01")));
        Assert.False(China.IsComplete(Day("2026-12-31"), Day("2027-01-01")));
    }

    [Theory]
    [InlineData("2199-12-30", 100)]
    [InlineData("1900-01-02", -100)]
    [InlineData("9999-12-31", 0)]
    [InlineData("9999-12-31", int.MaxValue)]
    [InlineData("0001-01-01", int.MinValue)]
    public void Days_beyond_the_calendar_are_refused(string anchor, int workingDays)
    {
        var refused = Assert.Throws<RuleViolation>(() => China.AddWorkingDays(Day(anchor), workingDays));

        Assert.Equal("calendar.outOfRange", refused.Refusal.Code);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private static IEnumerable<(DateOnly Day, CalendarDayKind Kind)> Holidays(string first, string last)
    {
        for (var day = Day(first); day <= Day(last); day = day.AddDays(1))
        {
            yield return (day, CalendarDayKind.Holiday);
        }
    }

    private static IEnumerable<(DateOnly Day, CalendarDayKind Kind)> WorkingWeekends(params string[] days) =>
        days.Select(x => (Day(x), CalendarDayKind.WorkingWeekend));
}
