using CsCheck;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

/// <summary>A plan that is amended again and again while people come and go.</summary>
public class AmendedAudienceTests
{
    private const int Courses = 3;
    private const int LastDay = 40;
    private static readonly PlanActor Second = new(3, 103);
    private static readonly Course Catalogue = Course.Create("CRS001", Training.Domain.Tests.Courses.CourseTests.Content(), Start);

    /// <summary>What the plan is to ask from a day on: of each course, due after so many days, or nothing.</summary>
    private sealed record Wish(int Day, (int? Days, bool IsMandatory)[] Items, bool OnlyFirstPosition);

    /// <summary>When a person turns from one position to the other, and what happens to their items.</summary>
    private sealed record Life(int[] Turns, int? CompletesOn, int? ExemptedOn, int? ExtendedOn);

    private static readonly Gen<Wish> AnyWish = Gen.Select(
        Gen.Int[0, LastDay], Gen.Select(Gen.Int[-10, 30], Gen.Bool, (days, mandatory) => (days < 1 ? (int?)null : days, mandatory)).Array[Courses], Gen.Bool,
        (day, items, first) => new Wish(day, items, first));

    private static readonly Gen<Life> AnyLife = Gen.Select(
        Gen.Int[0, LastDay].Array[0, 4], Gen.Int[-40, LastDay], Gen.Int[-40, LastDay], Gen.Int[-40, LastDay],
        (turns, done, exempted, extended) => new Life(turns, done < 0 ? null : done, exempted < 0 ? null : exempted, extended < 0 ? null : extended));

    [Fact]
    public void Amending_and_following_comes_to_what_evaluating_the_amended_plan_anew_comes_to()
    {
        Gen.Select(AnyWish.Array[0, 6], AnyLife.Array[1, 4], Gen.Int[0, LastDay].Array[0, 8]).Sample((wishes, people, visits) =>
        {
            var (plan, items) = Lived(wishes, people, [.. visits, LastDay]);

            var today = Start.AddDays(LastDay);
            foreach (var (i, life) in people.Index())
            {
                foreach (var row in plan.Items)
                {
                    var item = items.GetValueOrDefault((i, row));
                    var isAsked = row.IsInPlan && IsIn(life, plan, LastDay);
                    var isFree = item?.CompletedOn is not null || item?.DropReason == DropReason.Exempted;
                    Assert.Equal(isAsked && !isFree, item is { CompletedOn: null, DroppedOn: null });
                    if (item is { CompletedOn: null, DroppedOn: null })
                    {
                        Assert.Equal(TrainingItem.DueFor(plan, row, Person(i), item.AssignedOn, Calendar, item.Extension), item.Due);
                        Assert.Equal(row.IsMandatory, item.IsMandatory);
                        Assert.True(item.DueOn >= Calendar.AddWorkingDays(item.AssignedOn, TrainingItem.LeastWorkingDays));
                        Assert.True(item.ExtendedTo is null || item.DueOn >= item.ExtendedTo);
                    }
                }
            }
        });
    }

    [Fact]
    public void What_was_completed_or_exempted_stays_so_whatever_the_plan_becomes()
    {
        Gen.Select(AnyWish.Array[1, 6], AnyLife.Array[1, 3]).Sample((wishes, people) =>
        {
            var ended = new List<(TrainingItem Item, DateOnly? CompletedOn, DropReason? Dropped)>();
            var (_, items) = Lived(wishes, people, [.. Enumerable.Range(0, LastDay + 1)], ended);

            Assert.All(ended, x => Assert.Equal((x.CompletedOn, x.Dropped), (x.Item.CompletedOn, x.Item.DropReason)));
            Assert.Equal(items.Count, items.Values.Distinct().Count());
        });
    }

    /// <summary>The plan and everybody's items after all days. On a day with a wish the plan is amended and followed; on a day of
    /// the visits it is followed.</summary>
    private static (Plan Plan, Dictionary<(int, PlanItem), TrainingItem> Items) Lived(
        Wish[] wishes, Life[] people, int[] visits, List<(TrainingItem, DateOnly?, DropReason?)>? ended = null)
    {
        var plan = Running(Item(0), Item(1));
        var kept = new Dictionary<(int Person, PlanItem Row), TrainingItem>();
        PlanAmendment? latest = null;
        for (var day = 0; day <= LastDay; day++)
        {
            var amended = false;
            foreach (var wish in wishes.Where(x => x.Day == day))
            {
                amended |= Amend(plan, wish, ref latest);
            }

            if (amended || visits.Contains(day))
            {
                Follow(plan, people, kept, day);
            }

            Live(people, kept, day, ended ?? []);
        }

        return (plan, kept);
    }

    private static bool Amend(Plan plan, Wish wish, ref PlanAmendment? latest)
    {
        PlanItemContent[] items = [.. wish.Items.Index().Where(x => x.Item.Days is not null).Select(x => Item(x.Index, x.Item.Days!.Value) with { IsMandatory = x.Item.IsMandatory })];
        var filter = AudienceFilter.Everybody with { PositionIds = wish.OnlyFirstPosition ? [1] : [] };
        try
        {
            latest = plan.Propose(latest, new AmendmentContent(items, filter, plan.EndsOn, "调整"), Author, Start.AddDays(wish.Day), Now);
        }
        catch (RuleViolation refused) when (refused.Refusal == AmendmentRefusals.ChangesNothing || refused.Refusal == PlanRefusals.ItemsMissing)
        {
            return false;
        }

        plan.Amend(latest, Second, Start.AddDays(wish.Day), Now);
        return true;
    }

    private static void Follow(Plan plan, Life[] people, Dictionary<(int Person, PlanItem Row), TrainingItem> kept, int day)
    {
        var today = Start.AddDays(day);
        foreach (var (i, row) in people.Index().SelectMany(_ => plan.Items, (x, row) => (x.Index, row)))
        {
            var item = kept.GetValueOrDefault((i, row));
            item?.Follow(plan, row, Person(i), today, Calendar);
            switch (AudienceFollowing.Next(item, IsIn(people[i], plan, day), isOver: false, row.IsInPlan))
            {
                case FollowStep.Joins:
                    kept[(i, row)] = TrainingItem.Assign(plan, row, Person(i), today, Calendar, 1);
                    break;
                case FollowStep.Returns:
                    item!.Return(plan, row, Person(i), today, Calendar);
                    break;
                case FollowStep.Leaves:
                    item!.Drop(today, DropReason.LeftAudience);
                    break;
                case FollowStep.Removed:
                    Assert.Fail("Follow has dropped it.");
                    break;
            }
        }
    }

    /// <summary>Completions are of the first course; exemptions and extensions of all that is open.</summary>
    private static void Live(
        Life[] people, Dictionary<(int Person, PlanItem Row), TrainingItem> kept, int day, List<(TrainingItem, DateOnly?, DropReason?)> ended)
    {
        var (today, hr) = (Start.AddDays(day), new TrainingItemDecider(1, 999, true, false));
        foreach (var ((person, row), item) in kept.Where(x => x.Value is { CompletedOn: null, DroppedOn: null }))
        {
            var life = people[person];
            if (row.CourseId == 0 && life.CompletesOn == day)
            {
                Assert.True(item.CloseBy(Completed(person, today), Catalogue));
                ended.Add((item, today, null));
            }
            else if (row.CourseId == 1 && life.ExemptedOn == day)
            {
                item.Exempt("已掌握", hr, today);
                ended.Add((item, null, DropReason.Exempted));
            }
            else if (life.ExtendedOn == day)
            {
                item.Extend((item.DueOn > today ? item.DueOn : today).AddDays(9), "出差", hr, today, 0);
            }
        }
    }

    private static Completion Completed(long person, DateOnly on) => Completion.Record(
        person, 0, new CourseTerms(1, CompletionRule.Participation, null, null), new CompletionContent(on, CompletionResult.Passed, null, null),
        new CompletionRecorder(9, 999, true, false), Start.AddYears(-1), on, Now);

    private static Participant Person(int i) => new(i, Start.AddYears(-1), Absence.None);

    private static bool IsIn(Life life, Plan plan, int day) => plan.Audience.Admits([7]).Compile()(new AudienceFacts
    {
        EmployeeId = 1,
        DepartmentId = 7,
        PositionId = 1 + (life.Turns.Count(x => x <= day) % 2),
        HiredOn = Start.AddYears(-1),
        ContractKind = Domain.People.ContractKind.OpenEnded,
    });
}
