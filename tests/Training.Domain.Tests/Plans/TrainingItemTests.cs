using CsCheck;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Tests.Courses;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

public class TrainingItemTests
{
    private const long Employee = 55;
    private static readonly Course Catalogue = Course.Create("CRS001", CourseTests.Content(), Start);

    [Fact]
    public void A_due_day_is_counted_in_working_days_from_the_start_of_the_plan()
    {
        var item = Assigned(Item(0, 20), Start);

        Assert.Equal(new DateOnly(2026, 8, 3), item.DueOn);
        Assert.Equal((DueAnchor.PlanStart, Start, 20), (item.DueAnchor, item.DueAnchorOn, item.DueWorkingDays));
    }

    [Fact]
    public void Whoever_is_given_the_item_late_has_five_working_days_all_the_same()
    {
        var late = new DateOnly(2026, 7, 31);

        var item = Assigned(Item(0, 20), late);

        Assert.Equal(new DateOnly(2026, 8, 7), item.DueOn);
        Assert.Equal((DueAnchor.JoinedPlan, late, 5), (item.DueAnchor, item.DueAnchorOn, item.DueWorkingDays));
    }

    [Fact]
    public void A_fixed_day_is_kept_unless_it_would_leave_less_than_five_working_days()
    {
        var day = new DateOnly(2026, 7, 18);
        var content = new PlanItemContent(0, null, true, null, day);

        Assert.Equal((day, DueAnchor.NamedDay), Due(Assigned(content, Start)));
        Assert.Equal((new DateOnly(2026, 7, 20), DueAnchor.JoinedPlan), Due(Assigned(content, new(2026, 7, 13))));
    }

    [Fact]
    public void A_due_day_is_what_the_plan_asks_or_the_least_time_whichever_is_later_and_can_be_recounted()
    {
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 400]).Sample((days, delay) =>
        {
            var assignedOn = Start.AddDays(delay);
            var item = Assigned(Item(0, days), assignedOn);

            var asked = Calendar.AddWorkingDays(Start, days);
            var least = Calendar.AddWorkingDays(assignedOn, 5);
            Assert.Equal(asked > least ? asked : least, item.DueOn);
            Assert.Equal(item.DueOn, item.Due.Recount(Calendar).On);
        });
    }

    [Fact]
    public void A_due_day_across_the_national_day_counts_neither_the_holidays_nor_forgets_the_worked_saturday()
    {
        var item = Assigned(Item(0), new(2026, 9, 29));

        Assert.Equal(new DateOnly(2026, 10, 12), item.DueOn);
    }

    [Fact]
    public void An_item_is_overdue_from_the_day_after_its_due_day()
    {
        var item = Assigned(Item(0, 20), Start);

        Assert.Equal(TrainingItemState.Open, item.StateOn(item.DueOn));
        Assert.Equal(TrainingItemState.Overdue, item.StateOn(item.DueOn.AddDays(1)));
        Assert.True(item.CloseBy(Completed(item.DueOn.AddDays(3)), Catalogue));
        Assert.Equal(TrainingItemState.Completed, item.StateOn(item.DueOn.AddDays(9)));
    }

    [Fact]
    public void A_completion_closes_only_the_open_item_of_the_same_person_and_course()
    {
        Assert.False(Assigned(Item(0), Start).CloseBy(Completed(Start, employee: Employee + 1), Catalogue));
        Assert.False(Assigned(Item(0), Start).CloseBy(Completed(Start, course: 9), Catalogue));
        Assert.False(Assigned(Item(0), Start).CloseBy(Completed(Start, CompletionResult.Failed), Catalogue));

        var item = Assigned(Item(0), Start);
        Assert.True(item.CloseBy(Completed(Start), Catalogue));
        Assert.False(item.CloseBy(Completed(Start.AddDays(1)), Catalogue));
        Assert.Equal(Start, item.CompletedOn);
    }

    [Fact]
    public void A_completion_of_before_closes_the_item_only_while_it_still_stands()
    {
        var yearly = new CourseTerms(1, CompletionRule.Participation, null, 12);

        Assert.True(Assigned(Item(0), Start).CloseBy(Completed(Start.AddMonths(-12), terms: yearly), Catalogue));
        Assert.False(Assigned(Item(0), Start).CloseBy(Completed(Start.AddMonths(-12).AddDays(-1), terms: yearly), Catalogue));
        Assert.True(Assigned(Item(0), Start).CloseBy(Completed(Start.AddMonths(13), terms: yearly), Catalogue));
    }

    [Fact]
    public void An_item_whose_completion_was_none_is_open_again()
    {
        var item = Assigned(Item(0), Start);
        item.CloseBy(Completed(Start), Catalogue);

        item.Reopen();

        Assert.Equal(TrainingItemState.Open, item.StateOn(Start));
        Assert.True(item.CloseBy(Completed(Start.AddDays(1)), Catalogue));
    }

    [Fact]
    public void A_dropped_item_is_no_longer_asked_for_and_a_completed_one_is_not_dropped()
    {
        var open = Assigned(Item(0), Start);
        var done = Assigned(Item(0), Start);
        done.CloseBy(Completed(Start), Catalogue);

        open.Drop(Start, DropReason.PlanCancelled);
        done.Drop(Start, DropReason.PlanCancelled);

        Assert.Equal(TrainingItemState.Dropped, open.StateOn(End.AddYears(1)));
        Assert.False(open.CloseBy(Completed(Start), Catalogue));
        Assert.Equal(TrainingItemState.Completed, done.StateOn(Start));
        Assert.Null(done.DroppedOn);
    }

    private static (DateOnly On, DueAnchor Anchor) Due(TrainingItem item) => (item.DueOn, item.DueAnchor);

    private static TrainingItem Assigned(PlanItemContent content, DateOnly assignedOn)
    {
        var plan = Running(content);
        return TrainingItem.Assign(plan, plan.Items.Single(), new(Employee, Start.AddYears(-1), Absence.None), assignedOn, Calendar, 1);
    }

    private static Completion Completed(
        DateOnly on, CompletionResult result = CompletionResult.Passed, long employee = Employee, long course = 0, CourseTerms? terms = null) =>
        Completion.Record(
            employee, course, terms ?? new(1, CompletionRule.Participation, null, null), new CompletionContent(on, result, null, null), new CompletionRecorder(1, 1, true, false),
            new DateOnly(2020, 1, 1), on, Now);
}
