using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Commands.Demo;

/// <summary>The figures that the demo company is measured by.</summary>
internal sealed class DemoFigures(TrainingDb db, EnterFigures enter)
{
    /// <summary>Days of a month, after the first, of which there are figures of what is measured by day.</summary>
    private static readonly int[] DaysMeasured = [4, 18];

    /// <summary>Enters the figures of a month, and with the third month those of the quarter, for everybody who worked in it and every
    /// department that a template asks about.</summary>
    public Task RunAsync(DemoScene scene, DemoFiguresEntered step, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(EnterFigures.Lock, cancellation);
            var entries = await EntriesAsync(scene, step, cancellation);
            var terms = new FigureTerms(MeasurementSource.Import, IsConfirmed: false);
            var planned = await enter.PlanAsync(entries, terms, cancellation);
            await enter.ApplyAsync([.. planned.Where(x => x.Outcome != FigureOutcome.Refused)], terms, cancellation);
        },
        cancellation);

    private async Task<List<FigureEntry>> EntriesAsync(DemoScene scene, DemoFiguresEntered step, CancellationToken cancellation)
    {
        var quarter = scene.Quarter(step.Cycle);
        var templates = await db.TemplatesInForceAsync(quarter, cancellation);
        var kpis = await db.Kpis.AsNoTracking().InForce(quarter)
            .Where(x => x.Content.Source == KpiSource.Manual || x.Content.Source == KpiSource.Import)
            .ToDictionaryAsync(x => x.Kpi.Id, x => (x.Kpi.Code, Version: x.Content), cancellation);
        var others = scene.History.Figures.Where(x => x.Cycle == step.Cycle).ToDictionary(x => (x.Employee, x.Kpi), x => x.SampleSize);
        return
        [
            .. (await PlacesAsync(quarter, cancellation)).Where(x => templates.ContainsKey(x.PositionId))
                .SelectMany(place => templates[place.PositionId].Content.Sections.SelectMany(x => x.Items)
                    .Where(x => x.Method.Kind != ScoringMethodKind.Rating && kpis.ContainsKey(x.KpiId))
                    .SelectMany(item => PeriodsOf(kpis[item.KpiId].Version.Period, quarter, step.Month).Where(x => place.IsThereIn(x, item.Scope))
                        .Select(period => (
                            Key: place.Key(item.Scope), Item: item, Period: period, place.IsOf(item.Scope).Number, place.IsOf(item.Scope).Code))))
                .DistinctBy(x => (x.Key, x.Item.KpiId, x.Period))
                .Where(x => !others.TryGetValue((x.Key, kpis[x.Item.KpiId].Code), out var size) || size is not null)
                .Select(x => Entry(x.Number, x.Code, x.Item, x.Period, kpis[x.Item.KpiId], others)),
        ];

        FigureEntry Entry(
            string? number, string? code, TemplateItemContent item, MeasuredPeriod period, (string Code, KpiVersion Version) kpi,
            Dictionary<(string, string), int?> sizes)
        {
            var key = number ?? code!;
            var figure = Figure(kpi.Version, item.Target, DemoLuck.Skill(key), DemoLuck.Of(key, kpi.Code, step.Cycle, step.Month, period.From.Day));
            var size = sizes.GetValueOrDefault((key, kpi.Code)) ?? figure.SampleSize;
            return new(number, code, kpi.Code, period, figure with { SampleSize = size }, SourceRow: "demo");
        }
    }

    /// <summary>Where people worked in the quarter, without the months over which they were on leave.</summary>
    private async Task<List<Place>> PlacesAsync(Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        var rows = await (
            from assignment in db.Assignments.AsNoTracking().Where(x => x.From <= last && (x.To == null || x.To >= first))
            join person in db.Employees on assignment.EmployeeId equals person.Id
            join department in db.Departments on assignment.DepartmentId equals department.Id
            orderby person.EmployeeNumber, assignment.From
            select new { person.Id, person.EmployeeNumber, assignment.PositionId, department.Code, assignment.From, assignment.To }).ToListAsync(cancellation);
        var leave = (await db.LeaveRecords.AsNoTracking().Where(x => x.Kind != LeaveKind.Annual && x.FromOn <= last && x.ToOn >= first)
            .Select(x => new { x.EmployeeId, x.FromOn, x.ToOn }).ToListAsync(cancellation)).ToLookup(x => x.EmployeeId, x => (x.FromOn, x.ToOn));
        return rows.ConvertAll(x => new Place(x.EmployeeNumber, x.PositionId, x.Code, x.From, x.To ?? DateOnly.MaxValue, [.. leave[x.Id]]));
    }

    private static IEnumerable<MeasuredPeriod> PeriodsOf(KpiPeriod kind, Quarter quarter, int number)
    {
        var month = quarter.FirstDay.AddMonths(number - 1);
        return kind switch
        {
            KpiPeriod.Month => [MeasuredPeriod.Month(month)],
            KpiPeriod.Day => DaysMeasured.Select(x => MeasuredPeriod.Day(month.AddDays(x))),
            _ => number == 3 ? [MeasuredPeriod.Of(quarter)] : [],
        };
    }

    /// <summary>About the target: who works well beyond it, others behind it, within what is plausible; of enough cases.</summary>
    private static MeasuredValue Figure(KpiVersion kpi, decimal? target, int skill, int luck)
    {
        var around = target ?? kpi.DefaultTarget ?? (((kpi.PlausibleFrom ?? 0) + (kpi.PlausibleTo ?? 100)) / 2);
        var share = ((luck * 0.15m) - 12 + ((skill - 2) * 5)) / 100;
        var value = decimal.Round(around * (1 + (kpi.Direction == KpiDirection.Higher ? share : -share)), kpi.Decimals, MidpointRounding.AwayFromZero);
        var bounded = Math.Clamp(value, kpi.PlausibleFrom ?? decimal.MinValue, kpi.PlausibleTo ?? decimal.MaxValue);
        return new(bounded, kpi.MinimumSample + (luck % 30));
    }

    /// <summary>Where somebody worked.</summary>
    private sealed record Place(
        string Number, long PositionId, string Department, DateOnly From, DateOnly To, IReadOnlyList<(DateOnly From, DateOnly To)> Leave)
    {
        public string Key(ItemScope scope) => scope == ItemScope.Own ? Number : Department;

        public (string? Number, string? Code) IsOf(ItemScope scope) => scope == ItemScope.Own ? (Number, null) : (null, Department);

        public bool IsThereIn(MeasuredPeriod period, ItemScope scope) => From <= period.To && To >= period.From
            && (scope == ItemScope.Department || !Leave.Any(x => x.From <= period.From && x.To >= period.To));
    }
}
