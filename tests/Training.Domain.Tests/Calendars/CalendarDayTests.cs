using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Calendars;

public class CalendarDayTests
{
    private static readonly DateOnly Friday = new(2026, 2, 13);

    [Fact]
    public void A_working_weekend_must_be_a_weekend()
    {
        var refused = Assert.Throws<RuleViolation>(
            () => CalendarDay.Create(Friday, CalendarDayKind.WorkingWeekend, Bilingual.Of("调休", null)));

        Assert.Equal(CalendarRefusals.NotAWeekend, refused.Refusal);
    }

    [Fact]
    public void A_holiday_may_be_any_day_and_its_name_is_kept_plain()
    {
        var day = CalendarDay.Create(Friday, CalendarDayKind.Holiday, Bilingual.Of(" 春节 ", " "));

        Assert.Equal((Friday, CalendarDayKind.Holiday, "春节", null), (day.Day, day.Kind, day.NameZh, day.NameEn));
    }

    [Fact]
    public void A_due_day_moves_with_the_calendar_and_keeps_how_it_came_about()
    {
        var plain = new WorkingCalendar([], []);
        var swapped = WorkingCalendar.Of(
            [CalendarDay.Create(Friday.AddDays(1), CalendarDayKind.WorkingWeekend, Bilingual.Of("调休", null))],
            [CalendarYear.Create(2026, isComplete: true)]);

        var due = DueDay.Count(Friday, 1, DueAnchor.PlanStart, plain);

        Assert.Equal(Friday.AddDays(3), due.On);
        Assert.Equal(due with { On = Friday.AddDays(1) }, due.Recount(swapped));
        Assert.False(due.IsCertain(plain));
        Assert.True(due.IsCertain(swapped));
    }

    [Fact]
    public void A_due_day_named_by_hand_stays_whatever_the_calendar_says()
    {
        var sunday = new DateOnly(2026, 3, 1);

        Assert.Equal(DueDay.Named(sunday), DueDay.Named(sunday).Recount(new WorkingCalendar([], [])));
    }

    [Fact]
    public void A_year_beyond_the_calendar_is_refused() =>
        Assert.Equal(
            CalendarRefusals.YearOutOfRange,
            Assert.Throws<RuleViolation>(() => CalendarYear.Create(2200, isComplete: false)).Refusal);
}
