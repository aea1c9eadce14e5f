using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Kpis;

public class KpiTests
{
    private static readonly Quarter Now = Quarter.Parse("2026Q4")!.Value;
    private static readonly DateTimeOffset Today = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_version_holds_in_every_quarter()
    {
        var kpi = Kpi.Create("ｋ01 ", Sample.Share);

        Assert.Equal(("K01", 1), (kpi.Code, kpi.LatestVersion));
        Assert.Null(kpi.Latest.FromQuarter);
        Assert.Same(kpi.Latest, kpi.For(Quarter.Parse("1999Q1")!.Value));
    }

    [Fact]
    public void A_change_holds_from_its_quarter_on_and_the_quarter_before_keeps_what_it_had()
    {
        var kpi = Kpi.Create("K01", Sample.Share);

        var second = kpi.Edit(Sample.Share with { DefaultTarget = 97.5m }, Now, Now);
        kpi.Edit(Sample.Share with { DefaultTarget = 98 }, Now.Next, Now);

        Assert.Equal((2, "2026Q4"), (second.Number, second.FromQuarter));
        Assert.Equal(
            [95m, 97.5m, 98m, 98m],
            new[] { Now.Previous, Now, Now.Next, Now.Next.Next }.Select(x => kpi.For(x).DefaultTarget));
    }

    [Fact]
    public void Of_two_changes_from_the_same_quarter_on_the_last_holds()
    {
        var kpi = Kpi.Create("K01", Sample.Share);
        kpi.Edit(Sample.Share with { DefaultTarget = 97 }, Now, Now);
        kpi.Edit(Sample.Share with { DefaultTarget = 98 }, Now, Now);

        Assert.Equal((3, 98m), (kpi.For(Now).Number, kpi.For(Now).DefaultTarget));
    }

    [Fact]
    public void A_quarter_gone_by_and_one_before_a_planned_change_keep_their_versions()
    {
        var kpi = Kpi.Create("K01", Sample.Share);
        Refused(KpiRefusals.QuarterPast, "fromQuarter", () => kpi.Edit(Sample.Share with { Decimals = 2 }, Now.Previous, Now));
        kpi.Edit(Sample.Share with { Decimals = 2 }, Now.Next, Now);

        var refused = Refused(KpiRefusals.QuarterPast, "fromQuarter", () => kpi.Edit(Sample.Share with { Decimals = 3 }, Now, Now));

        Assert.Contains(("earliest", (object?)"2027Q1"), refused.Values);
    }

    [Fact]
    public void What_says_the_same_makes_no_version_whatever_the_order_and_the_spelling()
    {
        var content = Sample.Counted with { CourseIds = [2, 1], Proposed = ["use", "period"], Sources = [new SourcePlace("甲", "一")] };
        var kpi = Kpi.Create("K15", content);

        Refused(KpiRefusals.NothingChanged, null, () => kpi.Edit(
            content with
            {
                CourseIds = [1, 2, 2],
                Proposed = ["period", "use"],
                Sources = [new SourcePlace(" 甲 ", "一")],
                EventKindCode = " COMPLAINT",
                DefaultTarget = 95.0m,
                Name = new Bilingual(" 回访完成率 ", "Visits made"),
            },
            Now,
            Now));
        Assert.Equal(2, kpi.Edit(content with { CourseIds = [1] }, Now, Now).Number);
        Assert.Equal(3, kpi.Edit(content with { CourseIds = [1], OtherPositions = [new Bilingual("培训师", null)] }, Now, Now).Number);
    }

    [Fact]
    public void A_retired_one_is_neither_edited_nor_retired_again()
    {
        var kpi = Kpi.Create("K01", Sample.Share);
        kpi.Retire(Today);

        Refused(KpiRefusals.Retired, null, () => kpi.Retire(Today));
        Refused(KpiRefusals.Retired, null, () => kpi.Edit(Sample.Counted, Now, Now));
    }

    [Fact]
    public void Who_is_named_nowhere_is_everybody()
    {
        Assert.True(Kpi.Create("K01", Sample.Share).Latest.SuitsEverybody);
        Assert.False(Kpi.Create("K01", Sample.Share with { PositionIds = [1] }).Latest.SuitsEverybody);
        Assert.False(Kpi.Create("K01", Sample.Share with { OtherPositions = [new Bilingual("培训师", null)] }).Latest.SuitsEverybody);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "decimals", KpiRefusals.DecimalsOutOfRange.Code },
        { "plausibleFrom", KpiRefusals.MoreDecimals.Code },
        { "plausibleTo", KpiRefusals.RangeReversed.Code },
        { "defaultTarget", KpiRefusals.MoreDecimals.Code },
        { "minimumSample", KpiRefusals.MinimumSampleOutOfRange.Code },
        { "eventKindCode", KpiRefusals.EventKindMissing.Code },
        { "trainingMeasure", KpiRefusals.TrainingMeasureMissing.Code },
        { "period", KpiRefusals.SourcePeriod.Code },
        { "proposed", KpiRefusals.ProposedUnknown.Code },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_be_measured_is_refused_by_the_name_of_its_member(string member, string code)
    {
        var content = member switch
        {
            "decimals" => Sample.Share with { Decimals = 5 },
            "plausibleFrom" => Sample.Share with { PlausibleFrom = 0.25m },
            "plausibleTo" => Sample.Share with { PlausibleFrom = 101 },
            "defaultTarget" => Sample.Share with { DefaultTarget = 95.55m },
            "minimumSample" => Sample.Share with { MinimumSample = 0 },
            "eventKindCode" => Sample.Counted with { EventKindCode = " " },
            "trainingMeasure" => Sample.Share with { Source = KpiSource.Training, Period = KpiPeriod.Quarter },
            "period" => Sample.Counted with { Period = KpiPeriod.Day },
            _ => Sample.Share with { Proposed = ["formula", "name"] },
        };

        var refused = Assert.Throws<RuleViolation>(() => Kpi.Create("K01", content));

        Assert.Equal((code, member), (refused.Refusal.Code, refused.Field));
    }

    [Fact]
    public void A_member_of_another_source_is_refused()
    {
        Refused(KpiRefusals.SourceMember, "eventKindCode", () => Kpi.Create("K01", Sample.Share with { EventKindCode = "complaint" }));
        Refused(KpiRefusals.SourceMember, "trainingMeasure", () => Kpi.Create("K01", Sample.Counted with { TrainingMeasure = TrainingMeasure.Hours }));
    }

    private static RuleViolation Refused(Refusal refusal, string? field, Action act)
    {
        var refused = Assert.Throws<RuleViolation>(act);
        Assert.Equal((refusal, field), (refused.Refusal, refused.Field));
        return refused;
    }
}
