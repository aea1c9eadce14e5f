using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Commands.Demo;

/// <summary>The figures of a month that the demo company is measured by.</summary>
internal sealed class DemoFigures(TrainingDb db, OrganisationClock clock, EnterFigures enter)
{
    /// <summary>How far figures lie apart from each other; without a divisor in common with a hundred.</summary>
    private const int Stride = 37;

    /// <summary>Enters the figures of the month before, or of the month that runs where that one's quarter is closed, for everybody and
    /// every department that a template asks about; near the default target, and the same whenever the company is made.</summary>
    public Task RunAsync(CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(EnterFigures.Lock, cancellation);
            var today = clock.Today;
            var before = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
            var cutOffs = await db.DataCutOffsAsync(cancellation);
            var month = cutOffs.IsOver(Quarter.Of(before), today) ? before.AddMonths(1) : before;
            var entries = await EntriesAsync(month, today, cancellation);
            var terms = new FigureTerms(MeasurementSource.Import, IsConfirmed: false);
            var planned = await enter.PlanAsync(entries, terms, cancellation);
            await enter.ApplyAsync([.. planned.Where(x => x.Outcome != FigureOutcome.Refused)], terms, cancellation);
        },
        cancellation);

    private async Task<List<FigureEntry>> EntriesAsync(DateOnly month, DateOnly today, CancellationToken cancellation)
    {
        var quarter = Quarter.Of(month);
        var templates = await db.TemplatesInForceAsync(quarter, cancellation);
        var kpis = await db.Kpis.AsNoTracking().InForce(quarter)
            .Where(x => x.Content.Source == KpiSource.Manual || x.Content.Source == KpiSource.Import)
            .ToDictionaryAsync(x => x.Kpi.Id, x => (x.Kpi.Code, Version: x.Content), cancellation);
        var people = await (
            from assignment in db.Assignments.AsNoTracking().Where(x => x.From <= today && (x.To == null || x.To >= today))
            join person in db.Employees on assignment.EmployeeId equals person.Id
            join department in db.Departments on assignment.DepartmentId equals department.Id
            orderby person.EmployeeNumber
            select new { person.EmployeeNumber, assignment.PositionId, DepartmentCode = department.Code }).ToListAsync(cancellation);

        var asked = people.Where(x => templates.ContainsKey(x.PositionId))
            .SelectMany(x => templates[x.PositionId].Content.Sections.SelectMany(y => y.Items)
                .Where(y => y.Method.Kind != ScoringMethodKind.Rating && kpis.ContainsKey(y.KpiId))
                .Select(y => (Number: y.Scope == ItemScope.Own ? x.EmployeeNumber : null, Code: y.Scope == ItemScope.Own ? null : x.DepartmentCode, Item: y)))
            .DistinctBy(x => (x.Number, x.Code, x.Item.KpiId));
        return [.. asked.SelectMany((x, n) => PeriodsOf(kpis[x.Item.KpiId].Version.Period, month, today).Select((period, i) => new FigureEntry(
            x.Number, x.Code, kpis[x.Item.KpiId].Code, period, Figure(kpis[x.Item.KpiId].Version, x.Item.Target, n + (period.From.Month * 5) + i),
            SourceRow: "demo")))];
    }

    private static IEnumerable<MeasuredPeriod> PeriodsOf(KpiPeriod kind, DateOnly month, DateOnly today) => kind switch
    {
        KpiPeriod.Month => [MeasuredPeriod.Month(month)],
        KpiPeriod.Day => Enumerable.Range(0, 4).Select(x => month.AddDays((7 * x) + 2)).Where(x => x <= today).Select(MeasuredPeriod.Day),
        _ => Quarter.Of(month).LastDay < today ? [MeasuredPeriod.Of(Quarter.Of(month))] : [],
    };

    /// <summary>From a tenth on the worse side of the target to a twentieth on its better side, within what is plausible.</summary>
    private static MeasuredValue Figure(KpiVersion kpi, decimal? target, int seed)
    {
        var around = target ?? kpi.DefaultTarget ?? (((kpi.PlausibleFrom ?? 0) + (kpi.PlausibleTo ?? 100)) / 2);
        var share = (((seed * Stride) % 100) / 100m * 0.15m) - 0.10m;
        var value = decimal.Round(around * (1 + (kpi.Direction == KpiDirection.Higher ? share : -share)), kpi.Decimals);
        var bounded = Math.Clamp(value, kpi.PlausibleFrom ?? decimal.MinValue, kpi.PlausibleTo ?? decimal.MaxValue);
        return new(bounded, kpi.Unit == KpiUnit.Percent ? 40 + (seed % 30) : null);
    }
}
