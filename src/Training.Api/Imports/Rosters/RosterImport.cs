using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Api.Spreadsheets;
using Training.Domain.Calendars;

namespace Training.Api.Imports.Rosters;

/// <summary>Rosters by workbook. An entry is recognised by person and day; without a shift the day is a rest day.</summary>
internal sealed class RosterImport(TrainingDb db, CurrentPerson caller, OrganisationClock clock) : ImportKind
{
    private static readonly ImportColumns Make = new("rosters");
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007");
    private static readonly ImportColumn<DateOnly?> Day = Make.Day("day", required: true, example: new(2026, 4, 7));
    private static readonly ImportColumn<string> ShiftCode = Make.Key("shiftCode", example: _ => "NIGHT");

    public override string Name => "rosters";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Number, Day, ShiftCode];

    /// <summary>No shift is retired, and no entry made, between the reading of them and the writing of entries.</summary>
    public override string? Lock => RosterLock.Name;

    public override string? KeyOf(ImportRow row) =>
        row.Get(Number) is { } number && row.Get(Day) is { } day ? $"{number} {day:yyyy-MM-dd}" : null;

    public override async Task<IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>> ChoicesAsync(CancellationToken cancellation) =>
        new Dictionary<ImportColumn, IReadOnlyList<string>>
        {
            [ShiftCode] = await db.Shifts.Where(x => x.RetiredAt == null).OrderBy(x => x.Code).Select(x => x.Code).ToListAsync(cancellation),
        };

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var known = await KnownAsync(rows, cancellation);
        var created = new List<(RosterEntry Entry, int Row)>();
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, known, created, log))];
        return new(planned, token => ApplyAsync(created, log, token));
    }

    /// <summary>From the first day of last month on: what is still planned or put right. Earlier days stand in the list, by filters;
    /// all of them would soon be more than a workbook takes.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var today = clock.Today;
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var entries = await (from entry in db.RosterEntries.AsNoTracking()
                             join employee in db.Employees on entry.EmployeeId equals employee.Id
                             join shift in db.Shifts on entry.ShiftId equals shift.Id into shifts
                             from shift in shifts.DefaultIfEmpty()
                             where entry.Day >= first
                             orderby employee.EmployeeNumber, entry.Day
                             select new { employee.EmployeeNumber, entry.Day, Code = (string?)shift.Code })
            .Take(TableWorkbook.MostRows + 1).ToListAsync(cancellation);
        return [.. entries.Select(x => (IReadOnlyList<object?>)[x.EmployeeNumber, x.Day, x.Code])];
    }

    private async Task<Known> KnownAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(x => x.Get(Number)).OfType<string>().Distinct().ToList();
        var days = rows.Select(x => x.Get(Day)).OfType<DateOnly>().ToList();
        var (first, last) = days.Count == 0 ? (DateOnly.MaxValue, DateOnly.MinValue) : (days.Min(), days.Max());
        var people = await db.Employees.AsNoTracking().Where(x => numbers.Contains(x.EmployeeNumber))
            .ToDictionaryAsync(x => x.EmployeeNumber, x => x.Id, cancellation);
        var ids = people.Values.ToList();
        var shifts = await db.Shifts.AsNoTracking().ToListAsync(cancellation);
        var entries = await db.RosterEntries.Where(x => ids.Contains(x.EmployeeId) && x.Day >= first && x.Day <= last).ToListAsync(cancellation);
        return new(
            people, shifts.ToDictionary(x => x.Code), shifts.ToDictionary(x => x.Id, x => x.Code), entries.ToDictionary(x => (x.EmployeeId, x.Day)));
    }

    private PlannedRow Plan(ImportRow row, Known known, List<(RosterEntry, int)> created, ImportLog log)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (row.Get(Number) is { } number && !known.People.ContainsKey(number))
        {
            plan.Fault(Number, ImportRefusals.UnknownCode, ("value", number));
        }

        var code = row.Get(ShiftCode);
        var shift = code is null ? null : known.Shifts.GetValueOrDefault(code);
        if (code is not null && shift is null)
        {
            plan.Fault(ShiftCode, ImportRefusals.UnknownCode, ("value", code));
        }

        if (plan.HasFaults || plan.Key is null)
        {
            return plan;
        }

        var (id, day) = (known.People[row.Get(Number)!], row.Get(Day)!.Value);
        plan.IsOwn = caller.Is(id);
        if (known.Entries.TryGetValue((id, day), out var entry))
        {
            Change(plan, entry, shift, known, log);
        }
        else
        {
            Create(plan, id, day, shift, created);
        }

        return plan;
    }

    private static void Change(PlannedRow plan, RosterEntry entry, Shift? shift, Known known, ImportLog log)
    {
        var kept = entry.ShiftId is { } id ? known.Codes[id] : null;
        if (!plan.Row.Has(ShiftCode) || kept == shift?.Code)
        {
            return;
        }

        plan.Compare(ShiftCode, kept, shift?.Code);
        if (Chooses(plan, shift) && plan.Outcome == ImportOutcome.Changed)
        {
            log.Touch(entry, plan.Row.Number);
            entry.Change(shift);
        }
    }

    private void Create(PlannedRow plan, long employeeId, DateOnly day, Shift? shift, List<(RosterEntry, int)> created)
    {
        var row = plan.Row;
        foreach (var column in Columns.Where(x => row.Values.GetValueOrDefault(x) is not null))
        {
            plan.Compare(column, null, row.Values[column]);
        }

        if (Chooses(plan, shift) && !plan.IsOwn)
        {
            plan.IsNew = true;
            created.Add((RosterEntry.Create(employeeId, day, shift), row.Number));
        }
    }

    /// <summary>Whether the shift may be chosen; if not, its cell has a fault.</summary>
    private static bool Chooses(PlannedRow plan, Shift? shift)
    {
        if (shift?.RetiredAt is not null)
        {
            plan.Fault(ShiftCode, ShiftRefusals.Retired, ("code", shift.Code));
            return false;
        }

        return true;
    }

    private async Task ApplyAsync(List<(RosterEntry Entry, int Row)> created, ImportLog log, CancellationToken cancellation)
    {
        await Bulk.InsertAsync(db, [.. created.Select(x => x.Entry)], cancellation);
        created.ForEach(x => log.Created(x.Entry, x.Row));
    }

    /// <param name="People">Ids by number.</param>
    /// <param name="Shifts">By code.</param>
    /// <param name="Codes">Of the shifts, by id.</param>
    /// <param name="Entries">By person and day.</param>
    private sealed record Known(
        Dictionary<string, long> People, Dictionary<string, Shift> Shifts, Dictionary<long, string> Codes,
        Dictionary<(long, DateOnly), RosterEntry> Entries);
}
