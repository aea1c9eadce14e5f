using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Domain.Calendars;
using Training.Domain.Rules;
using Language = Training.Api.Localization.Language;

namespace Training.Api.Imports.CalendarDays;

/// <summary>Holidays and worked weekends by workbook, as the yearly announcement lists them.</summary>
internal sealed class CalendarDayImport(TrainingDb db) : ImportKind
{
    private static readonly ImportColumns Make = new("calendarDays");
    private static readonly ImportColumn<DateOnly?> Day = Make.Day("day", required: true, example: new(2026, 10, 1));
    private static readonly ImportColumn<CalendarDayKind?> Kind = Make.Choice<CalendarDayKind>("kind", required: true, example: CalendarDayKind.Holiday);
    private static readonly ImportColumn<string> NameZh = Make.Text("nameZh", 100, required: true, example: _ => "国庆节");
    private static readonly ImportColumn<string> NameEn = Make.Text("nameEn", 100, example: _ => "National Day");

    public override string Name => "calendarDays";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Day, Kind, NameZh, NameEn];

    public override string? KeyOf(ImportRow row) => row.Get(Day) is { } day ? $"{day:yyyy-MM-dd}" : null;

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var days = await db.CalendarDays.ToDictionaryAsync(x => x.Day, cancellation);
        var created = new List<(CalendarDay Record, int Row)>();
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, days, created, log))];
        return new(planned, token => ApplyAsync(created, log, token));
    }

    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var days = await db.CalendarDays.AsNoTracking().OrderBy(x => x.Day).ToListAsync(cancellation);
        return [.. days.Select(x => (IReadOnlyList<object?>)[x.Day, Texts.OfValue(language, x.Kind), x.NameZh, x.NameEn])];
    }

    private PlannedRow Plan(ImportRow row, Dictionary<DateOnly, CalendarDay> days, List<(CalendarDay, int)> created, ImportLog log)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (plan.HasFaults || row.Get(Day) is not { } day)
        {
            return plan;
        }

        var kind = row.Get(Kind)!.Value;
        if (days.GetValueOrDefault(day) is { } known)
        {
            var name = Bilingual.Of(row.Get(NameZh)!, row.GetOr(NameEn, known.NameEn));
            plan.Compare(Kind, known.Kind, kind);
            plan.Compare(NameZh, known.NameZh, name.Zh);
            plan.Compare(NameEn, known.NameEn, name.En);
            log.Touch(known, row.Number);
            plan.Try(Columns, () => known.Edit(kind, name));
            return plan;
        }

        plan.Try(Columns, () =>
        {
            created.Add((CalendarDay.Create(day, kind, Bilingual.Of(row.Get(NameZh)!, row.Get(NameEn))), row.Number));
            plan.IsNew = true;
        });
        foreach (var column in Columns.Where(x => row.Values.GetValueOrDefault(x) is not null))
        {
            plan.Compare(column, null, row.Values[column]);
        }

        return plan;
    }

    private async Task ApplyAsync(List<(CalendarDay Record, int Row)> created, ImportLog log, CancellationToken cancellation)
    {
        await Bulk.InsertAsync(db, [.. created.Select(x => x.Record)], cancellation);
        created.ForEach(x => log.Created(x.Record, x.Row));
    }
}
