using CsCheck;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Tests.Kpis;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>Appraisals of every shape: changes of place, leave, hire and leaving, each source and method, gaps in the data.</summary>
internal static class SomeAppraisal
{
    private const int Items = 6;
    private static readonly Placement[] Places = [Here, There, Elsewhere, Here with { SupervisorId = 14 }];

    private static readonly Gen<(Placement Place, int Days)[]> Stretches = Gen.Select(Values(Places), Gen.Int[3, 60]).Array[1, 4];

    private static readonly Gen<LeaveStretch[]> Leave = Gen.Select(Gen.Enum<LeaveKind>(), Gen.Int[-20, 90], Gen.Int[0, 30], Gen.Bool, Gen.Bool)
        .Select(x => new LeaveStretch(x.Item1, new(
            Nth(x.Item2), x.Item4 && x.Item3 > 0 ? HalfDay.Afternoon : HalfDay.Morning, Nth(x.Item2 + x.Item3), x.Item5 ? HalfDay.Afternoon : HalfDay.Morning)))
        .Array[0, 2];

    private static readonly Gen<(int Hired, int? Left)> Employed = Gen.Select(
        Gen.Frequency((6, Gen.Const(-100)), (1, Gen.Int[1, 80])), Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[1, 90])),
        (hired, days) => (hired, days == 0 ? (int?)null : Math.Max(hired, 1) + days));

    private static readonly Gen<KpiFacts> KpiOf = Gen.Select(
        Gen.Enum<KpiPeriod>(), Gen.Enum<KpiAggregation>(), Gen.Int[0, 4], Values(KpiSource.Manual, KpiSource.Manual, KpiSource.Events, KpiSource.Training),
        Gen.Enum<TrainingMeasure>(), Gen.Bool, (period, aggregation, decimals, source, measure, scales) => Kpi(1, period, aggregation, decimals, source) with
        {
            TrainingMeasure = source == KpiSource.Training ? measure : null,
            ScalesToQuarter = scales,
            MinimumSample = decimals == 0 ? null : 10 * decimals,
        });

    private static readonly Gen<(KpiFacts Kpi, TemplateItemContent Item)> ItemOf = Gen.Select(
        KpiOf, Gen.OneOf(Methods.Any, Methods.Any, Values(Five, Hundred)), Cents(1, 400), Gen.Enum<ItemScope>(),
        Values<ItemCeiling?>(null, new("C", 60), new("D", 40)),
        (kpi, method, target, scope, ceiling) => (
            kpi, Item(1, 0, method, KpiTemplateRules.TargetFaults(method, null, "").Count > 0 ? target : null, scope, ceiling) with
            {
                // Methods drawn at random score up to 120.
                Cap = kpi.Decimals % 2 == 0 ? TemplateItemContent.UsualCap : 133.33m,
            }));

    private static readonly Gen<decimal[]> Figures = Cents(-10, 500).Array[100];

    /// <summary>Of weights drawn at random, those that total exactly 100.00.</summary>
    private static decimal[] Weights(int[] shares)
    {
        var parts = shares.Select(x => decimal.Floor(10_000m * x / shares.Sum()) / 100).ToArray();
        parts[0] += 100 - parts.Sum();
        return parts;
    }

    public static readonly Gen<AppraisalInput> Any = Gen.Select(
        Gen.Select(Stretches, Leave, Employed),
        Gen.Select(ItemOf.Array[Items], Gen.Int[1, 20].Array[Items], Gen.Int[1, Items]),
        Gen.Select(Figures, Gen.Int[0, 99].Array[Items], Gen.Int[1, 9].Array[40], Gen.Bool),
        Gen.Select(Cents(-6, 6).Array[0, 3], Values("A", "B", "E").Array[0, 1], Gen.Bool),
        (person, template, data, decided) =>
        {
            var input = Person(person.Item1) with
            {
                Employment = [new(Nth(person.Item3.Hired), person.Item3.Left is { } left ? Nth(left) : null)],
                Leave = person.Item2,
                Headships = person.Item3.Hired == -100 ? [] : [new(2, Nth(1), Nth(50))],
                AsOf = person.Item2.Length == 2 ? Nth(60) : null,
            };
            var items = template.Item1.Select((x, i) => (
                Kpi: x.Kpi with { KpiId = i + 1, Code = $"K{i + 1:00}" }, Item: x.Item with { KpiId = i + 1 })).ToList();
            input = Scored(input with { Kpis = [.. items.Select(x => x.Kpi)] }, items, template.Item2, template.Item3);
            input = Filled(input, items, data.Item1, data.Item2, data.Item3, data.Item4);
            return input.Adjusted(decided.Item1) with
            {
                EventCeilings = [.. decided.Item2.Select(x => new EventCeiling(5, "COMPLAINT", Nth(20), x))],
                LiftedCeilings = decided.Item3 ? [new(null, 5, "已核实", 3, Signed)] : [],
            };
        });

    private static AppraisalInput Scored(AppraisalInput input, List<(KpiFacts Kpi, TemplateItemContent Item)> items, int[] shares, int first)
    {
        var groups = new[] { items.Take(first).ToList(), [.. items.Skip(first)] }.Where(x => x.Count > 0).ToList();
        var sections = Weights([.. groups.Select((_, i) => shares[i])]);
        return input.By([.. groups.Select((group, i) => Section(
            sections[i], [.. group.Zip(Weights(shares[..group.Count]), (x, weight) => x.Item with { Weight = weight })]))]);
    }

    // Nearly every figure is there; of some KPIs one is missing, some are set aside.
    private static AppraisalInput Filled(
        AppraisalInput input, List<(KpiFacts Kpi, TemplateItemContent Item)> items, decimal[] figures, int[] luck, int[] sizes, bool isSized)
    {
        var next = 0;
        foreach (var (kpi, item) in items)
        {
            var id = kpi.KpiId;
            var chance = luck[(int)id - 1];
            var departments = item.Scope == ItemScope.Own ? new long?[] { null } : [1, 2, 3];
            input = input.Without(chance < 8 ? [id] : []);
            input = input with
            {
                Marks = [.. input.Marks, .. chance < 12 ? [] : Places.Select(x => new Mark(
                    x, id, item.Method.Scale == RatingScale.Hundred ? Math.Abs(figures[(int)(id + x.DepartmentId)]) % 100 : 1 + ((id + x.DepartmentId + chance) % 5)))],
                Counts = [.. input.Counts, .. departments.Select(x => new QuarterCount(id, x, chance % 7, 6 + (chance % 3)))],
                Measurements = [.. input.Measurements, .. departments.SelectMany(x => Periods(kpi.Period, chance).Select((span, i) => new Measured(
                    (1000 * id) + (100 * (x ?? 0)) + i, id, x, span.From, span.To, figures[next++ % figures.Length],
                    isSized ? sizes[i % sizes.Length] : null, null)))],
            };
        }

        return input;
    }

    private static Gen<T> Values<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(x => values[x]);

    private static IEnumerable<DaySpan> Periods(KpiPeriod period, int chance) => period switch
    {
        KpiPeriod.Day => Enumerable.Range(1, 92).Where(x => x % (2 + (chance % 5)) == 0).Select(x => new DaySpan(Nth(x), Nth(x))),
        KpiPeriod.Month => new[] { 10, 11, 12 }.Where(x => chance > 20 || x != 11).Select(x => new DaySpan(Day(x, 1), Day(x, 1).AddMonths(1).AddDays(-1))),
        _ => [new DaySpan(Q4.FirstDay, Q4.LastDay)],
    };
}
