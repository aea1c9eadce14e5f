using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;
using static Training.Domain.Tests.Appraisals.Quarters;

namespace Training.Domain.Tests.Appraisals;

/// <summary>Scoring 3: which days count, and in which segment.</summary>
public class SegmentPlanTests
{
    [Fact]
    public void A_quarter_in_one_place_is_one_segment_of_all_its_days() => Assert.Equal([(Here, 92, 92)], Segments(Throughout));

    [Theory]
    [InlineData("2027Q1", 90)]
    [InlineData("2028Q1", 91)]
    [InlineData("2028Q2", 91)]
    [InlineData("2028Q3", 92)]
    public void A_leap_year_has_a_day_more_in_its_first_quarter(string quarter, int days)
    {
        var input = new AppraisalInput(7, Quarter.Parse(quarter)!.Value)
        {
            Employment = [new(Day(1, 1), null)],
            Stretches = [new(Day(1, 1), null, Here)],
        };

        Assert.Equal([(Here, days, days)], Segments(input));
        Assert.Equal(days, SegmentPlan.Of(input).QuarterDays);
    }

    [Fact]
    public void Stretches_of_one_place_are_one_segment_even_with_another_between()
    {
        Assert.Equal([(Here, 60, 60), (There, 32, 32)], Segments(Person((Here, 30), (There, 32), (Here, 30))));
        Assert.Equal([(Here, 92, 92)], Segments(Person((Here, 30), (Here, 62))));
    }

    [Fact]
    public void A_change_of_supervisor_alone_makes_another_segment() =>
        Assert.Equal([(Here, 46, 46), (Here with { SupervisorId = 99 }, 46, 46)], Segments(Person((Here, 46), (Here with { SupervisorId = 99 }, 46))));

    [Theory]
    [InlineData(15, 2)]
    [InlineData(14, 1)]
    public void A_segment_of_15_days_of_its_own_stays_and_one_of_14_gives_its_days(int days, int segments) =>
        Assert.Equal(segments, Segments(Person((Here, days), (There, 92 - days))).Count);

    [Fact]
    public void A_short_stretch_goes_to_the_longer_of_its_neighbours_and_to_the_earlier_of_equals()
    {
        Assert.Equal([(Here, 30, 30), (Elsewhere, 52, 62)], Segments(Person((Here, 30), (There, 10), (Elsewhere, 52))));
        Assert.Equal([(Here, 50, 60), (Elsewhere, 32, 32)], Segments(Person((Here, 50), (There, 10), (Elsewhere, 32))));
        Assert.Equal([(Here, 41, 51), (Elsewhere, 41, 41)], Segments(Person((Here, 41), (There, 10), (Elsewhere, 41))));
    }

    [Fact]
    public void A_short_segment_of_two_stretches_gives_each_to_its_own_neighbours()
    {
        var plan = SegmentPlan.Of(Person((There, 7), (Here, 40), (There, 7), (Elsewhere, 38)));

        Assert.Equal([(Here, 40, 54), (Elsewhere, 38, 38)], plan.Segments.Select(x => (x.Placement, x.OwnDays, x.Days)));
        Assert.Equal([(Nth(1), Nth(7), 1), (Nth(48), Nth(54), 1)], plan.Given.Select(x => (x.From, x.To, x.ToSegment)));
    }

    [Fact]
    public void Neighbours_that_are_too_short_themselves_are_passed_over()
    {
        var fourth = Here with { DepartmentId = 4 };

        Assert.Equal([(Here, 40, 60), (fourth, 32, 32)], Segments(Person((Here, 40), (There, 10), (Elsewhere, 10), (fourth, 32))));
    }

    [Fact]
    public void The_length_of_neighbours_is_that_of_their_own_days() =>
        // Without the 14 days it was given, the first is shorter than the third.
        Assert.Equal(
            [(Here, 30, 44), (Elsewhere, 34, 48)],
            Segments(Person((There, 14), (Here, 30), (There with { DepartmentId = 5 }, 14), (Elsewhere, 34))));

    [Fact]
    public void If_none_has_15_the_longest_takes_all_and_the_earlier_of_equals()
    {
        Assert.Equal([(There, 14, 37)], Segments(Gone((Here, 13), (There, 14), (Elsewhere, 10))));
        Assert.Equal([(Here, 14, 38)], Segments(Gone((Here, 14), (There, 14), (Elsewhere, 10))));
    }

    [Theory]
    [InlineData(15, 92)]
    [InlineData(16, 76)]
    public void Leave_of_15_days_counts_and_one_of_16_is_left_out(int days, int left) =>
        Assert.Equal([(Here, left, left)], Segments(Throughout.OnLeave(LeaveKind.Sick, Nth(20), Nth(19 + days))));

    [Fact]
    public void The_length_of_leave_ignores_the_bounds_of_the_quarter()
    {
        var plan = SegmentPlan.Of(Throughout.OnLeave(LeaveKind.Parental, Day(9, 20), Nth(5)));

        Assert.Equal((87, 5), (plan.Segments.Single().Days, plan.OnLeave));
        Assert.Equal([new DaySpan(Nth(1), Nth(5))], plan.LeaveLeftOut);
    }

    [Fact]
    public void Records_that_touch_or_overlap_count_as_one_whatever_their_kind()
    {
        Assert.Equal(76, Left(Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(8)).OnLeave(LeaveKind.Unpaid, Nth(9), Nth(16))));
        Assert.Equal(76, Left(Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(10)).OnLeave(LeaveKind.Other, Nth(5), Nth(16))));
        Assert.Equal(92, Left(Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(8)).OnLeave(LeaveKind.Sick, Nth(10), Nth(17))));
    }

    [Fact]
    public void Annual_leave_is_never_left_out_and_joins_nothing()
    {
        Assert.Equal(92, Left(Throughout.OnLeave(LeaveKind.Annual, Nth(1), Nth(30))));
        Assert.Equal(92, Left(Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(10))
            .OnLeave(LeaveKind.Annual, Nth(11), Nth(20)).OnLeave(LeaveKind.Sick, Nth(21), Nth(30))));
    }

    [Fact]
    public void A_half_day_leaves_nothing_out_but_counts_towards_the_length()
    {
        Assert.Equal(92, Left(Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(1), HalfDay.Afternoon)));
        Assert.Equal(77, Left(Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(16), HalfDay.Afternoon)));
        Assert.Equal(92, Left(Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(16), HalfDay.Afternoon, HalfDay.Morning)));
    }

    [Fact]
    public void Two_halves_of_one_day_touch_and_an_afternoon_at_work_parts_them()
    {
        var first = Throughout.OnLeave(LeaveKind.Sick, Nth(1), Nth(10), toHalf: HalfDay.Morning);

        Assert.Equal(72, Left(first.OnLeave(LeaveKind.Other, Nth(10), Nth(20), HalfDay.Afternoon)));
        Assert.Equal(92, Left(first.OnLeave(LeaveKind.Other, Nth(11), Nth(20))));
    }

    [Fact]
    public void Leave_does_not_part_a_segment_nor_a_stretch_that_is_given()
    {
        var plan = SegmentPlan.Of(Person((There, 30), (Here, 62)).OnLeave(LeaveKind.Sick, Nth(6), Nth(25)));

        Assert.Equal([new GivenStretch(There, Nth(1), Nth(30), 10, 1)], plan.Given);
        Assert.Equal([new DaySpan(Nth(1), Nth(5)), new DaySpan(Nth(26), Nth(92))], plan.Segments.Single().Spans);
    }

    [Fact]
    public void A_stretch_spent_on_leave_is_nobodys_neighbour() =>
        Assert.Equal(
            [(Here, 40, 50), (Elsewhere, 22, 22)],
            Segments(Person((Here, 40), (There, 10), (Elsewhere, 42)).OnLeave(LeaveKind.Sick, Nth(51), Nth(70))));

    [Fact]
    public void Days_before_hire_and_after_leaving_are_told_apart()
    {
        var plan = SegmentPlan.Of(Throughout with { Employment = [new(Nth(11), Nth(40)), new(Nth(61), Nth(80))] });

        Assert.Equal((10 + 20, 12, 50), (plan.BeforeHire, plan.AfterLeaving, plan.Segments.Single().Days));
    }

    [Fact]
    public void Nobody_there_makes_no_segment() =>
        Assert.Empty(SegmentPlan.Of(Throughout with { Employment = [new(Day(1, 1), Day(9, 30))] }).Segments);

    private static int Left(AppraisalInput input) => SegmentPlan.Of(input).Segments.Sum(x => x.Days);

    // Leaves at the end of the last stretch.
    private static AppraisalInput Gone(params (Placement Place, int Days)[] stretches) =>
        Person(stretches) with { Employment = [new(Nth(1), Nth(stretches.Sum(x => x.Days)))] };

    private static List<(Placement Placement, int Own, int Days)> Segments(AppraisalInput input) =>
        [.. SegmentPlan.Of(input).Segments.Select(x => (x.Placement, x.OwnDays, x.Days))];
}
