using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Api.Spreadsheets;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.People;
using Language = Training.Api.Localization.Language;

namespace Training.Api.Imports.PerformanceEvents;

/// <summary>A feed of performance events: its own reporter. An event is recognised by person, kind, day and reference; while it is not
/// decided a later file may say it otherwise, and the person is told again.</summary>
internal sealed class PerformanceEventImport(TrainingDb db, CurrentPerson caller, OrganisationClock clock, ReportPerformanceEvent report) : ImportKind
{
    private const string Kind = "performanceEvents";
    private static readonly ImportColumns Make = new(Kind);
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007");
    private static readonly ImportColumn<string> KindCode = Make.Key("kindCode", required: true, example: _ => "COMPLAINT");
    private static readonly ImportColumn<DateOnly?> OccurredOn = Make.Day("occurredOn", required: true, example: new(2026, 4, 7));
    private static readonly ImportColumn<string> Reference =
        new(Kind, "reference", CellKind.Text, cell => CellParsing.Key(cell, PerformanceEvent.MaxReferenceLength)) { Example = _ => "CASE-2026-0415" };

    private static readonly ImportColumn<EventSeverity?> Severity = Make.Choice<EventSeverity>("severity", example: EventSeverity.Serious);
    private static readonly ImportColumn<bool?> IsUpheld = new(Kind, "isUpheld", CellKind.Flag, CellParsing.Flag) { Example = _ => true };
    private static readonly ImportColumn<int?> Minutes =
        new(Kind, "minutes", CellKind.Whole, cell => CellParsing.Whole(cell, 1, PerformanceEvent.MostMinutes));

    private static readonly ImportColumn<string> Article = Make.Text("article", PerformanceEvent.MaxArticleLength);
    private static readonly ImportColumn<decimal?> Amount = Make.Decimal("amount", 2, example: 50m);
    private static readonly ImportColumn<string> Description = Make.Text("description", PerformanceEvent.MaxTextLength);

    public override string Name => Kind;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
        [Number, KindCode, OccurredOn, Reference, Severity, IsUpheld, Minutes, Article, Amount, Description];

    /// <summary>No event of the feed is made twice, and no second lateness of a day.</summary>
    public override string? Lock => PerformanceEventQueries.LatenessLock;

    public override string? KeyOf(ImportRow row) =>
        row.Get(Number) is { } number && row.Get(KindCode) is { } kind && row.Get(OccurredOn) is { } day
            ? $"{number} {kind} {day:yyyy-MM-dd} {row.Get(Reference)}".TrimEnd() : null;

    public override async Task<IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>> ChoicesAsync(CancellationToken cancellation) =>
        new Dictionary<ImportColumn, IReadOnlyList<string>>
        {
            [KindCode] = await db.PerformanceEventKinds.Where(x => x.RetiredAt == null).OrderBy(x => x.Code).Select(x => x.Code).ToListAsync(cancellation),
        };

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var known = await KnownAsync(rows, cancellation);
        var (created, told) = (new List<(PerformanceEvent Event, int Row)>(), new List<(PerformanceEvent, PerformanceEventKind)>());
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, known, created, told, log))];
        return new(planned, async token =>
        {
            await Bulk.InsertAsync(db, [.. created.Select(x => x.Event)], token);
            created.ForEach(x => log.Created(x.Event, x.Row));
            await report.TellImportedAsync(told, token);
        });
    }

    /// <summary>Events of days from the first of last month on.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var today = clock.Today;
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var rows = await (from found in db.PerformanceEvents.AsNoTracking()
                          join employee in db.Employees on found.EmployeeId equals employee.Id
                          join kind in db.PerformanceEventKinds on found.KindId equals kind.Id
                          where found.OccurredOn >= first
                          orderby employee.EmployeeNumber, found.OccurredOn, found.Id
                          select new { employee.EmployeeNumber, kind.Code, Event = found }).Take(TableWorkbook.MostRows + 1).ToListAsync(cancellation);
        return [.. rows.DistinctBy(x => (x.EmployeeNumber, x.Code, x.Event.OccurredOn, x.Event.Reference)).Select(x => (IReadOnlyList<object?>)
        [
            x.EmployeeNumber, x.Code, x.Event.OccurredOn, x.Event.Reference, x.Event.Severity is { } severity ? Texts.OfValue(language, severity) : null,
            x.Event.IsUpheld, x.Event.Minutes, x.Event.Article, x.Event.Amount, x.Event.Description,
        ])];
    }

    public override Task BeforeRemovalAsync(IReadOnlyCollection<object> restored, IReadOnlyCollection<object> removed, CancellationToken cancellation) =>
        report.TellWithdrawnAsync([.. removed.OfType<PerformanceEvent>()], cancellation);

    private async Task<Known> KnownAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(x => x.Get(Number)).OfType<string>().Distinct().ToList();
        var days = rows.Select(x => x.Get(OccurredOn)).OfType<DateOnly>().ToList();
        var (first, last) = days.Count == 0 ? (DateOnly.MaxValue, DateOnly.MinValue) : (days.Min(), days.Max());
        var people = await db.Employees.AsNoTracking().Include(x => x.Periods).Where(x => numbers.Contains(x.EmployeeNumber))
            .ToDictionaryAsync(x => x.EmployeeNumber, cancellation);
        var ids = people.Values.Select(x => x.Id).ToList();
        var kinds = await db.PerformanceEventKinds.AsNoTracking().ToDictionaryAsync(x => x.Code, cancellation);
        var events = await db.PerformanceEvents.Where(x => ids.Contains(x.EmployeeId) && x.OccurredOn >= first && x.OccurredOn <= last)
            .OrderBy(x => x.Id).ToListAsync(cancellation);
        var lateness = kinds[PerformanceEventKind.LatenessCode].Id;
        return new(
            people, kinds, events.ToLookup(x => (x.EmployeeId, x.KindId, x.OccurredOn, x.Reference)),
            [.. events.Where(x => x.KindId == lateness && x.State != PerformanceEventState.Rejected).Select(x => (x.EmployeeId, x.OccurredOn))],
            await db.WorkingCalendarAsync(cancellation));
    }

    private PlannedRow Plan(
        ImportRow row, Known known, List<(PerformanceEvent, int)> created, List<(PerformanceEvent, PerformanceEventKind)> told, ImportLog log)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (row.Get(Number) is { } number && !known.People.ContainsKey(number))
        {
            plan.Fault(Number, ImportRefusals.UnknownCode, ("value", number));
        }

        if (row.Get(KindCode) is { } code && !known.Kinds.ContainsKey(code))
        {
            plan.Fault(KindCode, ImportRefusals.UnknownCode, ("value", code));
        }

        if (plan.HasFaults || plan.Key is null)
        {
            return plan;
        }

        var (person, kind) = (known.People[row.Get(Number)!], known.Kinds[row.Get(KindCode)!]);
        plan.IsOwn = caller.Is(person.Id);
        var there = known.Events[(person.Id, kind.Id, row.Get(OccurredOn)!.Value, row.Get(Reference))].ToList();
        if (there.Count == 0)
        {
            Create(plan, person, kind, known, created, told);
        }
        else
        {
            Change(plan, person, kind, there, known, told, log);
        }

        return plan;
    }

    private void Create(
        PlannedRow plan, Employee person, PerformanceEventKind kind, Known known, List<(PerformanceEvent, int)> created,
        List<(PerformanceEvent, PerformanceEventKind)> told)
    {
        var row = plan.Row;
        foreach (var column in Columns.Where(x => row.Values.GetValueOrDefault(x) is not null))
        {
            plan.Compare(column, null, row.Values[column]);
        }

        if (plan.IsOwn)
        {
            return;
        }

        if (kind.IsLateness && !known.Late.Add((person.Id, row.Get(OccurredOn)!.Value)))
        {
            plan.Fault(OccurredOn, PerformanceEventRefusals.LatenessThere, ("occurredOn", row.Get(OccurredOn)));
            return;
        }

        plan.Try(Columns, () =>
        {
            var made = PerformanceEvent.Import(person, kind, ContentOf(row, null), report.Actor(), clock.Now, clock.Today, known.Calendar);
            created.Add((made, row.Number));
            told.Add((made, kind));
            plan.IsNew = true;
        });
    }

    /// <summary>One that says the same is enough; of the others the first that is not decided is changed.</summary>
    private void Change(
        PlannedRow plan, Employee person, PerformanceEventKind kind, IReadOnlyList<PerformanceEvent> there, Known known,
        List<(PerformanceEvent, PerformanceEventKind)> told, ImportLog log)
    {
        if (there.Any(x => ContentOf(plan.Row, x) == ContentOf(x)))
        {
            return;
        }

        if (there.FirstOrDefault(x => x.State == PerformanceEventState.Reported) is not { } found)
        {
            plan.PassedOver = PerformanceEventRefusals.DecidedOtherwise;
            return;
        }

        var (old, wanted) = (ContentOf(found), ContentOf(plan.Row, found));
        plan.Compare(Severity, old.Severity, wanted.Severity);
        plan.Compare(IsUpheld, old.IsUpheld, wanted.IsUpheld);
        plan.Compare(Minutes, old.Minutes, wanted.Minutes);
        plan.Compare(Article, old.Article, wanted.Article);
        plan.Compare(Amount, old.Amount, wanted.Amount);
        plan.Compare(Description, old.Description, wanted.Description);
        if (plan.Outcome != ImportOutcome.Changed)
        {
            return;
        }

        log.Touch(found, plan.Row.Number);
        if (plan.Try(Columns, () => found.Reimport(person, kind, wanted, report.Actor(), clock.Today, known.Calendar)))
        {
            told.Add((found, kind));
        }
    }

    /// <summary>What a file does not say stays as it is.</summary>
    private static PerformanceEventContent ContentOf(ImportRow row, PerformanceEvent? kept) => new(
        row.Get(OccurredOn)!.Value, row.GetOr(Severity, kept?.Severity), row.GetOr(IsUpheld, kept?.IsUpheld), row.GetOr(Minutes, kept?.Minutes),
        row.GetOr(Article, kept?.Article), row.GetOr(Amount, kept?.Amount), row.Get(Reference), row.GetOr(Description, kept?.Description), kept?.Evidence);

    private static PerformanceEventContent ContentOf(PerformanceEvent x) => new(
        x.OccurredOn, x.Severity, x.IsUpheld, x.Minutes, x.Article, x.Amount, x.Reference, x.Description, x.Evidence);

    /// <param name="People">By number.</param>
    /// <param name="Kinds">By code.</param>
    /// <param name="Events">By person, kind, day and reference.</param>
    /// <param name="Late">Who has a lateness on which day.</param>
    private sealed record Known(
        Dictionary<string, Employee> People, Dictionary<string, PerformanceEventKind> Kinds,
        ILookup<(long, long, DateOnly, string?), PerformanceEvent> Events, HashSet<(long, DateOnly)> Late, WorkingCalendar Calendar);
}
