using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Api.Spreadsheets;
using Training.Domain.Incentives;

namespace Training.Api.Imports.Attendance;

/// <summary>The attendance machine's file, in either of its forms: one punch per row, or one day per row with when somebody came and went.
/// Punches are kept; what they say against the roster becomes latenesses and questions to supervisors.</summary>
internal sealed class PunchImport(TrainingDb db, CurrentPerson caller, OrganisationClock clock, JudgePunches judge) : ImportKind
{
    /// <summary>Days before the newest of a file that it may tell of; a quarter.</summary>
    private const int MostDays = 92;

    private static readonly ImportColumns Make = new("attendancePunches");
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007", "考勤号码", "人员编号");
    private static readonly ImportColumn<DateTime?> PunchedAt = new("attendancePunches", "punchedAt", CellKind.Text, CellParsing.Moment)
    {
        Example = _ => "2026-04-07 08:26", Aliases = ["考勤时间", "刷卡时间", "日期时间"],
    };

    private static readonly ImportColumn<DateOnly?> Day = Make.Day("day", false, null, "考勤日期");
    private static readonly ImportColumn<TimeOnly?> Came = new("attendancePunches", "in", CellKind.Text, CellParsing.Time) { Aliases = ["上班", "上班打卡", "签到"] };
    private static readonly ImportColumn<TimeOnly?> Went = new("attendancePunches", "out", CellKind.Text, CellParsing.Time) { Aliases = ["下班", "下班打卡", "签退"] };

    /// <summary>Not read from a file: what the punches of the row's shift became.</summary>
    private static readonly ImportColumn<int?> MinutesLate = new("attendancePunches", "minutesLate", CellKind.Whole, x => CellParsing.Whole(x));
    private static readonly ImportColumn<MissingPunch?> Missing = Make.Choice<MissingPunch>("missing");

    public override string Name => "attendancePunches";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Number, PunchedAt, Day, Came, Went];

    public override WorkbookLimits Limits { get; } = new() { Rows = 50_000 };

    /// <summary>No lateness of the same day is made between the reading of them and the writing.</summary>
    public override string? Lock => PerformanceEventQueries.LatenessLock;

    /// <summary>A machine notes the same punch twice, and a split day in two rows: no row stands for the others.</summary>
    public override string? KeyOf(ImportRow row) => null;

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var planned = rows.Select(x => new PlannedRow(x, KeyShown(x))).ToList();
        var numbers = rows.Select(x => x.Get(Number)).OfType<string>().Distinct().ToList();
        var people = await db.Employees.AsNoTracking().Include(x => x.Periods).Where(x => numbers.Contains(x.EmployeeNumber))
            .ToDictionaryAsync(x => x.EmployeeNumber, cancellation);
        var read = new List<PunchRow>();
        foreach (var plan in planned)
        {
            FindFaults(plan, people.Keys);
            if (!plan.HasFaults && people.TryGetValue(plan.Row.Get(Number)!, out var person))
            {
                plan.IsOwn = caller.Is(person.Id);
                read.Add(new(plan, person, plan.Row.Get(PunchedAt), plan.Row.Get(Day), plan.Row.Get(Came), plan.Row.Get(Went)));
            }
        }

        RefuseTooFarBack(read);
        var judged = await judge.RunAsync([.. read.Where(x => !x.Plan.IsOwn && !x.Plan.HasFaults)], log, cancellation);
        Note(read, judged);
        return new(planned, token => judge.ApplyAsync(judged, log, token));
    }

    /// <summary>Punches from the first day of last month on, one per row.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var today = clock.Today;
        var first = clock.At(new DateOnly(today.Year, today.Month, 1).AddMonths(-1), TimeOnly.MinValue);
        var punches = await (from punch in db.AttendancePunches.AsNoTracking()
                             join employee in db.Employees on punch.EmployeeId equals employee.Id
                             where punch.PunchedAt >= first
                             orderby employee.EmployeeNumber, punch.PunchedAt
                             select new { employee.EmployeeNumber, punch.PunchedAt }).Take(TableWorkbook.MostRows + 1).ToListAsync(cancellation);
        return [.. punches.Select(x => (IReadOnlyList<object?>)
            [x.EmployeeNumber, $"{clock.LocalOf(x.PunchedAt):yyyy-MM-dd HH:mm:ss}", null, null, null])];
    }

    public override Task BeforeRemovalAsync(IReadOnlyCollection<object> restored, IReadOnlyCollection<object> removed, CancellationToken cancellation) =>
        judge.TellWithdrawnAsync([.. removed.OfType<PerformanceEvent>()], cancellation);

    private static string? KeyShown(ImportRow row) => row.Get(Number) is not { } number ? null
        : row.Get(PunchedAt) is { } at ? $"{number} {at:yyyy-MM-dd HH:mm:ss}"
        : row.Get(Day) is { } day ? $"{number} {day:yyyy-MM-dd}" : null;

    private void FindFaults(PlannedRow plan, IReadOnlyCollection<string> known)
    {
        var row = plan.Row;
        if (row.Get(Number) is { } number && !known.Contains(number))
        {
            plan.Fault(Number, ImportRefusals.UnknownCode, ("value", number));
        }

        var isDay = row.Get(Day) is not null;
        if (!plan.HasFaults && (isDay == row.Get(PunchedAt) is not null || (!isDay && (row.Get(Came) ?? row.Get(Went)) is not null)))
        {
            plan.Fault(null, PunchRefusals.OneForm);
        }

        if (!plan.HasFaults && ((row.Get(PunchedAt) is { } at && at > clock.LocalOf(clock.Now)) || (row.Get(Day) is { } day && day > clock.Today)))
        {
            plan.Fault(isDay ? Day : PunchedAt, PunchRefusals.InFuture, ("today", clock.Today));
        }
    }

    /// <summary>A file tells of days near each other: a year mistyped would ask about every shift since.</summary>
    private static void RefuseTooFarBack(List<PunchRow> read)
    {
        if (read.Count == 0)
        {
            return;
        }

        var newest = read.Max(DayOf);
        foreach (var row in read.Where(x => DayOf(x) < newest.AddDays(-MostDays)))
        {
            row.Plan.Fault(row.Day is null ? PunchedAt : Day, PunchRefusals.TooFarBack, ("newest", newest), ("most", MostDays));
        }

        static DateOnly DayOf(PunchRow row) => row.Day ?? DateOnly.FromDateTime(row.At!.Value);
    }

    /// <summary>What became of each row.</summary>
    private void Note(IReadOnlyList<PunchRow> read, JudgedPunches judged)
    {
        var isNew = judged.Punches.Select(x => x.Row).ToHashSet();
        foreach (var row in read)
        {
            var plan = row.Plan;
            if (plan.IsOwn || isNew.Contains(plan))
            {
                foreach (var column in Columns.Where(x => plan.Row.Values.GetValueOrDefault(x) is not null))
                {
                    plan.Compare(column, null, plan.Row.Values[column]);
                }

                plan.IsNew = !plan.IsOwn;
            }

            plan.PassedOver = judged.PassedOver.GetValueOrDefault(plan);
        }

        foreach (var (plan, lateness) in judged.Latenesses)
        {
            plan.Compare(MinutesLate, null, lateness.Minutes);
        }

        foreach (var (plan, question) in judged.Questions)
        {
            plan.Compare(Missing, null, question.Missing);
        }

        foreach (var (plan, question) in judged.Settled)
        {
            plan.Compare(Missing, question.Missing, null);
        }
    }
}
