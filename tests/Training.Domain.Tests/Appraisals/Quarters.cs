using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;
using Training.Domain.Tests.Kpis;

namespace Training.Domain.Tests.Appraisals;

/// <summary>Facts of an appraisal of 2026Q4: 92 days, 31 in October, 30 in November, 31 in December.</summary>
internal static class Quarters
{
    public const long Position = 9;
    public static readonly Quarter Q4 = Quarter.Parse("2026Q4")!.Value;
    public static readonly DateTimeOffset Signed = new(2027, 1, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly Placement Here = new(1, Position, 11);
    public static readonly Placement There = new(2, Position, 12);
    public static readonly Placement Elsewhere = new(3, Position, 13);

    public static DateOnly Day(int month, int day) => new(2026, month, day);

    /// <summary>The n-th day of the quarter, from 1 on.</summary>
    public static DateOnly Nth(int n) => Q4.FirstDay.AddDays(n - 1);

    /// <summary>Employed for long, in these places one after the other for so many days, in the last without an end.</summary>
    public static AppraisalInput Person(params (Placement Place, int Days)[] stretches)
    {
        var input = new AppraisalInput(7, Q4) { Employment = [new(Day(1, 1), null)] };
        var from = Q4.FirstDay;
        for (var i = 0; i < stretches.Length; i++)
        {
            var to = i == stretches.Length - 1 ? (DateOnly?)null : from.AddDays(stretches[i].Days - 1);
            input = input with { Stretches = [.. input.Stretches, new(from, to, stretches[i].Place)] };
            from = to?.AddDays(1) ?? from;
        }

        return input;
    }

    public static AppraisalInput Throughout => Person((Here, 92));

    public static KpiFacts Kpi(
        long id, KpiPeriod period = KpiPeriod.Month, KpiAggregation aggregation = KpiAggregation.Average, int decimals = 2,
        KpiSource source = KpiSource.Manual) =>
        new(id, $"K{id:00}", 1, decimals, KpiUnit.Points, KpiDirection.Higher, source, period, aggregation);

    public static TemplateItemContent Item(
        long kpiId, decimal weight, ScoringMethod? method = null, decimal? target = null, ItemScope scope = ItemScope.Own, ItemCeiling? ceiling = null) =>
        new(kpiId, weight, method ?? Methods.Hundred, scope, target, 120, ceiling, null, false);

    public static TemplateSectionContent Section(decimal weight, params TemplateItemContent[] items) => new(new Bilingual("业绩", "Results"), weight, items);

    /// <summary>One template for the position of the places above, and a KPI for each of its items unless given.</summary>
    public static AppraisalInput By(this AppraisalInput input, params TemplateSectionContent[] sections) => input with
    {
        Templates = [.. input.Templates, new(Position, 5, 1, sections)],
        Kpis = [.. input.Kpis, .. sections.SelectMany(x => x.Items).Where(x => input.Kpis.All(kpi => kpi.KpiId != x.KpiId)).Select(x => Kpi(x.KpiId))],
    };

    /// <summary>One item of all the weight, scored by a method.</summary>
    public static AppraisalInput By(this AppraisalInput input, KpiFacts kpi, ScoringMethod method, decimal? target = null, ItemScope scope = ItemScope.Own) =>
        (input with { Kpis = [.. input.Kpis, kpi] }).By(Section(100, Item(kpi.KpiId, 100, method, target, scope)));

    public static AppraisalInput Marked(this AppraisalInput input, Placement place, params (long KpiId, decimal Mark)[] marks) =>
        input with { Marks = [.. input.Marks, .. marks.Select(x => new Mark(place, x.KpiId, x.Mark))] };

    public static AppraisalInput With(this AppraisalInput input, params Measured[] measurements) =>
        input with { Measurements = [.. input.Measurements, .. measurements] };

    public static AppraisalInput Without(this AppraisalInput input, params long[] kpis) =>
        input with { SetAsides = [.. input.SetAsides, .. kpis.Select(x => new SetAside(x, null, "岗位不涉及", 3))] };

    public static AppraisalInput OnLeave(this AppraisalInput input, LeaveKind kind, DateOnly from, DateOnly to,
        HalfDay fromHalf = HalfDay.Morning, HalfDay toHalf = HalfDay.Afternoon) =>
        input with { Leave = [.. input.Leave, new(kind, new(from, fromHalf, to, toHalf))] };

    public static AppraisalInput Adjusted(this AppraisalInput input, params decimal[] points) => input with
    {
        Adjustments = [.. points.Select((x, i) => new Adjustment(i + 1, x, "校准", 3, Signed))],
    };

    public static Measured Monthly(long kpiId, int month, decimal value, int? size = null, long? department = null) => new(
        (1000 * kpiId) + month + (department ?? 0) * 100, kpiId, department, Day(month, 1), Day(month, 1).AddMonths(1).AddDays(-1), value, size, "手工录入");

    public static Measured Daily(long kpiId, DateOnly on, decimal value, int? size = null, long? department = null) =>
        new((1000 * kpiId) + on.DayOfYear, kpiId, department, on, on, value, size, null);

    public static Measured Quarterly(long kpiId, decimal value, long? department = null) =>
        new(1000 * kpiId, kpiId, department, Q4.FirstDay, Q4.LastDay, value, null, null);

    public static Receipt Score(this AppraisalInput input)
    {
        var receipt = AppraisalCalculation.Of(input);
        Assert.True(ReceiptText.Read(ReceiptText.Of(receipt)).IsSound());
        return receipt;
    }

    public static decimal? Total(this AppraisalInput input) => input.Score().Outcome.Total;

    /// <summary>The first item of each segment.</summary>
    public static IReadOnlyList<ItemReceipt> FirstItems(this Receipt receipt) => [.. receipt.Segments.Select(x => x.Sections[0].Items[0])];

    public static IReadOnlyList<decimal?> Actuals(this AppraisalInput input) => [.. input.Score().FirstItems().Select(x => x.Actual?.Actual)];

    public static IReadOnlyList<decimal?> Totals(this AppraisalInput input) => [.. input.Score().Segments.Select(x => x.Total)];
}
