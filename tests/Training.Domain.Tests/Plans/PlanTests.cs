using CsCheck;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

public class PlanTests
{
    [Fact]
    public void A_plan_goes_from_draft_to_closed_and_its_history_names_who_did_what()
    {
        var plan = Draft(Item(1));

        plan.Submit(Author, Now);
        plan.Return(Approver, Now.AddHours(1), " 预算不足 ");
        plan.Edit(Content(Item(1), Item(2)), Author, Now);
        plan.Submit(Author, Now.AddHours(2));
        plan.Approve(Approver, Now.AddHours(3), null);
        plan.Start(Author, Start, Now.AddHours(4));
        plan.Close(Author, Now.AddHours(5), OpenMandatoryItems.None, null);

        Assert.Equal("2026H2-CS", plan.Code);
        Assert.Equal(PlanState.Closed, plan.State);
        Assert.Equal(Start, plan.StartedOn);
        Assert.Equal(
            [PlanAct.Submit, PlanAct.Return, PlanAct.Submit, PlanAct.Approve, PlanAct.Start, PlanAct.Close],
            plan.Steps.Select(x => x.Act));
        Assert.Equal("预算不足", plan.Steps.ElementAt(1).Remark);
        Assert.Equal([1, 2, 1, 2, 1, 1], plan.Steps.Select(x => x.ByAccountId));
    }

    [Fact]
    public void An_author_neither_approves_nor_returns_the_own_plan_not_even_with_a_second_account()
    {
        var plan = Draft(Item(1));
        plan.Submit(Author, Now);

        Refused(PlanRefusals.OwnApproval, () => plan.Approve(Author, Now, null));
        Refused(PlanRefusals.OwnApproval, () => plan.Return(Author, Now, "x"));
        Refused(PlanRefusals.OwnApproval, () => plan.Approve(Author with { AccountId = 9 }, Now, null));
        Assert.Equal(PlanState.Submitted, plan.State);
        Assert.Equal([PlanAct.Cancel], plan.AllowedActions(Author));
        Assert.Equal([PlanAct.Approve, PlanAct.Return, PlanAct.Cancel], plan.AllowedActions(Approver));
    }

    [Fact]
    public void Who_changed_a_plan_or_handed_it_in_does_not_decide_on_it()
    {
        var plan = Draft(Item(1));
        plan.Edit(Content(Item(1), Item(2)), Approver, Now);
        plan.Edit(Content(Item(2)), Approver, Now.AddMinutes(1));
        plan.Submit(Author, Now.AddMinutes(2));

        Refused(PlanRefusals.OwnApproval, () => plan.Approve(Approver, Now, null));
        Refused(PlanRefusals.OwnApproval, () => plan.Return(Approver with { AccountId = 9 }, Now, "x"));
        Assert.Equal([PlanAct.Edit, PlanAct.Submit], plan.Steps.Select(x => x.Act));

        var handedIn = Draft(Item(1));
        handedIn.Submit(Approver, Now);
        Refused(PlanRefusals.OwnApproval, () => handedIn.Approve(Approver, Now, null));
    }

    [Fact]
    public void Two_accounts_without_an_employee_are_two_people()
    {
        var plan = Plan.Draft("A", Content(Item(1)), new PlanActor(1, null));
        plan.Submit(new PlanActor(1, null), Now);

        plan.Approve(new PlanActor(2, null), Now, null);

        Assert.Equal(PlanState.Approved, plan.State);
    }

    [Fact]
    public void A_plan_without_items_cannot_be_handed_in()
    {
        var plan = Draft();

        Refused(PlanRefusals.ItemsMissing, () => plan.Submit(Author, Now));
        Assert.Equal(PlanState.Draft, plan.State);
        Assert.Empty(plan.Steps);
    }

    [Fact]
    public void A_plan_starts_on_its_first_day_at_the_earliest_and_on_its_last_at_the_latest()
    {
        var plan = Draft(Item(1));
        plan.Submit(Author, Now);
        plan.Approve(Approver, Now, null);

        Refused(PlanRefusals.StartTooEarly, () => plan.Start(Author, Start.AddDays(-1), Now));
        Refused(PlanRefusals.StartTooLate, () => plan.Start(Author, End.AddDays(1), Now));
        plan.Start(Author, End, Now);

        Assert.Equal(End, plan.StartedOn);
    }

    [Fact]
    public void A_plan_with_open_mandatory_items_is_only_closed_with_a_reason()
    {
        var plan = Running(Item(1));
        var open = new OpenMandatoryItems(3, [new("0055", new("钱小红", null), "CRS001", new("服务规范", null), End)]);

        var refused = Refused(PlanRefusals.MandatoryItemsOpen, () => plan.Close(Author, Now, open, "  "));
        plan.Close(Author, Now, open, "部门解散");

        Assert.Equal("reason", refused.Field);
        Assert.Equal(["0055", new Bilingual("钱小红", null), "CRS001", new Bilingual("服务规范", null), End], Assert.Single(refused.Details).Values.Select(x => x.Value));

        Assert.Equal(PlanState.Closed, plan.State);
    }

    [Fact]
    public void Content_that_is_wrong_is_refused_with_its_place()
    {
        Refused(PlanRefusals.EndsBeforeStart, "endsOn", Drafted(Content() with { EndsOn = Start.AddDays(-1) }));
        Refused(PlanRefusals.CourseTwice, "items[2].courseId", Drafted(Content(Item(1), Item(2), Item(1))));
        Refused(PlanRefusals.DueRule, "items[0]", Drafted(Content(Item(1) with { DueWorkingDays = null })));
        Refused(PlanRefusals.DueRule, "items[0]", Drafted(Content(Item(1) with { DueOn = End })));
        Refused(PlanRefusals.DueRule, "items[1].dueWorkingDays", Drafted(Content(Item(1), Item(2, 0))));
        Refused(PlanRefusals.DueBeforeStart, "items[0].dueOn", Drafted(Content(new PlanItemContent(1, null, true, null, Start.AddDays(-1)))));
        Refused(PlanRefusals.StageUnknown, "items[0].stage", Drafted(Content(Item(1) with { Stage = 1 })));
        Refused(PlanRefusals.StageNumbers, "stages", Drafted(Content() with { Stages = [new(2, 2, LengthUnit.Weeks)] }));
        Refused(PlanRefusals.StageLength, "stages", Drafted(Content() with { Stages = [new(1, 0, LengthUnit.Weeks)] }));
    }

    [Fact]
    public void Editing_keeps_the_row_of_a_course_that_stays()
    {
        var plan = Draft(Item(1), Item(2));
        var kept = plan.Items.Single(x => x.CourseId == 2);

        plan.Edit(Content(Item(2, 30), Item(3)), Author, Now);

        Assert.Contains(kept, plan.Items);
        Assert.Equal((1, 30), (kept.Sequence, kept.DueWorkingDays));
        Assert.Equal([(2, 1), (3, 2)], plan.Items.Select(x => (x.CourseId, x.Sequence)));
    }

    /// <summary>Any acts by anybody in any order: the state is always the one the table says, a refused act leaves
    /// state, history and content alone, and an approved plan was approved by another than its author.</summary>
    [Fact]
    public void Whatever_is_tried_the_plan_stays_within_its_table()
    {
        var step = Gen.Select(Gen.Enum<PlanAct>(), Gen.Bool, Gen.Bool);
        step.List[0, 25].Sample(steps =>
        {
            var plan = Draft(Item(1));
            foreach (var (act, byAuthor, withoutItems) in steps)
            {
                var actor = byAuthor ? Author : Approver;
                var before = (plan.State, plan.Steps.Count, Items: plan.Items.Count);
                try
                {
                    Do(plan, act, actor, withoutItems);
                    Assert.Equal(PlanLife.Table.Next(before.State, act), plan.State);
                }
                catch (RuleViolation violation)
                {
                    Assert.Equal(before, (plan.State, plan.Steps.Count, plan.Items.Count));
                    Assert.True(
                        !PlanLife.Table.Allows(before.State, act)
                        || violation.Refusal == PlanRefusals.OwnApproval
                        || (violation.Refusal == PlanRefusals.ItemsMissing && before.Items == 0));
                }
            }

            Assert.DoesNotContain(plan.Steps, x => x.Act is PlanAct.Approve or PlanAct.Return && x.ByAccountId == Author.AccountId);
        });
    }

    [Fact]
    public void What_is_allowed_is_what_is_accepted()
    {
        foreach (var act in Enum.GetValues<PlanAct>())
        {
            foreach (var actor in new[] { Author, Approver })
            {
                var plan = Draft(Item(1));
                plan.Submit(Author, Now);
                var allowed = plan.AllowedActions(actor).Contains(act);

                Assert.Equal(allowed, Record.Exception(() => Do(plan, act, actor, false)) is null);
            }
        }
    }

    private static void Do(Plan plan, PlanAct act, PlanActor actor, bool withoutItems)
    {
        switch (act)
        {
            case PlanAct.Edit: plan.Edit(withoutItems ? Content() : Content(Item(1), Item(2)), Author, Now); break;
            case PlanAct.EditBudget: plan.EditBudget([], Author, Now); break;
            case PlanAct.Delete: plan.RefuseUnlessDeletable(); break;
            case PlanAct.Submit: plan.Submit(actor, Now); break;
            case PlanAct.Approve: plan.Approve(actor, Now, null); break;
            case PlanAct.Return: plan.Return(actor, Now, "理由"); break;
            case PlanAct.Start: plan.Start(actor, Start, Now); break;
            case PlanAct.Amend: plan.Amend(plan.Propose(null, new([Item(1, 30 + plan.Steps.Count)], AudienceFilter.Everybody, plan.EndsOn, "理由"), actor, Start, Now), new PlanActor(3, 103), Start, Now); break;
            case PlanAct.Close: plan.Close(actor, Now, OpenMandatoryItems.None, null); break;
            case PlanAct.Cancel: plan.Cancel(actor, Now, "理由"); break;
            default: throw new ArgumentOutOfRangeException(nameof(act), act, "unknown act");
        }
    }

    private static Action Drafted(PlanContent content) => () => Plan.Draft("A", content, Author);
}
