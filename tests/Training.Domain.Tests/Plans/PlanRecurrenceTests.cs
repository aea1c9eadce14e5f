using Training.Domain.Plans;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

/// <summary>When a half-yearly plan comes round.</summary>
public class PlanRecurrenceTests
{
    [Theory]
    [InlineData("2026-07-06", "2026-12-06", null)]
    [InlineData("2026-07-06", "2026-12-07", "2027-01-06")]
    [InlineData("2026-07-06", "2027-01-06", "2027-01-06")]
    [InlineData("2026-07-06", "2027-01-07", "2027-01-07")]
    [InlineData("2026-07-06", "2027-06-06", "2027-07-06")]
    [InlineData("2026-08-31", "2027-01-28", null)]
    [InlineData("2026-08-31", "2027-01-29", "2027-02-28")]
    [InlineData("2027-08-31", "2028-01-30", "2028-02-29")]
    [InlineData("2028-02-29", "2028-07-31", null)]
    [InlineData("2028-02-29", "2028-08-01", "2028-08-31")]
    public void The_next_is_drafted_thirty_days_before_the_day_returns_and_late_nights_draft_for_today(string startsOn, string today, string? next)
    {
        var plan = HalfYearly(Day(startsOn));

        Assert.Equal(next is null ? null : Day(next), plan.NextStart(Day(today)));
    }

    [Fact]
    public void A_plan_that_was_closed_early_comes_round_and_one_that_was_cancelled_does_not()
    {
        var (closed, cancelled) = (HalfYearly(Start), HalfYearly(Start));
        closed.Close(Author, Now, OpenMandatoryItems.None, null);
        cancelled.Cancel(Author, Now, "并入公司计划");

        Assert.Equal(new DateOnly(2027, 1, 6), closed.NextStart(new DateOnly(2026, 12, 7)));
        Assert.Null(cancelled.NextStart(new DateOnly(2026, 12, 7)));
    }

    [Fact]
    public void What_was_followed_once_or_does_not_come_round_is_not_followed()
    {
        var followed = HalfYearly(Start);
        followed.Recur(new DateOnly(2026, 12, 7));

        Assert.Null(followed.NextStart(new DateOnly(2027, 6, 30)));
        Assert.Null(Running(Item(1)).NextStart(new DateOnly(2027, 6, 30)));
    }

    private static Plan HalfYearly(DateOnly startsOn)
    {
        var plan = Plan.Draft(
            "2026h2-cs", Content(Item(1)) with { StartsOn = startsOn, EndsOn = startsOn.AddMonths(3), Recurrence = PlanRecurrence.HalfYearly }, Author);
        plan.Submit(Author, Now);
        plan.Approve(Approver, Now, null);
        plan.Start(Author, startsOn, Now);
        return plan;
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
