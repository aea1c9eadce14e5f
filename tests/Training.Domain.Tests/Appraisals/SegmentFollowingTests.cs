using CsCheck;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Domain.Tests.Appraisals;

/// <summary>What becomes of the segments of an appraisal when the places of the person change again and again.</summary>
public class SegmentFollowingTests
{
    private static readonly Quarter Quarter = Quarter.Parse("2024Q1")!.Value;

    private static readonly Gen<SegmentPlan> Plan = Gen.Select(Gen.Int[0, 91].Array[0, 4], Gen.Int[1, 3].Array[5], (cuts, places) => PlanOf(cuts, places));

    [Fact]
    public void The_days_are_those_of_the_last_plan_and_a_number_belongs_to_one_place_for_ever() => Plan.List[1, 6].Sample(plans =>
    {
        var segments = new List<AppraisalSegment>();
        var numbers = new Dictionary<int, Placement>();
        foreach (var plan in plans)
        {
            segments.AddRange(SegmentFollowing.Begin(7, segments, plan));

            Assert.False(SegmentFollowing.Differs(segments, plan));
            Assert.Empty(SegmentFollowing.Begin(7, segments, plan));
            Assert.Equal(plan.Segments.Sum(x => x.Days), segments.Sum(x => x.Days));
            Assert.Equal(plan.Segments.Select(x => x.Placement).ToHashSet(), segments.Where(x => x.Days > 0).Select(x => x.Placement).ToHashSet());
            Assert.Equal(Enumerable.Range(1, segments.Count), segments.Select(x => x.Number).Order());
            Assert.All(segments, x => Assert.Equal(numbers.TryAdd(x.Number, x.Placement) ? x.Placement : numbers[x.Number], x.Placement));
        }
    });

    [Fact]
    public void A_plan_without_days_leaves_every_segment_with_none()
    {
        var segments = SegmentFollowing.Begin(7, [], PlanOf([], [1, 1, 1, 1, 1])).ToList();
        var none = SegmentPlan.Of(new AppraisalInput(1, Quarter));

        Assert.True(SegmentFollowing.Differs(segments, none));
        Assert.Empty(SegmentFollowing.Begin(7, segments, none));
        Assert.Equal([(0, 0)], segments.Select(x => (x.OwnDays, x.Days)));
    }

    private static SegmentPlan PlanOf(int[] cuts, int[] places)
    {
        var firsts = cuts.Append(0).Distinct().Order().Select(x => Quarter.FirstDay.AddDays(Math.Min(x, Quarter.Days - 1))).Distinct().ToList();
        return SegmentPlan.Of(new AppraisalInput(1, Quarter)
        {
            Employment = [new(Quarter.FirstDay, null)],
            Stretches =
            [
                .. firsts.Select((x, i) => new PlacedStretch(
                    x, i + 1 < firsts.Count ? firsts[i + 1].AddDays(-1) : null, new Placement(1, 1, places[i]))),
            ],
        });
    }
}
