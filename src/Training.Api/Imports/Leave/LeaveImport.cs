using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Domain.People;
using Language = Training.Api.Localization.Language;

namespace Training.Api.Imports.Leave;

/// <summary>Leave and absence by workbook. A record is recognised by the person and its first half day.</summary>
internal sealed class LeaveImport(TrainingDb db, CurrentPerson caller, MoveDueDays dueDays) : ImportKind
{
    private static readonly ImportColumns Make = new("leave");
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007");
    private static readonly ImportColumn<LeaveKind?> Kind = Make.Choice<LeaveKind>("kind", required: true, example: LeaveKind.Annual);
    private static readonly ImportColumn<DateOnly?> FromOn = Make.Day("fromOn", required: true, example: new(2026, 4, 7));
    private static readonly ImportColumn<HalfDay?> FromHalf = Make.Choice<HalfDay>("fromHalf", example: HalfDay.Morning);
    private static readonly ImportColumn<DateOnly?> ToOn = Make.Day("toOn", required: true, example: new(2026, 4, 8));
    private static readonly ImportColumn<HalfDay?> ToHalf = Make.Choice<HalfDay>("toHalf", example: HalfDay.Afternoon);
    private static readonly ImportColumn<string> Note = Make.Text("note", 400);

    public override string Name => "leave";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Number, Kind, FromOn, FromHalf, ToOn, ToHalf, Note];

    /// <summary>Records of one person neither overlap nor lie outside employment, which row versions cannot guard; every write of
    /// leave or employment holds it.</summary>
    public override string? Lock => LineKeeper.Lock;

    public override string? KeyOf(ImportRow row) =>
        row.Get(Number) is { } number && row.Get(FromOn) is { } from ? $"{number} {from:yyyy-MM-dd} {FirstHalf(row)}" : null;

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var numbers = rows.Select(x => x.Get(Number)).OfType<string>().Distinct().ToList();
        var people = await db.Employees.AsNoTracking().Include(x => x.Periods).Where(x => numbers.Contains(x.EmployeeNumber))
            .ToDictionaryAsync(x => x.EmployeeNumber, cancellation);
        var ids = people.Values.Select(x => x.Id).ToList();
        var records = (await db.LeaveRecords.Where(x => ids.Contains(x.EmployeeId)).ToListAsync(cancellation))
            .GroupBy(x => x.EmployeeId).ToDictionary(x => x.Key, x => x.ToList());
        var created = new List<(LeaveRecord Record, int Row)>();
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, people, records, created, log))];
        return new(planned, token => ApplyAsync(ids, created, log, token));
    }

    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var records = await db.LeaveRecords.AsNoTracking()
            .Join(db.Employees, x => x.EmployeeId, x => x.Id, (leave, employee) => new { Leave = leave, employee.EmployeeNumber })
            .OrderBy(x => x.EmployeeNumber).ThenBy(x => x.Leave.FromOn).ToListAsync(cancellation);
        return [.. records.Select(x => (IReadOnlyList<object?>)
        [
            x.EmployeeNumber, Texts.OfValue(language, x.Leave.Kind), x.Leave.FromOn, Texts.OfValue(language, x.Leave.FromHalf),
            x.Leave.ToOn, Texts.OfValue(language, x.Leave.ToHalf), x.Leave.Note,
        ])];
    }

    public override async Task AfterUndoAsync(IReadOnlyCollection<object> restored, CancellationToken cancellation)
    {
        List<long> changed = [.. restored.OfType<LeaveRecord>().Select(x => x.EmployeeId).Distinct()];
        foreach (var some in changed.Chunk(1000))
        {
            var people = await db.Employees.AsNoTracking().Include(x => x.Periods).Where(x => some.Contains(x.Id)).ToListAsync(cancellation);
            var leave = (await db.LeaveRecords.AsNoTracking().Where(x => some.Contains(x.EmployeeId)).ToListAsync(cancellation)).ToLookup(x => x.EmployeeId);
            foreach (var person in people)
            {
                LeaveRecord.RefuseOutside(person, leave[person.Id]);
                LeaveRecord.RefuseOverlaps(leave[person.Id]);
            }
        }

        await dueDays.RunAsync(changed, cancellation);
    }

    private PlannedRow Plan(
        ImportRow row, Dictionary<string, Employee> people, Dictionary<long, List<LeaveRecord>> records,
        List<(LeaveRecord, int)> created, ImportLog log)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (row.Get(Number) is { } number && !people.ContainsKey(number))
        {
            plan.Fault(Number, ImportRefusals.UnknownCode, ("value", number));
        }

        if (plan.HasFaults || plan.Key is null)
        {
            return plan;
        }

        var employee = people[row.Get(Number)!];
        plan.IsOwn = caller.Is(employee.Id);
        var others = records.TryGetValue(employee.Id, out var known) ? known : records[employee.Id] = [];
        if (others.Find(x => x.FromOn == row.Get(FromOn) && x.FromHalf == FirstHalf(row)) is { } record)
        {
            Change(plan, employee, record, others, log);
        }
        else
        {
            Create(plan, employee, others, created);
        }

        return plan;
    }

    private static void Change(PlannedRow plan, Employee employee, LeaveRecord record, List<LeaveRecord> others, ImportLog log)
    {
        var row = plan.Row;
        var note = row.GetOr(Note, record.Note);
        plan.Compare(Kind, record.Kind, row.Get(Kind));
        plan.Compare(ToOn, record.ToOn, row.Get(ToOn));
        var toHalf = row.Has(ToHalf) ? LastHalf(row) : record.ToHalf;
        plan.Compare(ToHalf, record.ToHalf, toHalf);
        plan.Compare(Note, record.Note, note);
        if (plan.Outcome == ImportOutcome.Changed)
        {
            log.Touch(record, row.Number);
            plan.Try([Number, Kind, FromOn, FromHalf, ToOn, ToHalf, Note], () => record.Edit(employee, row.Get(Kind)!.Value, SpanOf(row) with { ToHalf = toHalf }, note, others));
        }
    }

    private void Create(PlannedRow plan, Employee employee, List<LeaveRecord> others, List<(LeaveRecord, int)> created)
    {
        var row = plan.Row;
        plan.Try(Columns, () =>
        {
            var record = LeaveRecord.Create(employee, row.Get(Kind)!.Value, SpanOf(row), row.Get(Note), others);
            foreach (var column in Columns.Where(x => row.Values.GetValueOrDefault(x) is not null))
            {
                plan.Compare(column, null, row.Values[column]);
            }

            if (!plan.IsOwn)
            {
                plan.IsNew = true;
                others.Add(record);
                created.Add((record, row.Number));
            }
        });
    }

    private async Task ApplyAsync(
        List<long> people, List<(LeaveRecord Record, int Row)> created, ImportLog log, CancellationToken cancellation)
    {
        await Bulk.InsertAsync(db, [.. created.Select(x => x.Record)], cancellation);
        created.ForEach(x => log.Created(x.Record, x.Row));
        await dueDays.RunAsync(people, cancellation);
    }

    private static LeaveSpan SpanOf(ImportRow row) => new(row.Get(FromOn)!.Value, FirstHalf(row), row.Get(ToOn)!.Value, LastHalf(row));

    private static HalfDay FirstHalf(ImportRow row) => row.Get(FromHalf) ?? HalfDay.Morning;

    private static HalfDay LastHalf(ImportRow row) => row.Get(ToHalf) ?? HalfDay.Afternoon;
}
