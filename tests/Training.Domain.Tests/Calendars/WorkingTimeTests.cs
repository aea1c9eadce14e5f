using System.Globalization;
using CsCheck;
using Training.Domain.Calendars;

namespace Training.Domain.Tests.Calendars;

public class WorkingTimeTests
{
    private static readonly ShiftTimes Office = Times("08:30-17:30");

    /// <summary>Spring Festival of 2026 with a swapped Saturday before and after it.</summary>
    private static readonly WorkingCalendar China = new(
        [
            .. Enumerable.Range(15, 9).Select(x => (new DateOnly(2026, 2, x), CalendarDayKind.Holiday)),
            (new(2026, 2, 14), CalendarDayKind.WorkingWeekend), (new(2026, 2, 28), CalendarDayKind.WorkingWeekend),
        ],
        [2026]);

    [Theory]
    [InlineData("2026-03-02 08:30", "2026-03-02 17:30", WorkingTimeFit.Within)]
    [InlineData("2026-03-02 10:00", "2026-03-02 11:00", WorkingTimeFit.Within)]
    [InlineData("2026-03-02 08:29", "2026-03-02 11:00", WorkingTimeFit.OutsideShift)]
    [InlineData("2026-03-02 17:00", "2026-03-02 17:31", WorkingTimeFit.OutsideShift)]
    [InlineData("2026-03-02 20:00", "2026-03-02 21:00", WorkingTimeFit.OutsideShift)]
    [InlineData("2026-03-02 10:00", "2026-03-03 10:00", WorkingTimeFit.OutsideShift)] // not at night
    [InlineData("2026-03-01 10:00", "2026-03-01 11:00", WorkingTimeFit.RestDay)] // a Sunday
    [InlineData("2026-02-17 10:00", "2026-02-17 11:00", WorkingTimeFit.RestDay)] // a holiday in the week
    [InlineData("2026-02-14 10:00", "2026-02-14 11:00", WorkingTimeFit.Within)] // a swapped Saturday
    [InlineData("2026-02-28 10:00", "2026-02-28 18:00", WorkingTimeFit.OutsideShift)]
    public void Without_a_roster_the_organisations_hours_hold_on_working_days(string from, string to, WorkingTimeFit fit) =>
        Assert.Equal(fit, Of().Fits(At(from), At(to)));

    [Theory]
    [InlineData("2026-03-31 22:00", "2026-04-01 06:00", WorkingTimeFit.Within)] // over the end of a month
    [InlineData("2026-04-01 00:30", "2026-04-01 02:00", WorkingTimeFit.Within)] // a rest day, but of yesterday's shift
    [InlineData("2026-04-01 05:00", "2026-04-01 07:00", WorkingTimeFit.RestDay)]
    [InlineData("2026-04-01 10:00", "2026-04-01 11:00", WorkingTimeFit.RestDay)]
    [InlineData("2026-03-31 10:00", "2026-03-31 11:00", WorkingTimeFit.OutsideShift)]
    [InlineData("2026-03-31 21:00", "2026-03-31 23:00", WorkingTimeFit.OutsideShift)]
    public void A_night_shift_belongs_to_the_day_on_which_it_starts(string from, string to, WorkingTimeFit fit) =>
        Assert.Equal(fit, Of(("2026-03-31", "22:00-06:00"), ("2026-04-01", null)).Fits(At(from), At(to)));

    [Theory]
    [InlineData("2024-02-28 23:00", "2024-02-29 05:00")]
    [InlineData("2024-02-29 23:00", "2024-03-01 05:00")]
    [InlineData("2024-12-31 23:00", "2025-01-01 05:00")]
    public void Nights_over_a_leap_day_and_the_end_of_a_year_are_worked(string from, string to)
    {
        var nights = Of(("2024-02-28", "22:00-06:00"), ("2024-02-29", "22:00-06:00"), ("2024-12-31", "22:00-06:00"));

        Assert.Equal(WorkingTimeFit.Within, nights.Fits(At(from), At(to)));
    }

    [Theory]
    [InlineData("2026-03-03 07:00", "2026-03-03 09:00", WorkingTimeFit.Within)] // the night meets the morning
    [InlineData("2026-03-02 22:00", "2026-03-03 16:00", WorkingTimeFit.Within)]
    [InlineData("2026-03-03 08:00", "2026-03-03 16:00", WorkingTimeFit.Within)]
    [InlineData("2026-03-02 22:00", "2026-03-03 16:01", WorkingTimeFit.OutsideShift)]
    [InlineData("2026-03-03 15:00", "2026-03-04 07:00", WorkingTimeFit.OutsideShift)] // nothing between the morning and the next early one
    public void Shifts_that_meet_are_one_stretch_of_time(string from, string to, WorkingTimeFit fit) => Assert.Equal(
        fit,
        Of(("2026-03-02", "22:00-08:00"), ("2026-03-03", "08:00-16:00"), ("2026-03-04", "06:00-14:00")).Fits(At(from), At(to)));

    [Fact]
    public void Overlapping_shifts_are_one_stretch_of_time_too() => Assert.Equal(
        WorkingTimeFit.Within,
        Of(("2026-03-02", "22:00-08:00"), ("2026-03-03", "06:00-14:00")).Fits(At("2026-03-02 23:00"), At("2026-03-03 14:00")));

    [Fact]
    public void The_roster_beats_the_calendar_both_ways()
    {
        var time = Of(("2026-03-01", "08:00-16:00"), ("2026-03-02", null), ("2026-02-14", null), ("2026-02-17", "16:00-00:00"));

        Assert.Equal(WorkingTimeFit.Within, time.Fits(At("2026-03-01 10:00"), At("2026-03-01 11:00")));
        Assert.Equal(WorkingTimeFit.RestDay, time.Fits(At("2026-03-02 10:00"), At("2026-03-02 11:00")));
        Assert.Equal(WorkingTimeFit.RestDay, time.Fits(At("2026-02-14 10:00"), At("2026-02-14 11:00")));
        Assert.Equal(WorkingTimeFit.Within, time.Fits(At("2026-02-17 20:00"), At("2026-02-18 00:00")));
    }

    [Fact]
    public void The_span_of_a_day_is_what_begins_on_it()
    {
        var time = Of(("2026-03-31", "22:00-06:00"), ("2026-04-01", null));

        Assert.Equal(new WorkingSpan(At("2026-03-31 22:00"), At("2026-04-01 06:00")), time.SpanOf(new(2026, 3, 31)));
        Assert.Null(time.SpanOf(new(2026, 4, 1)));
        Assert.Equal(new WorkingSpan(At("2026-04-02 08:30"), At("2026-04-02 17:30")), time.SpanOf(new(2026, 4, 2)));
        Assert.Null(time.SpanOf(new(2026, 4, 4)));
    }

    [Fact]
    public void Time_that_does_not_end_after_it_begins_is_no_time() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Of().Fits(At("2026-03-02 10:00"), At("2026-03-02 10:00")));

    /// <summary>Minute by minute: within is what has every minute inside some span.</summary>
    [Fact]
    public void Time_is_within_when_every_minute_of_it_is_worked() =>
        Gen.Select(Gen.Select(Gen.Int[0, 23], Gen.Int[0, 23], Gen.Bool).Array[6], Gen.Int[0, 5 * 24], Gen.Int[1, 40]).Sample((shifts, start, hours) =>
        {
            var first = new DateOnly(2024, 2, 27);
            var time = new WorkingTime(Office, new WorkingCalendar([], []), shifts.Select((x, i) => new RosteredDay(
                first.AddDays(i), x.Item3 || x.Item1 == x.Item2 ? null : new ShiftTimes(new(x.Item1, 0), new(x.Item2, 0)))));
            var from = first.ToDateTime(TimeOnly.MinValue).AddHours(start);
            var days = Enumerable.Range(-1, 10).Select(x => time.SpanOf(first.AddDays(x))).OfType<WorkingSpan>().ToList();
            var worked = Enumerable.Range(0, hours * 60).All(x => days.Exists(y => y.From <= from.AddMinutes(x) && from.AddMinutes(x + 1) <= y.To));
            return (time.Fits(from, from.AddHours(hours)) == WorkingTimeFit.Within) == worked;
        });

    private static WorkingTime Of(params (string Day, string? Shift)[] roster) => new(Office, China, roster.Select(x =>
        new RosteredDay(DateOnly.Parse(x.Day, CultureInfo.InvariantCulture), x.Shift is null ? null : Times(x.Shift))));

    private static ShiftTimes Times(string text) =>
        new(TimeOnly.Parse(text[..5], CultureInfo.InvariantCulture), TimeOnly.Parse(text[6..], CultureInfo.InvariantCulture));

    private static DateTime At(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
}
