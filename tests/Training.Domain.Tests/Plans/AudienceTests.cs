using CsCheck;
using Training.Domain.People;
using Training.Domain.Plans;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

public class AudienceTests
{
    private const long Top = 7;
    private const long Below = 8;
    private const long Elsewhere = 9;
    private static readonly long[] Tree = [Top, Below];

    /// <summary>Where a person works from a day on; nowhere: not employed.</summary>
    private sealed record Stretch(int From, long Department, long Position, ContractKind Kind);

    private static readonly Gen<Stretch[]> History = Gen.Select(
            Gen.Int[0, 40], Gen.Long[0, 3].Select(x => x == 0 ? 0 : Top + x - 1), Gen.Long[1, 2], Gen.Enum<ContractKind>(),
            (from, department, position, kind) => new Stretch(from, department, position, kind))
        .Array[0, 6];

    private static readonly Gen<AudienceFilter> Filter = Gen.Select(
        Gen.Bool, Gen.Long[1, 2].Array[0, 2], Gen.Int[-5, 45], Gen.Int[-5, 45], Gen.Bool,
        (below, positions, from, to, onlyOpenEnded) => new AudienceFilter(
            below, positions, from < 0 ? null : Start.AddDays(from), to < 0 ? null : Start.AddDays(to), onlyOpenEnded ? [ContractKind.OpenEnded] : []));

    [Fact]
    public void Following_day_by_day_or_with_days_missed_comes_to_what_evaluating_anew_comes_to()
    {
        Gen.Select(History.Array[1, 5], Filter, Gen.Int[0, 40].Array[1, 10], Gen.Int[0, 40]).Sample((people, filter, visits, last) =>
        {
            var rule = new AudienceRule(Top, filter);
            int[] some = [.. visits.Where(x => x < last).Distinct().Order(), last];

            var (daily, sparse) = (Followed(people, rule, Enumerable.Range(0, last + 1)), Followed(people, rule, some));

            var anew = people.Select(x => IsIn(x, rule, last)).ToList();
            Assert.Equal(anew, daily.Select(x => x is { DroppedOn: null }));
            Assert.Equal(anew, sparse.Select(x => x is { DroppedOn: null }));
        });
    }

    [Fact]
    public void Whoever_is_in_has_the_item_since_the_first_day_of_being_in_without_a_break()
    {
        Gen.Select(History, Filter, Gen.Int[0, 40]).Sample((person, filter, last) =>
        {
            var rule = new AudienceRule(Top, filter);

            var item = Followed([person], rule, Enumerable.Range(0, last + 1))[0];

            if (item is { DroppedOn: null })
            {
                var since = Enumerable.Range(0, last + 1).Last(day => IsIn(person, rule, day) && (day == 0 || !IsIn(person, rule, day - 1)));
                Assert.Equal(Start.AddDays(since), item.AssignedOn);
                Assert.True(item.DueOn >= Calendar.AddWorkingDays(item.AssignedOn, TrainingItem.LeastWorkingDays));
            }
        });
    }

    [Fact]
    public void Nobody_joins_after_the_last_day_of_the_plan_but_who_goes_goes()
    {
        var item = Given();

        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(null, isIn: true, isOver: true, isInPlan: true));
        Assert.Equal(FollowStep.Leaves, AudienceFollowing.Next(item, isIn: false, isOver: true, isInPlan: true));
        item.Drop(Start, DropReason.LeftAudience);
        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: true, isOver: true, isInPlan: true));
    }

    [Theory]
    [InlineData(DropReason.Exempted)]
    [InlineData(DropReason.PlanCancelled)]
    [InlineData(DropReason.PlanClosed)]
    public void Coming_back_brings_no_item_that_was_dropped_for_another_reason(DropReason reason)
    {
        var item = Given();
        item.Drop(Start, reason);

        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: true, isOver: false, isInPlan: true));
        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: false, isOver: false, isInPlan: true));
    }

    [Fact]
    public void What_was_completed_stays_completed_wherever_the_person_goes()
    {
        var item = Given();
        var course = Domain.Courses.Course.Create("CRS001", Courses.CourseTests.Content(), Start);
        item.CloseBy(
            Completion.Record(
                55, 0, new Domain.Courses.CourseTerms(1, Domain.Courses.CompletionRule.Participation, null, null), new CompletionContent(Start, CompletionResult.Passed, null, null), new CompletionRecorder(1, 1, true, false), Start, Start, Now),
            course);

        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: false, isOver: false, isInPlan: true));
        Assert.Equal(FollowStep.Stays, AudienceFollowing.Next(item, isIn: true, isOver: false, isInPlan: true));
    }

    [Fact]
    public void The_reasons_name_every_condition_that_was_asked_and_no_other()
    {
        var all = new AudienceRule(Top, new AudienceFilter(true, [1], Start, null, [ContractKind.Intern]));
        var none = new AudienceRule(Top, AudienceFilter.Everybody);

        Assert.Equal(
            [AudienceReason.DepartmentBelow, AudienceReason.Position, AudienceReason.HireDay, AudienceReason.ContractKind], all.Reasons(Below));
        Assert.Equal([AudienceReason.Department], none.Reasons(Top));
    }

    [Fact]
    public void A_hire_day_that_ends_before_it_begins_is_refused()
    {
        var content = Content(Item(0)) with { Audience = AudienceFilter.Everybody with { HiredFrom = Start, HiredTo = Start.AddDays(-1) } };

        Refused(PlanRefusals.HiredRange, "audience.hiredTo", () => Plan.Draft("X", content, Author));
    }

    private static TrainingItem Given()
    {
        var plan = Running(Item(0));
        return TrainingItem.Assign(plan, plan.Items.Single(), new Participant(55, Start, Absence.None), Start, Calendar, 1);
    }

    /// <summary>Each person's item after following on these days.</summary>
    private static List<TrainingItem?> Followed(Stretch[][] people, AudienceRule rule, IEnumerable<int> days)
    {
        var plan = Running(Item(0));
        var item = plan.Items.Single();
        var kept = people.Select(_ => (TrainingItem?)null).ToList();
        foreach (var day in days)
        {
            for (var i = 0; i < people.Length; i++)
            {
                var today = Start.AddDays(day);
                var person = new Participant(i, Start, Absence.None);
                switch (AudienceFollowing.Next(kept[i], IsIn(people[i], rule, day), isOver: false, isInPlan: true))
                {
                    case FollowStep.Joins:
                        kept[i] = TrainingItem.Assign(plan, item, person, today, Calendar, 1);
                        break;
                    case FollowStep.Returns:
                        kept[i]!.Return(plan, item, person, today, Calendar);
                        break;
                    case FollowStep.Leaves:
                        kept[i]!.Drop(today, DropReason.LeftAudience);
                        break;
                }
            }
        }

        return kept;
    }

    private static bool IsIn(Stretch[] history, AudienceRule rule, int day) =>
        FactsOn(history, day) is { } facts && rule.Admits(Tree).Compile()(facts);

    private static AudienceFacts? FactsOn(Stretch[] history, int day)
    {
        var past = history.OrderBy(x => x.From).Where(x => x.From <= day).ToList();
        if (past.Count == 0 || past[^1].Department == 0)
        {
            return null;
        }

        var hired = past.Skip(past.FindLastIndex(x => x.Department == 0) + 1).First();
        return new AudienceFacts
        {
            EmployeeId = 1,
            DepartmentId = past[^1].Department,
            PositionId = past[^1].Position,
            HiredOn = Start.AddDays(hired.From),
            ContractKind = past[^1].Kind,
        };
    }
}
