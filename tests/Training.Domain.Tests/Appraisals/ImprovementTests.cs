using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Appraisals;

/// <summary>Improvement plans and own goals, as far as they are worked out without a store.</summary>
public sealed class ImprovementTests
{
    private static readonly DateOnly Published = new(2026, 3, 2);
    private static readonly Appraisal Of = Appraisal.Open(1, 7, default, AppraisalStage.Published);

    [Fact]
    public void The_next_check_is_the_first_day_after_the_last_one_recorded_and_none_once_it_is_done()
    {
        var plan = ImprovementPlan.Make(Of, Content(new(2026, 3, 10), new(2026, 3, 20)), Published, Published);
        Assert.Equal(new DateOnly(2026, 3, 10), plan.NextCheckOn);

        plan.Check(new(new(2026, 3, 10), ImprovementStanding.Behind, " ", 8), new(2026, 3, 12));
        Assert.Equal((new DateOnly(2026, 3, 20), null), (plan.NextCheckOn!.Value, plan.Checks[0].Remark));
        plan.Check(new(new(2026, 3, 12), ImprovementStanding.Done, null, 8), new(2026, 3, 12));

        Assert.True(plan.IsOver);
        Assert.Null(plan.NextCheckOn);
        Assert.Equal(ImprovementRefusals.Over, Assert.Throws<RuleViolation>(() => plan.Edit(Content())).Refusal);
    }

    [Fact]
    public void Every_fault_of_a_plan_is_named_at_its_place()
    {
        var fault = Assert.Throws<RuleViolation>(() => ImprovementPlan.Make(
            Of, new(7, [new("补课", new(2026, 3, 1))], [new(2026, 3, 20), new(2026, 3, 20)]), Published, Published));

        Assert.Equal(
            ["coachNumber", "steps[0].dueOn", "checkDays[1]"], new[] { fault }.Concat(fault.Others).Select(x => x.Field));
    }

    private static ImprovementContent Content(params DateOnly[] checks) => new(8, [new("补课", new(2026, 4, 30))], checks);
}
