using CsCheck;
using Training.Domain.Calendars;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Tests.People;

namespace Training.Domain.Tests.Plans;

/// <summary>Due days of one person: across the Spring Festival of 2026 (holidays 15 to 23 February, the Saturdays 14 and
/// 28 February worked), a leap day, and leave.</summary>
public class DueDayTests
{
    private static readonly DateOnly PlanStart = new(2026, 2, 9);
    private static readonly DateOnly HiredOn = new(2026, 2, 2);

    private static readonly WorkingCalendar Spring = new(
        [
            .. Enumerable.Range(15, 9).Select(day => (new DateOnly(2026, 2, day), CalendarDayKind.Holiday)),
            (new DateOnly(2026, 2, 14), CalendarDayKind.WorkingWeekend),
            (new DateOnly(2026, 2, 28), CalendarDayKind.WorkingWeekend),
        ],
        [2026]);

    [Theory]
    [InlineData(DueFrom.PlanStart, "2026-03-04", DueAnchor.PlanStart)]
    [InlineData(DueFrom.Assignment, "2026-03-06", DueAnchor.JoinedPlan)]
    [InlineData(DueFrom.HireDay, "2026-02-26", DueAnchor.HireDay)]
    public void Thirteen_working_days_cross_the_spring_festival_from_each_anchor(DueFrom from, string expected, DueAnchor anchor)
    {
        var due = Due(new PlanItemContent(0, null, true, 13, null, from), new(2026, 2, 11), Absence.None);

        Assert.Equal((DateOnly.Parse(expected, null), anchor), (due.On, due.AnchorKind));
    }

    [Fact]
    public void Nobody_has_less_than_five_working_days_after_their_assignment_across_the_festival()
    {
        // 14 February is worked, 15 to 23 are not: 14, 24, 25, 26, 27.
        var due = Due(new PlanItemContent(0, null, true, 1, null, DueFrom.HireDay), new(2026, 2, 13), Absence.None);

        Assert.Equal((new DateOnly(2026, 2, 27), DueAnchor.JoinedPlan), (due.On, due.AnchorKind));
    }

    [Fact]
    public void The_leap_day_is_counted_when_it_is_worked()
    {
        // 29 February 2028 is a Tuesday.
        var plan = PlanOf(new PlanItemContent(0, null, true, 6, null), new DateOnly(2028, 2, 22));

        var due = TrainingItem.DueFor(plan, plan.Items.Single(), Person(Absence.None), plan.StartsOn, Spring);

        Assert.Equal(new DateOnly(2028, 3, 1), due.On);
    }

    [Fact]
    public void Leave_between_assignment_and_due_day_moves_it_by_its_working_days_and_over_leave_that_follows()
    {
        // Ten working days after 9 February: Saturday 28 February, which is worked.
        var item = new PlanItemContent(0, null, true, 10, null);
        var plain = Due(item, PlanStart, Absence.None);
        var moved = Due(item, PlanStart, Leave((new(2026, 2, 26), new(2026, 2, 27))));
        var followed = Due(item, PlanStart, Leave((new(2026, 2, 26), new(2026, 2, 27)), (new(2026, 3, 3), new(2026, 3, 4))));

        Assert.Equal((new DateOnly(2026, 2, 28), 0), (plain.On, plain.LeaveDays));
        Assert.Equal((new DateOnly(2026, 3, 3), 2), (moved.On, moved.LeaveDays));
        Assert.Equal((new DateOnly(2026, 3, 5), 4), (followed.On, followed.LeaveDays));
    }

    [Fact]
    public void Leave_over_holidays_alone_moves_nothing_and_a_fixed_day_is_moved_like_any_other()
    {
        var onFixed = new PlanItemContent(0, null, true, null, new DateOnly(2026, 3, 2));

        Assert.Equal(new DateOnly(2026, 3, 2), Due(onFixed, PlanStart, Leave((new(2026, 2, 15), new(2026, 2, 23)))).On);
        Assert.Equal(new DateOnly(2026, 3, 4), Due(onFixed, PlanStart, Leave((new(2026, 2, 26), new(2026, 2, 27)))).On);
    }

    [Fact]
    public void Maternity_leave_puts_the_due_day_behind_it()
    {
        var due = Due(new PlanItemContent(0, null, true, 10, null), PlanStart, Leave((new(2026, 2, 10), new(2026, 7, 17))));

        // Ten working days after 17 July.
        Assert.Equal(new DateOnly(2026, 7, 31), due.On);
    }

    [Fact]
    public void Half_a_day_of_leave_counts_as_worked_and_two_halves_as_a_day_of_leave()
    {
        var day = new DateOnly(2026, 2, 26);
        var employee = Someone.Hired(HiredOn);
        var morning = LeaveRecord.Create(employee, LeaveKind.Annual, new(day, HalfDay.Morning, day, HalfDay.Morning), null, []);
        var afternoon = LeaveRecord.Create(employee, LeaveKind.Annual, new(day, HalfDay.Afternoon, day, HalfDay.Afternoon), null, []);

        Assert.False(Absence.Of([morning]).Covers(day));
        Assert.False(Absence.Of([afternoon]).Covers(day));
        Assert.True(Absence.Of([afternoon, morning]).Covers(day));
    }

    [Fact]
    public void With_leave_the_person_has_as_many_days_at_work_as_without()
    {
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 40], Gen.Select(Gen.Int[0, 80], Gen.Int[0, 30]).Array[0, 3]).Sample((days, delay, spans) =>
        {
            var assignedOn = PlanStart.AddDays(delay);
            var item = new PlanItemContent(0, null, true, days, null);
            var absence = Leave([.. spans.Select(x => (PlanStart.AddDays(x.Item1), PlanStart.AddDays(x.Item1 + x.Item2)))]);

            var (plain, moved) = (Due(item, assignedOn, Absence.None), Due(item, assignedOn, absence));

            Assert.Equal(AtWork(assignedOn, plain.On, Absence.None), AtWork(assignedOn, moved.On, absence));
            Assert.True(moved.On >= plain.On);
            Assert.Equal(moved.On == plain.On, moved.LeaveDays == 0);
            Assert.False(moved.LeaveDays > 0 && absence.Covers(moved.On));
        });
    }

    [Theory]
    [InlineData("2026-04-01", "2026-08-31", 0, "2026-10-29")]
    [InlineData("2026-04-01", "2026-08-31", 43, "2026-05-31")]
    [InlineData("2026-06-01", "2026-08-31", 0, "2026-05-31")]
    [InlineData("2026-02-10", "2026-02-28", 0, "2026-05-31")]
    public void Leave_that_an_extension_did_not_cover_moves_the_extended_day_on(string from, string to, int covered, string expected)
    {
        // From 1 April to 31 May 2026 there are 43 Mondays to Fridays; so many after 31 August end on Thursday 29 October,
        // and the leave has 109.
        var plan = PlanOf(new PlanItemContent(0, null, true, null, new DateOnly(2026, 3, 1)), PlanStart);
        var extension = new DueExtension(new DateOnly(2026, 3, 2), new DateOnly(2026, 5, 31), covered);
        var absence = Leave((DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

        var due = TrainingItem.DueFor(plan, plan.Items.Single(), Person(absence), PlanStart, Spring, extension);

        Assert.Equal((DateOnly.Parse(expected, null), DueAnchor.Extended), (due.On, due.AnchorKind));
        Assert.Equal(due.On > extension.To ? 109 : 0, due.LeaveDays);
    }

    private static int AtWork(DateOnly after, DateOnly last, Absence absence) =>
        Enumerable.Range(1, last.DayNumber - after.DayNumber).Select(after.AddDays).Count(x => Spring.IsWorkingDay(x) && !absence.Covers(x));

    private static DueDay Due(PlanItemContent content, DateOnly assignedOn, Absence absence)
    {
        var plan = PlanOf(content, PlanStart);
        return TrainingItem.DueFor(plan, plan.Items.Single(), Person(absence), assignedOn, Spring);
    }

    private static Plan PlanOf(PlanItemContent content, DateOnly startsOn) =>
        Plan.Draft("X", PlanExamples.Content(content) with { StartsOn = startsOn, EndsOn = null }, PlanExamples.Author);

    private static Participant Person(Absence absence) => new(55, HiredOn, absence);

    private static Absence Leave(params (DateOnly From, DateOnly To)[] spans)
    {
        var employee = Someone.Hired(HiredOn);
        return Absence.Of(spans.Select(x => LeaveRecord.Create(
            employee, LeaveKind.Annual, new LeaveSpan(x.From, HalfDay.Morning, x.To, HalfDay.Afternoon), null, [])));
    }
}
