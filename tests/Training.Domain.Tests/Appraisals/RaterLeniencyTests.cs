using CsCheck;
using Training.Domain.Appraisals;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>How totals with marks are compared with those of figures alone.</summary>
public class RaterLeniencyTests
{
    private static AppraisalInput Mixed => Throughout
        .By(Section(70, Item(1, 50, Higher, 90), Item(2, 50, Higher, 90)), Section(20, Item(3, 100)), Section(10, Item(4, 100, Higher, 100)))
        .With(Monthly(1, 10, 81), Monthly(2, 10, 90), Monthly(4, 10, 100)).Marked(Here, (3, 80));

    [Fact]
    public void Sections_of_marks_drop_out_with_their_weight()
    {
        var segment = Mixed.Score().Segments.Single();

        // (95·70 + 100·10)/80 = 95.625.
        Assert.Equal((92.5m, 95.63m), (segment.Total, RaterLeniency.ByFigures(segment)));
    }

    [Fact]
    public void Within_a_section_the_figures_keep_their_weights_among_themselves()
    {
        var segment = Throughout.By(Section(100, Item(1, 30, Higher, 90), Item(2, 10, Higher, 90), Item(3, 60)))
            .With(Monthly(1, 10, 81), Monthly(2, 10, 90)).Marked(Here, (3, 60)).Score().Segments.Single();

        // (90·30 + 100·10)/40.
        Assert.Equal((73m, 92.5m), (segment.Total, RaterLeniency.ByFigures(segment)));
    }

    [Fact]
    public void What_is_set_aside_counts_for_neither_and_marks_alone_have_nothing_to_compare_with()
    {
        Assert.Equal(95m, RaterLeniency.ByFigures(Mixed.Without(4).Score().Segments.Single()));
        Assert.Null(RaterLeniency.ByFigures(Throughout.By(Section(100, Item(3, 100))).Marked(Here, (3, 80)).Score().Segments.Single()));
    }

    [Fact]
    public void Without_marks_the_figures_give_the_total_itself() => SomeAppraisal.Any.Sample(input =>
    {
        foreach (var segment in AppraisalCalculation.Of(input).Segments)
        {
            var figures = RaterLeniency.ByFigures(segment);
            Assert.Equal(decimal.Round(figures ?? 0, 2), figures ?? 0);
            Assert.InRange(figures ?? 0, 0, 133.33m);
            if (segment.Total is { } total && !segment.Sections.SelectMany(x => x.Items).Any(x => x is { IsRated: true, SetAside: null }))
            {
                Assert.Equal(total, figures);
            }
        }
    });

    [Fact]
    public void Means_rest_on_what_can_be_compared_and_their_difference_on_the_rounded_means()
    {
        var all = RaterLeniency.Of([new(1, 7, 92.5m, 95.63m), new(1, 7, 80, null), new(1, 8, 86.51m, 90.12m)]);

        // 89.505 and 92.875, each away from zero.
        Assert.Equal((2, 3, 2, 89.51m, 92.88m, -3.37m), (all.People, all.Segments, all.Compared, all.MeanTotal, all.MeanByFigures, all.Difference));
        var none = RaterLeniency.Of([new(1, 7, 80, null)]);
        Assert.Equal((1, 1, 0, null, null, null), (none.People, none.Segments, none.Compared, none.MeanTotal, none.MeanByFigures, none.Difference));
    }
}
