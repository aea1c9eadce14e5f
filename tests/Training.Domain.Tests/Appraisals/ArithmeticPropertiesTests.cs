using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>What holds of every appraisal.</summary>
public class ArithmeticPropertiesTests
{
    private const int People = 1000;

    // SHA-256 over the receipts of the people below, one a line. It changes only with the arithmetic, and with it
    // Receipt.CurrentArithmetic.
    private const string Pinned = "557ab800f000f0716affc4362c2b7e521049b61e7939ecb50990c626d2a8eea3";

    private static readonly Gen<int> Cut = Gen.Int[15, 77];

    [Fact]
    public void Every_score_of_every_level_lies_between_0_and_its_cap() => SomeAppraisal.Any.Sample(input =>
    {
        var receipt = AppraisalCalculation.Of(input);

        Assert.All(receipt.Segments.SelectMany(x => x.Sections).SelectMany(x => x.Items), x => Assert.InRange(x.Score?.Score ?? 0, 0, x.Cap));
        Assert.All(receipt.Segments.SelectMany(x => x.Sections), x => Assert.InRange(x.Score ?? 0, 0, 133.33m));
        Assert.All(receipt.Segments, x => Assert.InRange(x.Total ?? 0, 0, 133.33m));
        Assert.InRange(receipt.Outcome.Final ?? 0, 0, 120);
    });

    [Fact]
    public void Every_score_and_actual_has_no_more_decimals_than_it_may() => SomeAppraisal.Any.Sample(input =>
    {
        var receipt = AppraisalCalculation.Of(input);
        var scores = receipt.Segments.SelectMany(x => x.Sections.SelectMany(y => y.Items.Select(z => z.Score?.Score).Append(y.Score)).Append(x.Total));

        Assert.All(scores.Append(receipt.Outcome.Total).Append(receipt.Outcome.Final), x => Assert.Equal(decimal.Round(x ?? 0, 2), x ?? 0));
    });

    [Fact]
    public void Every_day_of_the_quarter_is_in_one_segment_or_lost_for_one_reason() => SomeAppraisal.Any.Sample(input =>
    {
        var plan = SegmentPlan.Of(input);
        var days = plan.Segments.SelectMany(x => x.Spans.SelectMany(span => Enumerable.Range(span.From.DayNumber, span.Days))).ToList();

        return days.Count == days.Distinct().Count() && days.Count + plan.BeforeHire + plan.AfterLeaving + plan.OnLeave == plan.QuarterDays
            && (plan.Segments.Count < 2 || plan.Segments.All(x => x.OwnDays >= 15))
            && plan.Given.Sum(x => x.Days) == plan.Segments.Sum(x => x.Days - x.OwnDays);
    });

    [Fact]
    public void Any_appraisal_is_recomputed_from_its_receipt_alone_to_the_last_digit() => SomeAppraisal.Any.Sample(input =>
    {
        var text = ReceiptText.Of(AppraisalCalculation.Of(input));
        var read = ReceiptText.Read(text);

        Assert.True(read.IsSound());
        Assert.Equal(text, ReceiptText.Of(read.Recompute()));
    });

    [Fact]
    public void The_order_in_which_facts_are_read_changes_nothing() => SomeAppraisal.Any.Sample(input =>
    {
        var turned = input with
        {
            Stretches = [.. input.Stretches.Reverse()],
            Leave = [.. input.Leave.Reverse()],
            Kpis = [.. input.Kpis.Reverse()],
            Measurements = [.. input.Measurements.Reverse()],
            Counts = [.. input.Counts.Reverse()],
            Marks = [.. input.Marks.Reverse()],
            SetAsides = [.. input.SetAsides.Reverse()],
            Adjustments = [.. input.Adjustments.Reverse()],
        };
        return ReceiptText.Of(AppraisalCalculation.Of(input)) == ReceiptText.Of(AppraisalCalculation.Of(turned));
    });

    [Fact]
    public void Scaling_all_weights_of_a_level_changes_no_score() => Gen.Select(SomeAppraisal.Any, Gen.Int[1, 5000]).Sample((input, percent) =>
    {
        var by = percent / 100m;
        var free = input with { Settings = new() { LeastWeight = 0 } };
        var scaled = free with
        {
            Templates = [.. free.Templates.Select(x => x with
            {
                Sections = [.. x.Sections.Select(section => section with
                {
                    Weight = section.Weight * by,
                    Items = [.. section.Items.Select(item => item with { Weight = item.Weight * by })],
                })],
            })],
        };

        var (one, other) = (AppraisalCalculation.Of(free), AppraisalCalculation.Of(scaled));

        Assert.Equal(one.Segments.SelectMany(x => x.Sections).Select(x => x.Score), other.Segments.SelectMany(x => x.Sections).Select(x => x.Score));
        Assert.Equal(one.Segments.Select(x => x.Total), other.Segments.Select(x => x.Total));
        Assert.Equal((one.Outcome.Total, one.Outcome.Grade), (other.Outcome.Total, other.Outcome.Grade));
    });

    [Fact]
    public void A_sum_spread_evenly_over_the_days_scores_the_same_whole_or_split() => Gen.Select(
        Cut, Cents(0, 50), Cents(1, 5000), Gen.Enum<KpiPeriod>(), Curves(rising: true)).Sample((cut, perDay, target, period, curve) =>
    {
        var method = curve.IsRelative == true ? Higher : curve;
        AppraisalInput Of(AppraisalInput person) => Spread(person.By(Kpi(1, period, KpiAggregation.Sum), method, target), period, perDay);

        var (whole, split) = (Of(Throughout), Of(Person((Here, cut), (There, 92 - cut))));

        Assert.Equal([perDay * 92, perDay * 92], split.Actuals());
        Assert.NotNull(whole.Total());
        Assert.Equal(whole.Total(), split.Total());
    });

    [Fact]
    public void Any_count_of_events_scores_the_same_whole_or_split() => Gen.Select(Cut, Gen.Int[0, 40], Any).Sample((cut, events, method) =>
    {
        AppraisalInput Of(AppraisalInput person) => person.By(Kpi(1, source: KpiSource.Events), method, KpiTemplateRules.TargetFaults(method, 5, "").Count > 0 ? null : 5) with { Counts = [new(1, null, events, 0)] };

        var whole = Of(Throughout).Total();
        return whole is not null && whole == Of(Person((Here, cut), (There, 92 - cut))).Total();
    });

    [Fact]
    public void Joining_segments_of_equal_totals_gives_that_total() => Gen.Select(Gen.Int[1, 40].Array[1, 6], Cents(0, 100)).Sample((days, mark) =>
    {
        var places = days.Select((x, i) => (Here with { DepartmentId = i + 1 }, x)).ToArray();
        var input = Person(places).By(Section(100, Item(1, 100)));

        return places.Aggregate(input, (sofar, x) => sofar.Marked(x.Item1, (1, mark))).Total() == mark;
    });

    [Fact]
    public void A_better_mark_never_lowers_the_total() => Gen.Select(SomeAppraisal.Any, Gen.Int[0, 100]).Sample((input, luck) =>
    {
        var rated = input.Templates.SelectMany(x => x.Sections).SelectMany(x => x.Items).Where(x => x.Method.Kind == ScoringMethodKind.Rating)
            .ToDictionary(x => x.KpiId, x => x.Method.Scale == RatingScale.Five ? 5m : 100m);
        List<Mark> marks = [.. input.Marks.Where(x => rated.ContainsKey(x.KpiId) && input.Stretches.Any(y => y.Placement == x.Placement))];
        if (marks.Count == 0)
        {
            return;
        }

        var raised = marks[luck % marks.Count];
        var better = input with { Marks = [.. input.Marks.Select(x => x == raised ? x with { Value = rated[x.KpiId] } : x)] };

        var (before, after) = (AppraisalCalculation.Of(input).Outcome.Total, AppraisalCalculation.Of(better).Outcome.Total);
        Assert.Equal(before is null, after is null);
        Assert.False(before > after);
    });

    [Fact]
    public void The_receipts_of_a_thousand_people_are_the_same_bytes_everywhere()
    {
        var pcg = new PCG(1, 20261001);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rated = 0;
        for (var i = 0; i < People; i++)
        {
            var receipt = AppraisalCalculation.Of(SomeAppraisal.Any.Generate(pcg, null, out _));
            rated += receipt.Outcome.Final is null ? 0 : 1;
            hash.AppendData(Encoding.UTF8.GetBytes(ReceiptText.Of(receipt) + "\n"));
        }

        Assert.InRange(rated, People / 3, People);
        var found = Convert.ToHexStringLower(hash.GetHashAndReset());
        Assert.True(found == Pinned, $"The receipts hash to {found}.");
    }

    // So much a day: by day, or as the sums of its months or of the quarter.
    private static AppraisalInput Spread(AppraisalInput input, KpiPeriod period, decimal perDay) => input.With(period switch
    {
        KpiPeriod.Day => [.. Enumerable.Range(1, 92).Select(x => Daily(1, Nth(x), perDay))],
        KpiPeriod.Month => [Monthly(1, 10, 31 * perDay), Monthly(1, 11, 30 * perDay), Monthly(1, 12, 31 * perDay)],
        _ => [Quarterly(1, 92 * perDay)],
    });
}
