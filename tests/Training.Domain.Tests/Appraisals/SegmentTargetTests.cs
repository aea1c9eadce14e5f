using CsCheck;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Appraisals;

/// <summary>How the person and the rater agree on a target.</summary>
public sealed class SegmentTargetTests
{
    private static readonly DateOnly Monday = new(2026, 10, 12);
    private static readonly TargetVoice Voice = new(7, null, DateTimeOffset.UnixEpoch);

    [Fact]
    public void What_the_other_side_takes_holds()
    {
        var target = Begun(95, TargetSide.Rater);
        Assert.Null(target.Holds);

        target.Agree(TargetSide.Person, "同意", Voice);

        Assert.Equal((SegmentTargetState.Agreed, 95m, "同意"), (target.State, target.Holds, target.Remark));
    }

    [Fact]
    public void Who_proposed_it_neither_takes_nor_refuses_it()
    {
        var target = Begun(95, TargetSide.Person);

        Assert.Equal(TargetRefusals.OwnProposal, Assert.Throws<RuleViolation>(() => target.Agree(TargetSide.Person, null, Voice)).Refusal);
        Assert.Equal(TargetRefusals.OwnProposal, Assert.Throws<RuleViolation>(() => target.Refuse(TargetSide.Person, "不", Voice)).Refusal);
        Assert.Equal(SegmentTargetState.Proposed, target.State);
    }

    [Fact]
    public void After_the_second_refusal_the_next_above_decides()
    {
        var target = Begun(95, TargetSide.Rater);
        target.Refuse(TargetSide.Person, "太高", Voice);
        target.Propose(new(90, TargetSide.Person, Monday, null), Voice);
        Assert.Equal(SegmentTargetState.Proposed, target.State);
        target.Refuse(TargetSide.Rater, "太低", Voice);

        Assert.Equal(SegmentTargetState.Escalated, target.State);
        Assert.Throws<RuleViolation>(() => target.Propose(new(92, TargetSide.Person, Monday, null), Voice));
        target.Decide(92, "取中", Voice);
        Assert.Equal((SegmentTargetState.Agreed, 92m, 0), (target.State, target.Holds, target.Refusals));
    }

    [Fact]
    public void What_is_agreed_holds_while_another_value_is_talked_over()
    {
        var target = Begun(95, TargetSide.Rater);
        target.Agree(TargetSide.Person, null, Voice);

        target.Propose(new(80, TargetSide.Person, Monday, "人手减少"), Voice);
        Assert.Equal((SegmentTargetState.Proposed, 95m), (target.State, target.Holds));
        target.Refuse(TargetSide.Rater, "维持", Voice);
        Assert.Equal((SegmentTargetState.Refused, 95m, 1), (target.State, target.Holds, target.Refusals));
    }

    /// <summary>Silence is agreement to what the rater proposed alone, and only once it lay there long enough.</summary>
    [Theory]
    [InlineData(TargetSide.Rater, true, SegmentTargetState.Agreed)]
    [InlineData(TargetSide.Rater, false, SegmentTargetState.Escalated)]
    [InlineData(TargetSide.Person, true, SegmentTargetState.Escalated)]
    public void When_targets_are_due_silence_takes_what_the_rater_proposed_and_the_rest_goes_up(TargetSide by, bool isSilent, SegmentTargetState state)
    {
        var target = Begun(95, by);

        target.FallDue(isSilent, Voice.At);

        Assert.Equal((state, state == SegmentTargetState.Agreed ? 95m : null), (target.State, target.Holds));
    }

    [Fact]
    public void What_is_agreed_or_decided_upon_does_not_fall_due()
    {
        var target = Begun(95, TargetSide.Rater);
        target.Agree(TargetSide.Person, null, Voice);

        target.FallDue(true, Voice.At);

        Assert.Equal(SegmentTargetState.Agreed, target.State);
    }

    [Fact]
    public void Any_order_of_acts_keeps_what_was_agreed_last_and_never_counts_more_than_two_refusals() => Gen.Select(
        Gen.Enum<SegmentTargetAct>(), Gen.Enum<TargetSide>(), Gen.Int[1, 100]).List[0, 40].Sample(acts =>
    {
        var (target, agreed) = (Begun(50, TargetSide.Rater), (decimal?)null);
        foreach (var (act, side, value) in acts)
        {
            try
            {
                Do(target, act, side, value);
                agreed = target.State == SegmentTargetState.Agreed ? target.Holds : agreed;
            }
            catch (RuleViolation)
            {
                // Refused, and nothing is changed.
            }

            Assert.Equal(agreed, target.Holds);
            Assert.InRange(target.Refusals, 0, SegmentTarget.MostRefusals);
        }
    });

    private static void Do(SegmentTarget target, SegmentTargetAct act, TargetSide side, decimal value)
    {
        switch (act)
        {
            case SegmentTargetAct.Propose:
                target.Propose(new(value, side, Monday, null), Voice);
                break;
            case SegmentTargetAct.Agree:
                target.Agree(side, null, Voice);
                break;
            case SegmentTargetAct.Refuse:
                target.Refuse(side, "不", Voice);
                break;
            case SegmentTargetAct.Escalate:
                target.FallDue(false, Voice.At);
                break;
            default:
                target.Decide(value, "决定", Voice);
                break;
        }
    }

    private static SegmentTarget Begun(decimal value, TargetSide by) => SegmentTarget.Begin(1, 1, 1, new(value, by, Monday, null), Voice);
}
