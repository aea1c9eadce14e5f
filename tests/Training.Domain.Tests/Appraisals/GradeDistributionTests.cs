using CsCheck;
using Training.Domain.Appraisals;

namespace Training.Domain.Tests.Appraisals;

/// <summary>How grades are counted by department and held against the guideline.</summary>
public class GradeDistributionTests
{
    private static readonly string[] Grades = ["A", "B", "C", "D", "E"];

    // 1 is at the top; 2 and 3 lie below it, 4 below 2.
    private static readonly Dictionary<long, long?> Tree = new() { [1] = null, [2] = 1, [3] = 1, [4] = 2 };

    [Fact]
    public void Small_departments_pool_upward_and_what_is_left_at_the_top_is_looked_at_with_everybody()
    {
        var spread = Spread([.. In(2, "AAABBBBBBBBB"), .. In(3, "AABBBE"), .. In(4, "DCCC"), .. In(1, "A")]);

        Assert.Equal([(1L, 1, null), (2, 12, 2L), (3, 6, null), (4, 4, 2)], spread.Departments.Select(x => (x.DepartmentId, x.People, x.Group.DepartmentId)));
        var group = spread.Departments[1].Group;
        Assert.Same(group, spread.Departments[3].Group);
        Assert.Equal((16, 18.75m, 6.25m), (group.People, group.Grades[0].Percent, group.Grades[3].Percent));
        Assert.Empty(group.Broken);
        Assert.Same(spread.Total, spread.Departments[2].Group);
        Assert.Equal([(6, 26.09m), (11 + 1, 52.17m), (3, 13.04m), (1, 4.35m), (1, 4.35m)], spread.Total.Grades.Select(x => (x.People, x.Percent)));
        var excess = Assert.Single(spread.Total.Broken);
        Assert.Equal((true, 6.09m, 2), (excess.IsExcess, excess.Points, excess.People));
        Assert.Same(excess, spread.Total.ExcessOf("A"));
        Assert.Null(spread.Total.ExcessOf("B"));
        Assert.Null(spread.Total.LackOf("D"));
    }

    [Theory]
    [InlineData("AABBBBBBBE", null, null)]
    [InlineData("AAABBBBBBE", 10.0, null)]
    [InlineData("AABBBBBBBB", null, 5.0)]
    [InlineData("AABBBBBBBBBBBBBBBBBE", null, null)]
    [InlineData("AAAAAAAAAA", 80.0, 5.0)]
    [InlineData("AAAAAAAAA", null, null)]
    public void A_share_is_broken_beyond_its_bound_in_a_group_of_ten_or_more(string grades, double? excess, double? lack)
    {
        var total = Spread(In(1, grades)).Total;

        Assert.Equal(((decimal?)excess, (decimal?)lack), (total.ExcessOf("A")?.Points, total.LackOf("E")?.Points));
        Assert.Same(total.LackOf("D"), total.LackOf("E"));
    }

    [Fact]
    public void Percent_is_rounded_half_away_from_zero_and_people_to_whole_ones()
    {
        var total = Spread(In(1, new string('A', 1) + new string('B', 799))).Total;
        Assert.Equal((0.13m, 99.88m), (total.Grades[0].Percent, total.Grades[1].Percent));
        Assert.Equal((5m, 40), (total.LackOf("E")!.Points, total.LackOf("E")!.People));

        Assert.Equal([33.33m, 66.67m], Spread(In(1, "ABB")).Total.Grades.Take(2).Select(x => x.Percent));
        Assert.Equal(1, Spread(In(1, new string('B', 11))).Total.LackOf("D")!.People);
        Assert.Equal(1, Spread(In(1, "AAA" + new string('D', 11))).Total.ExcessOf("A")!.People);
    }

    [Fact]
    public void Of_two_broken_shares_with_the_grade_the_worse_is_named()
    {
        var guideline = new DistributionGuideline([new(["A"], 20, null), new(["A", "B"], 30, null), new(["C"], 60, 50)], 1);
        var total = GradeDistribution.Of([.. In(1, "ABBBC")], Tree, Grades, guideline).Total;

        Assert.Equal((50m, 30m), (total.ExcessOf("A")!.Points, total.LackOf("C")!.Points));
        Assert.Equal(["A", "B"], total.ExcessOf("A")!.Share.Grades);
        Assert.Equal((3, 2), (total.ExcessOf("B")!.People, total.LackOf("C")!.People));
    }

    [Fact]
    public void Whose_department_is_not_known_counts_in_the_total_alone_and_nobody_is_no_group()
    {
        var spread = Spread([new(null, "A"), .. In(9, "B")]);

        Assert.Equal((9L, 1), (spread.Departments.Single().DepartmentId, spread.Departments[0].People));
        Assert.Equal(2, spread.Total.People);
        var none = Spread([]);
        Assert.Empty(none.Departments);
        Assert.All(none.Total.Grades, x => Assert.Equal((0, 0m), (x.People, x.Percent)));
    }

    [Fact]
    public void Counts_add_up_shares_total_100_and_every_department_is_in_one_group() => Gen.Select(
        Gen.Select(Gen.Long[1, 9], Gen.Int[0, 4]).Array[1, 80], Gen.Long[0, 8].Array[9], Gen.Int[1, 15]).Sample((drawn, above, smallest) =>
    {
        var parents = above.Select((x, i) => (Id: i + 1L, Above: x <= i && x > 0 ? x : (long?)null)).ToDictionary(x => x.Id, x => x.Above);
        List<GradedPerson> people = [.. drawn.Select(x => new GradedPerson(x.Item1, Grades[x.Item2]))];

        var spread = GradeDistribution.Of(people, parents, Grades, DistributionGuideline.Usual with { SmallestGroup = smallest });

        Assert.Equal(people.Count, spread.Departments.Sum(x => x.People));
        Assert.Equal(people.Count, spread.Total.People);
        foreach (var (held, grades) in spread.Departments.Select(x => (x.People, x.Grades))
            .Concat(spread.Departments.Select(x => (x.Group.People, x.Group.Grades))).Append((spread.Total.People, spread.Total.Grades)))
        {
            Assert.Equal(held, grades.Sum(x => x.People));
            Assert.InRange(grades.Sum(x => x.Percent), 100 - (0.005m * Grades.Length), 100 + (0.005m * Grades.Length));
        }

        foreach (var group in spread.Departments.GroupBy(x => x.Group).Where(x => x.Key.DepartmentId is not null))
        {
            Assert.Equal(group.Key.People, group.Sum(x => x.People));
            Assert.True(group.Key.People >= smallest);
        }
    });

    private static IEnumerable<GradedPerson> In(long department, string grades) => grades.Select(x => new GradedPerson(department, x.ToString()));

    private static GradeDistribution Spread(IEnumerable<GradedPerson> people) => GradeDistribution.Of([.. people], Tree, Grades, DistributionGuideline.Usual);
}
