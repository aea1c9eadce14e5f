using Training.Domain.Calendars;
using Training.Domain.People;
using Training.Domain.Plans;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

public class PlanAmendmentTests
{
    private static readonly PlanActor Other = new(3, 103);

    [Fact]
    public void An_amendment_says_old_and_new_of_what_changes_and_leaves_out_what_stays()
    {
        var plan = Running(Item(1), Item(2, 30), Item(3));

        var amendment = Proposed(plan, [Item(3) with { IsMandatory = false }, Item(1), Item(4, 10)], end: End.AddDays(5));

        Assert.Equal(
            [(2L, ItemChange.Removed, Item(2, 30), null), (3L, ItemChange.Changed, Item(3), Item(3) with { IsMandatory = false }), (4L, ItemChange.Added, null, Item(4, 10))],
            amendment.Items.Select(x => (x.CourseId, x.Change, x.Old, x.New)));
        Assert.Equal((End, End.AddDays(5), true, false), (amendment.OldEndsOn, amendment.NewEndsOn, amendment.ChangesEnd, amendment.ChangesAudience));
        Assert.Equal((AmendmentState.Submitted, 1, "调整"), (amendment.State, amendment.Number, amendment.Reason));
        Assert.Equal([1, 2, 3], plan.CurrentItems.Select(x => x.CourseId));
        Assert.Equal(End, plan.EndsOn);
    }

    [Fact]
    public void Approved_it_changes_the_plan_keeps_the_rows_and_stands_in_its_history()
    {
        var plan = Running(Item(1), Item(2), Item(3));
        var rows = plan.Items.ToDictionary(x => x.CourseId);

        Amend(plan, [Item(1, 30), Item(3), Item(4)]);

        Assert.Equal([(1, 1), (3, 2), (4, 3)], plan.CurrentItems.Select(x => (x.CourseId, x.Sequence)));
        Assert.Equal((30, Start, rows[1]), (rows[1].DueWorkingDays, rows[1].DueRuleChangedOn, plan.CurrentItems.First()));
        Assert.Equal((Start, null), (rows[2].RemovedOn, rows[3].DueRuleChangedOn));
        Assert.Equal((PlanAct.Amend, Other.AccountId, "调整"), (plan.Steps.Last().Act, plan.Steps.Last().ByAccountId, plan.Steps.Last().Remark));

        // The same course again: the same row, as if it were new.
        Amend(plan, [Item(1, 30), Item(3), Item(4), Item(2, 40)], on: Start.AddDays(3));
        Assert.Equal((null, null, 40, 4), (rows[2].RemovedOn, rows[2].DueRuleChangedOn, rows[2].DueWorkingDays, rows[2].Sequence));
        Assert.Equal(4, plan.Items.Count);
    }

    [Fact]
    public void What_changes_nothing_or_leaves_nothing_is_refused_and_the_order_of_items_and_positions_is_no_change()
    {
        var plan = Running(Item(1), new PlanItemContent(2, null, true, null, End, DueFrom.HireDay));

        Refused(AmendmentRefusals.ChangesNothing, () => Proposed(plan, [new PlanItemContent(2, null, true, null, End), Item(1)]));
        Refused(PlanRefusals.ItemsMissing, "items", () => Proposed(plan, []));
        Amend(plan, [Item(1)], AudienceFilter.Everybody with { PositionIds = [2, 1, 2] });
        Refused(AmendmentRefusals.ChangesNothing, () => Proposed(plan, [Item(1)], AudienceFilter.Everybody with { PositionIds = [1, 2] }));
        Assert.Equal([1, 2], plan.AudiencePositionIds);
    }

    [Fact]
    public void Content_that_a_plan_may_not_have_is_refused_with_its_place()
    {
        var plan = Running(Item(1));

        Refused(PlanRefusals.CourseTwice, "items[1].courseId", () => Proposed(plan, [Item(1), Item(1)]));
        Refused(PlanRefusals.StageUnknown, "items[0].stage", () => Proposed(plan, [Item(1) with { Stage = 1 }]));
        Refused(PlanRefusals.EndsBeforeStart, "endsOn", () => Proposed(plan, [Item(1)], end: Start.AddDays(-1)));
        Refused(PlanRefusals.HiredRange, "audience.hiredTo", () => Proposed(
            plan, [Item(1)], AudienceFilter.Everybody with { HiredFrom = Start, HiredTo = Start.AddDays(-1) }));
    }

    [Fact]
    public void After_the_last_day_a_course_is_added_only_with_a_later_last_day()
    {
        var plan = Running(Item(1));
        var late = End.AddDays(1);

        Refused(AmendmentRefusals.AfterEnd, () => Proposed(plan, [Item(1), Item(2)], on: late));
        Assert.Equal(AmendmentState.Submitted, Proposed(plan, [Item(1, 30)], on: late).State);
        Assert.Equal(AmendmentState.Submitted, Proposed(plan, [Item(1), Item(2)], end: late, on: late).State);

        // Proposed in time, and approved too late.
        var waiting = Proposed(plan, [Item(1), Item(2)], on: End);
        Refused(AmendmentRefusals.AfterEnd, () => plan.Amend(waiting, Other, late, Now));
        Assert.Equal((AmendmentState.Submitted, 1), (waiting.State, plan.Items.Count));
        plan.Amend(waiting, Other, End, Now);
        Assert.Equal(2, plan.Items.Count);
    }

    [Fact]
    public void One_at_a_time_waits_and_the_next_has_the_next_number()
    {
        var plan = Running(Item(1));
        var first = Proposed(plan, [Item(1, 30)]);

        var refused = Refused(AmendmentRefusals.AlreadyOpen, () => Proposed(plan, [Item(1, 40)], latest: first));
        Assert.Contains(("number", (object?)1), refused.Values);
        first.Return(Other, Now, "理由不足");

        Assert.Equal(2, Proposed(plan, [Item(1, 40)], latest: first).Number);
        Assert.Equal("理由不足", first.Remark);
    }

    [Theory]
    [InlineData(PlanState.Draft)]
    [InlineData(PlanState.Closed)]
    [InlineData(PlanState.Cancelled)]
    public void Only_a_running_plan_is_amended_also_when_it_ended_meanwhile(PlanState state)
    {
        var plan = state == PlanState.Draft ? Draft(Item(1)) : Running(Item(1));
        var waiting = state == PlanState.Draft ? null : Proposed(plan, [Item(1, 30)]);
        Finish(plan, state);

        Refused(PlanRefusals.NotInThisState, () => Proposed(plan, [Item(1, 30)]));
        if (waiting is not null)
        {
            Refused(PlanRefusals.NotInThisState, () => plan.Amend(waiting, Other, Start, Now));
            Assert.Equal([AmendmentAct.Return], waiting.AllowedActions(Other, plan.State));
            Assert.Equal([AmendmentAct.Withdraw], waiting.AllowedActions(Author, plan.State));
        }
    }

    /// <summary>Every act by everybody in every state: done where it is allowed, and refused without a trace where it is not.</summary>
    [Fact]
    public void What_is_allowed_is_what_is_accepted()
    {
        foreach (var (act, actor, done) in
            from act in Enum.GetValues<AmendmentAct>()
            from actor in new[] { Author, Author with { AccountId = 9 }, Other }
            from done in new AmendmentAct?[] { null, AmendmentAct.Approve, AmendmentAct.Return, AmendmentAct.Withdraw }
            select (act, actor, done))
        {
            var plan = Running(Item(1));
            var amendment = Proposed(plan, [Item(1, 30)]);
            if (done is { } before)
            {
                Do(plan, amendment, before, before == AmendmentAct.Withdraw ? Author : Other);
            }

            var was = (amendment.State, amendment.DecidedByAccountId, plan.Steps.Count);
            var allowed = amendment.AllowedActions(actor, plan.State).Contains(act);

            Assert.Equal(allowed, Record.Exception(() => Do(plan, amendment, act, actor)) is null);
            Assert.Equal(!allowed, was == (amendment.State, amendment.DecidedByAccountId, plan.Steps.Count));
        }
    }

    [Fact]
    public void A_changed_due_rule_leaves_nobody_less_than_five_working_days_and_keeps_what_a_person_was_allowed()
    {
        var plan = Running(Item(0, 40));
        var item = plan.Items.Single();
        var late = new DateOnly(2026, 8, 20);
        TrainingItem Given() => TrainingItem.Assign(plan, item, new Participant(55, Start, Absence.None), Start, Calendar, 1);
        var (plain, extended, away) = (Given(), Given(), Given());
        extended.Extend(new DateOnly(2026, 9, 18), "出差", new TrainingItemDecider(1, 1, true, false), Start, 0);

        Amend(plan, [Item(0, 10)], on: late);
        plain.Follow(plan, item, new Participant(55, Start, Absence.None), late, Calendar);
        extended.Follow(plan, item, new Participant(55, Start, Absence.None), late, Calendar);
        away.Follow(plan, item, new Participant(55, Start, Leave(late.AddDays(1), late.AddDays(1))), late, Calendar);

        Assert.Equal((new DateOnly(2026, 8, 27), DueAnchor.Amendment, late), (plain.DueOn, plain.DueAnchor, plain.DueAnchorOn));
        Assert.Equal((new DateOnly(2026, 9, 18), DueAnchor.Extended), (extended.DueOn, extended.DueAnchor));
        Assert.Equal((new DateOnly(2026, 8, 28), 1), (away.DueOn, away.DueLeaveDays));

        // Who is given it afterwards has the time of everybody who comes late.
        var joiner = TrainingItem.Assign(plan, item, new Participant(56, Start, Absence.None), late.AddDays(4), Calendar, 1);
        Assert.Equal((DueAnchor.JoinedPlan, late.AddDays(4)), (joiner.DueAnchor, joiner.DueAnchorOn));
    }

    [Fact]
    public void An_item_that_opens_again_is_as_its_plan_asks_by_then()
    {
        var (kept, removed, cancelled, closed) = (Running(Item(0, 20)), Running(Item(0, 20), Item(1)), Running(Item(0, 20)), Running(Item(0, 20)));
        Amend(kept, [Item(0, 60) with { IsMandatory = false }]);
        Amend(removed, [Item(1)]);
        cancelled.Cancel(Author, Now, "取消");
        closed.Close(Author, Now, OpenMandatoryItems.None, null);

        var opened = new[] { kept, removed, cancelled, closed }.Select(plan =>
        {
            var row = plan.Items.Single(x => x.CourseId == 0);
            var person = new Participant(55, Start, Absence.None);
            var item = TrainingItem.Assign(plan, row, person, Start, Calendar, 1);
            item.Follow(plan, row, person, Start, Calendar);
            return item;
        }).ToList();

        Assert.Equal((false, Calendar.AddWorkingDays(Start, 60)), (opened[0].IsMandatory, opened[0].DueOn));
        Assert.Equal([null, DropReason.ItemRemoved, DropReason.PlanCancelled, DropReason.PlanClosed], opened.Select(x => x.DropReason));
    }

    [Fact]
    public void Out_of_the_plan_is_dropped_and_back_in_it_comes_back()
    {
        var plan = Running(Item(0));
        var item = TrainingItem.Assign(plan, plan.Items.Single(), new Participant(55, Start, Absence.None), Start, Calendar, 1);

        Assert.Equal(FollowStep.Removed, AudienceFollowing.Next(item, isIn: true, isOver: false, isInPlan: false));
        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(null, isIn: true, isOver: false, isInPlan: false));
        item.Drop(Start, DropReason.ItemRemoved);
        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: true, isOver: false, isInPlan: false));
        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: false, isOver: false, isInPlan: true));
        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: true, isOver: true, isInPlan: true));
        Assert.Equal(FollowStep.Returns, AudienceFollowing.Next(item, isIn: true, isOver: false, isInPlan: true));
    }

    internal static PlanAmendment Proposed(
        Plan plan, PlanItemContent[] items, AudienceFilter? audience = null, DateOnly? end = null, DateOnly? on = null, PlanAmendment? latest = null) =>
        plan.Propose(latest, new AmendmentContent(items, audience ?? plan.Audience.Filter, end ?? plan.EndsOn, " 调整 "), Author, on ?? Start, Now);

    internal static void Amend(Plan plan, PlanItemContent[] items, AudienceFilter? audience = null, DateOnly? on = null) =>
        plan.Amend(Proposed(plan, items, audience, on: on), Other, on ?? Start, Now);

    private static void Do(Plan plan, PlanAmendment amendment, AmendmentAct act, PlanActor actor)
    {
        switch (act)
        {
            case AmendmentAct.Approve: plan.Amend(amendment, actor, Start, Now); break;
            case AmendmentAct.Return: amendment.Return(actor, Now, "理由"); break;
            case AmendmentAct.Withdraw: amendment.Withdraw(actor, Now); break;
            default: throw new ArgumentOutOfRangeException(nameof(act), act, "unknown act");
        }
    }

    private static void Finish(Plan plan, PlanState state)
    {
        switch (state)
        {
            case PlanState.Closed: plan.Close(Author, Now, OpenMandatoryItems.None, null); break;
            case PlanState.Cancelled: plan.Cancel(Author, Now, "取消"); break;
        }
    }

    private static Absence Leave(DateOnly from, DateOnly to)
    {
        var person = Employee.Hire(
            "55", new EmployeeProfile(new PersonName("钱", null, null, "q", "q"), null, null, null, Language.ZhCn), new Engagement(Start, ContractKind.OpenEnded, 1m, null));
        return Absence.Of([LeaveRecord.Create(person, LeaveKind.Annual, new LeaveSpan(from, HalfDay.Morning, to, HalfDay.Afternoon), null, [])]);
    }
}
