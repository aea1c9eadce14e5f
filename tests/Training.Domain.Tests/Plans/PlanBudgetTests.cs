using CsCheck;
using Training.Domain.Plans;
using Training.Domain.Rules;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

public class PlanBudgetTests
{
    private static readonly Gen<BudgetLineContent[]> Lines = Gen.Select(Gen.Enum<BudgetKind>(), Gen.Int[0, 5000], Gen.Int[0, 9000], Gen.Bool)
        .Array[0, 5].Select(x => x.Select((line, i) => new BudgetLineContent(
            i + 1, line.Item1, "费用", line.Item2 / 100m, line.Item4 ? line.Item3 / 100m : null)).ToArray());

    [Fact]
    public void Whatever_is_entered_after_the_approval_leaves_the_planned_sum_as_it_was_approved()
    {
        Gen.Select(Lines, Lines).Sample((planned, entered) =>
        {
            var plan = Draft(Item(0));
            plan.EditBudget(planned, new PlanActor(1, null), DateTimeOffset.UnixEpoch);
            plan.Submit(Author, Now);
            plan.Approve(Approver, Now, null);
            var approved = plan.BudgetTotal.Planned;

            try
            {
                plan.EditBudget(entered, new PlanActor(1, null), DateTimeOffset.UnixEpoch);
            }
            catch (RuleViolation refused)
            {
                Assert.Equal(PlanRefusals.BudgetFixed, refused.Refusal);
            }

            Assert.Equal(approved, plan.BudgetTotal.Planned);
        });
    }

    [Fact]
    public void Actual_amounts_of_planned_lines_are_always_accepted()
    {
        Gen.Select(Lines, Gen.Int[0, 9000]).Sample((planned, cents) =>
        {
            var plan = Draft(Item(0));
            plan.EditBudget(planned, new PlanActor(1, null), DateTimeOffset.UnixEpoch);
            plan.Submit(Author, Now);
            plan.Approve(Approver, Now, null);

            plan.EditBudget([.. planned.Select(x => x with { Actual = cents / 100m })], new PlanActor(1, null), DateTimeOffset.UnixEpoch);

            Assert.Equal(planned.Length * cents / 100m, plan.BudgetTotal.Actual);
            Assert.Equal(plan.BudgetTotal.Actual - plan.BudgetTotal.Planned, plan.BudgetTotal.Difference);
        });
    }

    [Fact]
    public void Marks_are_excellent_from_their_bound_on_and_weak_below_theirs()
    {
        var content = Content(Item(0)) with { Evaluation = [new EvaluationPartContent(new("考试", "Exam"), 100, 90, 60)] };
        var part = Plan.Draft("X", content, Author).Evaluation.Single();

        Assert.Equal(
            [EvaluationGrade.Excellent, EvaluationGrade.Satisfactory, EvaluationGrade.Satisfactory, EvaluationGrade.Weak],
            new[] { 90m, 89.9m, 60m, 59.9m }.Select(part.GradeOf));
    }

    [Fact]
    public void A_plan_made_from_another_has_its_days_as_much_later_as_it_starts_later()
    {
        Gen.Int[0, 1000].Sample(later =>
        {
            var item = new PlanItemContent(0, null, true, null, Start.AddDays(30));
            var source = Plan.Draft("X", Content(item) with { Audience = AudienceFilter.Everybody with { HiredFrom = Start } }, Author);

            var copy = source.ContentFor(9, Start.AddDays(later), null, null);

            // A month is not as long as another: whole months later is up to three days more or less than as many days later.
            var slack = DayShift.Between(Start, Start.AddDays(later)).Months == 0 ? 0 : 3;
            Assert.InRange(copy.Items.Single().DueOn!.Value.DayNumber - Start.DayNumber - 30 - later, -slack, slack);
            Assert.Equal(Start.AddDays(later), copy.Audience.HiredFrom);
            Assert.InRange(copy.EndsOn!.Value.DayNumber - End.DayNumber - later, -slack, slack);
            Assert.Equal(9, copy.DepartmentId);
        });
    }
}
