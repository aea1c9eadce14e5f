using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.People;

namespace Training.Domain.Tests.Incentives;

public sealed class LatenessTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly ShiftTimes Office = new(new(8, 30), new(17, 30));
    private static readonly ShiftTimes Night = new(new(22, 0), new(6, 0));
    private static readonly ShiftTimes Early = new(new(0, 30), new(8, 30));

    [Theory]
    [InlineData("08:30", 0)]
    [InlineData("08:30:59", 0)]
    [InlineData("08:31", 1)]
    [InlineData("08:31:59", 1)]
    [InlineData("07:10", 0)]
    [InlineData("12:30", 240)]
    public void Late_is_who_comes_after_the_minute_in_which_the_shift_starts(string came, int minutes) =>
        Assert.Equal(new ShiftFinding(minutes, null, false), Judge(Office, [On(Monday, came), On(Monday, "17:31")]));

    [Fact]
    public void Within_the_grace_nobody_is_late_and_beyond_it_all_minutes_count()
    {
        Assert.Equal(0, Judge(Office, [On(Monday, "08:35"), On(Monday, "17:30")], grace: 5).MinutesLate);
        Assert.Equal(6, Judge(Office, [On(Monday, "08:36"), On(Monday, "17:30")], grace: 5).MinutesLate);
    }

    [Fact]
    public void A_night_shift_belongs_to_the_day_on_which_it_starts()
    {
        var time = Rostered((Monday, Night));

        Assert.Equal(Monday, Lateness.ShiftOf(On(Monday, "21:50"), time));
        Assert.Equal(Monday, Lateness.ShiftOf(On(Monday.AddDays(1), "00:10"), time));
        Assert.Equal(Monday, Lateness.ShiftOf(On(Monday.AddDays(1), "06:20"), time));
        Assert.Equal(new ShiftFinding(130, null, false), Judge(Night, [On(Monday.AddDays(1), "00:10"), On(Monday.AddDays(1), "06:02")]));
    }

    [Fact]
    public void A_punch_before_midnight_may_be_for_the_early_shift_of_the_next_day()
    {
        var time = Rostered((Monday, Office), (Monday.AddDays(1), Early));

        Assert.Equal(Monday.AddDays(1), Lateness.ShiftOf(On(Monday, "23:55"), time));
        Assert.Equal(Monday, Lateness.ShiftOf(On(Monday, "18:10"), time));
    }

    [Fact]
    public void Between_two_shifts_the_nearer_one_takes_the_punch_and_of_two_as_near_the_one_that_begins()
    {
        var time = Rostered((Monday, new(new(6, 0), new(14, 0))), (Monday.AddDays(1), new(new(0, 0), new(8, 0))));

        Assert.Equal(Monday, Lateness.ShiftOf(On(Monday, "18:59"), time));
        Assert.Equal(Monday.AddDays(1), Lateness.ShiftOf(On(Monday, "19:00"), time));
    }

    [Fact]
    public void On_a_rest_day_far_from_any_shift_a_punch_belongs_to_none()
    {
        var time = Rostered((Monday, Office), (Monday.AddDays(1), null), (Monday.AddDays(2), null));

        Assert.Null(Lateness.ShiftOf(On(Monday.AddDays(1), "10:00"), time));
        Assert.Null(Lateness.ShiftOf(On(Monday, "23:31"), time));
        Assert.Equal(Monday, Lateness.ShiftOf(On(Monday, "23:30"), time));
    }

    [Fact]
    public void Four_punches_of_a_split_day_are_one_coming_and_one_going() =>
        Assert.Equal(new ShiftFinding(2, null, false), Judge(
            Office, [On(Monday, "13:40"), On(Monday, "08:32"), On(Monday, "17:30"), On(Monday, "12:00")]));

    [Fact]
    public void Two_punches_in_one_minute_are_one()
    {
        Assert.Equal(MissingPunch.Out, Judge(Office, [On(Monday, "08:31:05"), On(Monday, "08:31:40")]).Missing);
        Assert.Equal(1, Judge(Office, [On(Monday, "08:31:05"), On(Monday, "08:31:40")]).MinutesLate);
    }

    [Fact]
    public void One_punch_alone_is_the_coming_or_the_going_to_which_it_is_nearer()
    {
        Assert.Equal(new ShiftFinding(5, MissingPunch.Out, false), Judge(Office, [On(Monday, "08:35")]));
        Assert.Equal(new ShiftFinding(0, MissingPunch.In, false), Judge(Office, [On(Monday, "17:20")]));
        Assert.Equal(new ShiftFinding(0, MissingPunch.Both, false), Judge(Office, []));
    }

    [Fact]
    public void Two_punches_after_the_end_are_no_coming_and_two_before_the_start_no_going()
    {
        Assert.Equal(MissingPunch.In, Judge(Office, [On(Monday, "17:31"), On(Monday, "17:40")]).Missing);
        Assert.Equal(MissingPunch.Out, Judge(Office, [On(Monday, "08:10"), On(Monday, "08:20")]).Missing);
    }

    [Fact]
    public void Where_the_machine_says_what_a_punch_was_that_holds()
    {
        var late = new PunchMark(On(Monday, "16:00"), PunchDirection.In);
        var early = new PunchMark(On(Monday, "09:00"), PunchDirection.Out);

        Assert.Equal(new ShiftFinding(450, MissingPunch.Out, false), Lateness.Judge(Office.On(Monday), [], [late], 0));
        Assert.Equal(new ShiftFinding(0, MissingPunch.In, false), Lateness.Judge(Office.On(Monday), [], [early], 0));
    }

    [Fact]
    public void With_leave_in_the_morning_nobody_is_late_and_with_leave_in_the_afternoon_one_is()
    {
        var punches = new[] { On(Monday, "13:05"), On(Monday, "17:30") };

        Assert.Equal(new ShiftFinding(0, null, false), Judge(Office, punches, leave: Leave(HalfDay.Morning, HalfDay.Morning)));
        Assert.Equal(new ShiftFinding(3, null, false), Judge(
            Office, [On(Monday, "08:33"), On(Monday, "12:01")], leave: Leave(HalfDay.Afternoon, HalfDay.Afternoon)));
        Assert.Equal(MissingPunch.In, Judge(Office, [On(Monday, "17:30")], leave: Leave(HalfDay.Morning, HalfDay.Morning)).Missing);
    }

    [Fact]
    public void Of_a_shift_that_is_all_leave_nothing_is_said()
    {
        Assert.True(Judge(Office, [On(Monday, "11:00")], leave: Leave(HalfDay.Morning, HalfDay.Afternoon)).IsOnLeave);
        Assert.True(Lateness.Judge(
            Office.On(Monday), [Leave(HalfDay.Morning, HalfDay.Morning), Leave(HalfDay.Afternoon, HalfDay.Afternoon)], [], 0).IsOnLeave);
        Assert.True(Judge(Night, [], leave: Leave(HalfDay.Morning, HalfDay.Afternoon)).IsOnLeave);
        Assert.False(Judge(Night, [], leave: Leave(HalfDay.Afternoon, HalfDay.Afternoon)).IsOnLeave);
    }

    [Fact]
    public void A_daily_row_of_a_night_shift_may_name_times_after_midnight()
    {
        var time = Rostered((Monday, Night));

        Assert.Equal(On(Monday, "21:58"), Lateness.MomentOf(Monday, new(21, 58), time));
        Assert.Equal(On(Monday.AddDays(1), "00:10"), Lateness.MomentOf(Monday, new(0, 10), time));
        Assert.Equal(On(Monday.AddDays(1), "06:03"), Lateness.MomentOf(Monday, new(6, 3), time));
        Assert.Equal(On(Monday, "23:55"), Lateness.MomentOf(Monday.AddDays(1), new(23, 55), Rostered((Monday.AddDays(1), Early))));
        Assert.Equal(On(Monday.AddDays(6), "10:00"), Lateness.MomentOf(Monday.AddDays(6), new(10, 0), time));
    }

    [Fact]
    public void A_leap_day_is_a_day_like_others()
    {
        var leap = new DateOnly(2028, 2, 29);
        var time = Rostered((leap, Night));

        Assert.Equal(leap, Lateness.ShiftOf(On(new DateOnly(2028, 3, 1), "06:00"), time));
        Assert.Equal(7, Lateness.Judge(Night.On(leap), [], [new(On(leap, "22:07"), PunchDirection.Unknown)], 0).MinutesLate);
    }

    private static ShiftFinding Judge(ShiftTimes shift, IEnumerable<DateTime> punches, int grace = 0, WorkingSpan? leave = null) => Lateness.Judge(
        shift.On(Monday), leave is { } span ? [span] : [], punches.Select(x => new PunchMark(x, PunchDirection.Unknown)), grace);

    private static DateTime On(DateOnly day, string time) => day.ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    private static WorkingSpan Leave(HalfDay from, HalfDay to) => Lateness.TimesOf(LeaveRecord.Create(
        People.Someone.Hired(), LeaveKind.Annual, new LeaveSpan(Monday, from, Monday, to), null, []));

    private static WorkingTime Rostered(params (DateOnly Day, ShiftTimes? Shift)[] roster) =>
        new(Office, new WorkingCalendar([], []), roster.Select(x => new RosteredDay(x.Day, x.Shift)));
}
