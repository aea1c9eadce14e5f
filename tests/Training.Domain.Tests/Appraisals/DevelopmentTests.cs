using Training.Domain.Appraisals;
using static Training.Domain.Tests.Appraisals.Quarters;

namespace Training.Domain.Tests.Appraisals;

/// <summary>What items scored over the quarters.</summary>
public sealed class DevelopmentTests
{
    [Fact]
    public void Of_several_segments_a_quarter_has_the_mean_by_their_days_and_the_next_one_the_change()
    {
        var split = Person((Here, 41), (There, 51)).By(Section(100, Item(1, 100))).Marked(Here, (1, 90)).Marked(There, (1, 80)).Score();
        var later = split with { Facts = split.Facts with { Quarter = split.Facts.Quarter.Next }, Segments = [split.Segments[0]] };

        var item = Assert.Single(DevelopmentOverQuarters.Of([later, split]));

        Assert.Equal(
            [(split.Facts.Quarter, 84.46m, null), (later.Facts.Quarter, 90m, 5.54m)], item.Points.Select(x => (x.Quarter, x.Score, x.Change)));
    }

    [Fact]
    public void What_was_not_scored_or_set_aside_has_no_point()
    {
        var receipt = Throughout.By(Section(100, Item(1, 60), Item(2, 40))).Marked(Here, (1, 90)).Without(2).Score();

        Assert.Equal([1L], DevelopmentOverQuarters.Of([receipt]).Select(x => x.KpiId));
        Assert.Empty(DevelopmentOverQuarters.Of([]));
    }
}
