using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Kpis;

public sealed class MeasurementRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly MeasuredSubject Person = new(false, "007", [(new(2025, 1, 6), new(2026, 1, 5))]);

    [Theory]
    [InlineData("2026-01", 92.5, null, null)]
    [InlineData("2026-01", 92.55, null, "measurement.moreDecimals")]
    [InlineData("2026-01", 100, null, null)]
    [InlineData("2026-01", 100.1, null, "measurement.implausible")]
    [InlineData("2026-01", -0.1, null, "measurement.implausible")]
    [InlineData("2026-01", 50, 0, "measurement.sampleOutOfRange")]
    [InlineData("2026-01", 50, 1, null)]
    [InlineData("2026-01-05", 50, null, "measurement.periodKind")]
    [InlineData("2026Q1", 50, null, "measurement.periodKind")]
    [InlineData("2026-04", 50, null, "measurement.inFuture")]
    [InlineData("2026-02", 50, null, "measurement.notEmployed")]
    [InlineData("2024-12", 50, null, "measurement.notEmployed")]
    [InlineData("2025-01", 50, null, null)]
    public void A_figure_is_refused_for_the_first_thing_that_is_wrong(string period, double value, int? size, string? code) =>
        Assert.Equal(code, Fault(Version(KpiSource.Manual), period, (decimal)value, size)?.Refusal.Code);

    [Theory]
    [InlineData(KpiSource.Events)]
    [InlineData(KpiSource.Training)]
    public void What_comes_by_itself_is_not_entered(KpiSource source) =>
        Assert.Equal("measurement.comesByItself", Fault(Version(source), "2026Q1", 1, null)!.Refusal.Code);

    [Fact]
    public void Where_only_the_figure_changes_only_the_figure_is_looked_at()
    {
        var version = Version(KpiSource.Manual);

        Assert.Null(MeasurementRules.FaultOfFigure(version, new(100.1m, null), isConfirmed: true));
        Assert.Equal("value", MeasurementRules.FaultOfFigure(version, new(100.1m, null), isConfirmed: false)!.Field);
    }

    private static RuleViolation? Fault(KpiVersion version, string period, decimal value, int? size) => MeasurementRules.FaultOf(
        "K01", version, null, Person, MeasuredPeriod.Parse(period)!.Value, new(value, size), isConfirmed: false, Today);

    private static KpiVersion Version(KpiSource source)
    {
        var isOwn = source is KpiSource.Events or KpiSource.Training;
        return Kpi.Create("K01", new KpiContent(
            new Bilingual("指标", null), new Bilingual("定义", null), new Bilingual("公式", null), KpiUnit.Percent, 1, KpiDirection.Higher, source,
            isOwn ? KpiPeriod.Quarter : KpiPeriod.Month, KpiAggregation.Average, KpiUse.Individual)
        {
            EventKindCode = source == KpiSource.Events ? "complaint" : null,
            TrainingMeasure = source == KpiSource.Training ? TrainingMeasure.Hours : null,
            PlausibleFrom = 0,
            PlausibleTo = 100,
        }).Latest;
    }
}
