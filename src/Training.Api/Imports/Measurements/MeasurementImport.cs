using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Spreadsheets;
using Training.Domain.Kpis;
using Training.Domain.Rules;
using static Training.Api.Imports.Measurements.MeasurementColumns;
using Quarter = Training.Domain.Calendars.Quarter;

namespace Training.Api.Imports.Measurements;

/// <summary>Figures by workbook, in long form or as a table of two sides; the headers say which. A figure is recognised by whom it is
/// about, KPI and period; <c>confirm=true</c> also takes figures outside the plausible range.</summary>
internal sealed class MeasurementImport(TrainingDb db, OrganisationClock clock, EnterFigures enter, UndoFigures undo) : ImportKind
{
    public override string Name => Kind;

    public override IReadOnlyList<ImportColumn> Columns => All;

    public override string? Lock => EnterFigures.Lock;

    public override WorkbookLimits Limits { get; } = new() { Rows = 100_000 };

    /// <summary>A row that names both a person and a department is about neither.</summary>
    public override string? KeyOf(ImportRow row) => row.Get(KpiCode) is { } kpi && row.Get(Period) is { } period
        && WhoOf(row) is { } who ? $"{who} {kpi} {period.Period}" : null;

    public override Task<ImportSheet> ReadAsync(Sheet sheet, CancellationToken cancellation) =>
        CrossTable.Is(this, sheet) ? new CrossTable(this, sheet).ReadAsync(db, cancellation) : base.ReadAsync(sheet, cancellation);

    /// <summary>KPIs whose figures are entered; whom and which period is not to be chosen.</summary>
    public override async Task<IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>> ChoicesAsync(CancellationToken cancellation) =>
        new Dictionary<ImportColumn, IReadOnlyList<string>> { [KpiCode] = await CodesAsync(cancellation) };

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var terms = new FigureTerms(MeasurementSource.Import, log.Order.IsConfirmed);
        var file = log.Order.File.Name;
        var planned = new List<PlannedRow>(rows.Count);
        var (entries, entered) = (new List<FigureEntry>(rows.Count), new List<PlannedRow>(rows.Count));
        foreach (var row in rows)
        {
            var plan = new PlannedRow(row, row.Key);
            planned.Add(plan);
            if (plan.HasFaults)
            {
                continue;
            }

            entries.Add(EntryOf(row, file));
            entered.Add(plan);
        }

        var figures = await enter.PlanAsync(entries, terms, cancellation);
        for (var i = 0; i < figures.Count; i++)
        {
            Tell(entered[i], figures[i]);
        }

        return new(planned, token => ApplyAsync(figures, entered, terms, log, token));
    }

    /// <summary>The figures of this quarter and the one before: what is still entered or put right.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var first = Quarter.Of(clock.Today).Previous.FirstDay;
        var rows = await (from figure in db.Measurements.AsNoTracking()
                          join kpi in db.Kpis on figure.KpiId equals kpi.Id
                          join person in db.Employees on figure.EmployeeId equals person.Id into people
                          from person in people.DefaultIfEmpty()
                          join department in db.Departments on figure.DepartmentId equals department.Id into departments
                          from department in departments.DefaultIfEmpty()
                          where figure.PeriodFrom >= first
                          orderby kpi.Code, figure.PeriodFrom, person.EmployeeNumber, department.Code
                          select new
                          {
                              Number = (string?)person.EmployeeNumber, Department = (string?)department.Code, Kpi = kpi.Code, figure.PeriodKind,
                              figure.PeriodFrom, figure.Value, figure.SampleSize,
                          }).Take(TableWorkbook.MostRows + 1).ToListAsync(cancellation);
        return [.. rows.Select(x => (IReadOnlyList<object?>)
            [x.Number, x.Department, x.Kpi, MeasuredPeriod.TextOf(x.PeriodKind, x.PeriodFrom), x.Value, x.SampleSize])];
    }

    public override async Task<(int Undone, IReadOnlyList<KeptRow> Kept)?> UndoAsync(long importId, CancellationToken cancellation) =>
        await undo.RunAsync(importId, cancellation);

    /// <summary>Codes of the KPIs in use whose figures are entered.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(CancellationToken cancellation, int most = int.MaxValue) => await db.Kpis
        .Where(x => x.RetiredAt == null && x.Versions.Any(y => y.Number == x.LatestVersion && y.Source != KpiSource.Events && y.Source != KpiSource.Training))
        .OrderBy(x => x.Code).Select(x => x.Code).Take(most).ToListAsync(cancellation);

    private static string? WhoOf(ImportRow row) => (row.Get(Number), row.Get(Department)) switch
    {
        (var number, null) => number,
        (null, var code) => code,
        _ => null,
    };

    private static FigureEntry EntryOf(ImportRow row, string? file)
    {
        var period = row.Get(Period)!.Value;
        return new(
            row.Get(Number), row.Get(Department), row.Get(KpiCode)!, period.Period, new(row.Get(Value)!.Value, row.Get(SampleSize)), period.IsDay,
            KeepsSample: !row.Has(SampleSize), EnterFigures.SourceRow(file, row.Number));
    }

    private static void Tell(PlannedRow plan, PlannedFigure figure)
    {
        foreach (var fault in figure.Faults)
        {
            plan.Fault(ColumnOf(plan.Row, fault), fault.Refusal, [.. fault.Values]);
        }

        if (figure.Outcome is FigureOutcome.Refused or FigureOutcome.Same)
        {
            return;
        }

        plan.Compare(Value, figure.Kept?.Figure.Value, figure.Figure.Value);
        plan.Compare(SampleSize, figure.Kept?.Figure.SampleSize, figure.Figure.SampleSize);
        plan.IsNew = figure.Outcome == FigureOutcome.New;
        plan.IsQueued = figure.Outcome == FigureOutcome.Queued;
        plan.IsOwn = figure.Outcome == FigureOutcome.LeftOut;
    }

    private static ImportColumn? ColumnOf(ImportRow row, RuleViolation fault) =>
        All.FirstOrDefault(x => x.Code == fault.Field && (row.Has(x) || row.Places?.ContainsKey(x) == true));

    private async Task ApplyAsync(
        IReadOnlyList<PlannedFigure> figures, List<PlannedRow> rows, FigureTerms terms, ImportLog log, CancellationToken cancellation)
    {
        await enter.LoadChangedAsync([.. figures.Where(x => x.Outcome == FigureOutcome.Changed)], cancellation);
        foreach (var (index, figure) in figures.Index().Where(x => x.Item.Outcome == FigureOutcome.Changed))
        {
            log.Touch(figure.Made!, rows[index].Row.Number);
        }

        await enter.ApplyAsync(figures, terms, cancellation);
        log.Added(Of<Measurement>(FigureOutcome.New), x => x.Id);
        log.Added(Of<Correction>(FigureOutcome.Queued), x => x.Id);

        IEnumerable<(T, int)> Of<T>(FigureOutcome outcome) =>
            figures.Index().Where(x => x.Item.Outcome == outcome).Select(x => ((T)x.Item.Made!, rows[x.Index].Row.Number));
    }
}
