using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Api.Settings;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.People;

namespace Training.Api.Imports.Attendance;

/// <summary>A shift of a person that a file says something about.</summary>
/// <param name="Day">The day on which it starts.</param>
/// <param name="Rows">The rows with its punches.</param>
/// <param name="Anchor">Such a row, or another of the file, which stands for what becomes of the shift.</param>
/// <param name="IsCovered">A missing punch would be in this file or an earlier one.</param>
/// <param name="ReachesTo">How far the file reaches, on the organisation's clocks.</param>
internal sealed record ShiftToJudge(Employee Person, DateOnly Day, List<PlannedRow> Rows, PlannedRow Anchor, bool IsCovered, DateTime ReachesTo)
{
    /// <summary>The shift starts on the day before the file.</summary>
    public bool IsBefore { get; init; }

    /// <summary>A missing punch is asked about once the shift is over; of the day before the file, if there is the other punch: about none at
    /// all the file of that day has asked.</summary>
    public bool AsksFor(MissingPunch missing, WorkingSpan span) =>
        IsCovered && span.To <= ReachesTo && !(IsBefore && missing == MissingPunch.Both);
}

/// <summary>What is known around the days of a file, in a number of queries that does not grow with its rows.</summary>
internal sealed class PunchFacts
{
    private readonly Dictionary<long, WorkingTime> _times = [];
    private readonly Dictionary<long, List<PunchMark>> _marks = [];
    private readonly Dictionary<long, List<WorkingSpan>> _leave = [];
    private readonly Dictionary<long, Employee> _others = [];
    private DateTime _reachesTo;
    private (DateOnly First, DateOnly Last)? _span;
    private bool _knowsDayBefore;

    public required WorkingCalendar Calendar { get; init; }

    public required DateTime Now { get; init; }

    /// <summary>Minutes of the latenesses there are, by person and day.</summary>
    public Dictionary<(long, DateOnly), int> Latenesses { get; } = [];

    public Dictionary<(long, DateOnly), PunchQuestion> Questions { get; } = [];

    public static async Task<PunchFacts> LoadAsync(
        TrainingDb db, OrganisationClock clock, OrganisationSettings hours, IReadOnlyList<PunchRow> rows, CancellationToken cancellation)
    {
        var days = rows.Select(x => x.Day ?? DateOnly.FromDateTime(x.At!.Value)).ToList();
        var (first, last) = (days.Min(), days.Max());
        var facts = new PunchFacts { Calendar = await db.WorkingCalendarAsync(cancellation), Now = clock.LocalOf(clock.Now) };
        facts.Span(rows);
        await facts.LoadPunchesAsync(db, clock, rows, first, last, cancellation);
        var ids = rows.Select(x => x.Person.Id).Concat(facts._marks.Keys).Distinct().ToList();
        foreach (var (id, time) in await db.WorkingTimesAsync(ids, first.AddDays(-2), last.AddDays(2), hours, cancellation))
        {
            facts._times[id] = time;
        }

        var (from, to) = (first.AddDays(-2), last.AddDays(2));
        foreach (var leave in await db.LeaveRecords.AsNoTracking().Where(x => ids.Contains(x.EmployeeId) && x.ToOn >= from && x.FromOn <= to).ToListAsync(cancellation))
        {
            (facts._leave.TryGetValue(leave.EmployeeId, out var known) ? known : facts._leave[leave.EmployeeId] = []).Add(Lateness.TimesOf(leave));
        }

        await facts.LoadFoundAsync(db, ids, from, to, cancellation);
        return facts;
    }

    /// <summary>What the row says, as punches.</summary>
    public IEnumerable<PunchMark> MarksOf(PunchRow row)
    {
        if (row.At is { } at)
        {
            yield return new(at, PunchDirection.Unknown);
        }

        if (row is { Day: { } day, Came: { } came })
        {
            yield return new(Lateness.MomentOf(day, came, _times[row.Person.Id]), PunchDirection.In);
        }

        if (row is { Day: { } same, Went: { } went })
        {
            yield return new(Lateness.MomentOf(same, went, _times[row.Person.Id]), PunchDirection.Out);
        }
    }

    /// <summary>False where one at that instant is known.</summary>
    public bool Add(long employeeId, PunchMark mark)
    {
        var known = _marks.TryGetValue(employeeId, out var marks) ? marks : _marks[employeeId] = [];
        if (known.Exists(x => x.At == mark.At))
        {
            return false;
        }

        known.Add(mark);
        return true;
    }

    public DateOnly? ShiftOf(long employeeId, DateTime at) => Lateness.ShiftOf(at, _times[employeeId]);

    public WorkingSpan? SpanOf(long employeeId, DateOnly day) => _times[employeeId].SpanOf(day);

    public IReadOnlyList<WorkingSpan> LeaveOf(long employeeId) => _leave.GetValueOrDefault(employeeId) ?? [];

    /// <summary>The punches that belong to the shift of the day.</summary>
    public IEnumerable<PunchMark> MarksOf(long employeeId, DateOnly day) =>
        (_marks.GetValueOrDefault(employeeId) ?? []).Where(x => Lateness.ShiftOf(x.At, _times[employeeId]) == day);

    /// <summary>The shifts to be judged: those of the days that rows name, those of every day of a file of single punches for whoever is in
    /// it, and of the day before, whose night shift may end in it, for whoever punched then.</summary>
    public IEnumerable<ShiftToJudge> Shifts(IReadOnlyList<PunchRow> rows)
    {
        foreach (var own in rows.GroupBy(x => x.Person.Id))
        {
            var person = own.First().Person;
            var byDay = own.SelectMany(row => DaysOf(row).Select(day => (Day: day, row.Plan))).ToLookup(x => x.Day, x => x.Plan);
            var named = own.Where(x => x.Day is not null).Select(x => x.Day!.Value).ToHashSet();
            var isSingle = own.Any(x => x.At is not null);
            foreach (var day in byDay.Select(x => x.Key).Concat(named).Concat(isSingle ? Covered() : []).Distinct().Order())
            {
                var found = byDay[day].Distinct().ToList();
                yield return new(
                    person, day, found, found.FirstOrDefault() ?? own.First().Plan, named.Contains(day) || (isSingle && IsCovered(day)),
                    named.Contains(day) ? Now : _reachesTo)
                {
                    IsBefore = !named.Contains(day) && _span is { } span && day < span.First,
                };
            }
        }

        var inFile = rows.Select(x => x.Person.Id).ToHashSet();
        foreach (var person in _others.Values.Where(x => _span is not null && !inFile.Contains(x.Id)))
        {
            yield return new(person, _span!.Value.First.AddDays(-1), [], rows[0].Plan, IsCovered: true, _reachesTo) { IsBefore = true };
        }
    }

    private IEnumerable<DateOnly> DaysOf(PunchRow row) =>
        MarksOf(row).Select(x => ShiftOf(row.Person.Id, x.At)).OfType<DateOnly>().Concat(row.Day is { } day ? [day] : []).Distinct();

    private IEnumerable<DateOnly> Covered()
    {
        var (first, last) = _span!.Value;
        for (var day = _knowsDayBefore ? first.AddDays(-1) : first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    private bool IsCovered(DateOnly day) => _span is { } span && day <= span.Last && (day >= span.First || (_knowsDayBefore && day == span.First.AddDays(-1)));

    private void Span(IReadOnlyList<PunchRow> rows)
    {
        var single = rows.Where(x => x.At is not null).Select(x => x.At!.Value).ToList();
        if (single.Count > 0)
        {
            _span = (DateOnly.FromDateTime(single.Min()), DateOnly.FromDateTime(single.Max()));
            _reachesTo = single.Max();
        }
    }

    /// <summary>The kept punches of the people of the file, and of whoever punched on the day before it.</summary>
    private async Task LoadPunchesAsync(
        TrainingDb db, OrganisationClock clock, IReadOnlyList<PunchRow> rows, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var ids = rows.Select(x => x.Person.Id).Distinct().ToList();
        var (from, to) = (clock.At(first.AddDays(-2), TimeOnly.MinValue), clock.At(last.AddDays(3), TimeOnly.MinValue));
        var (dayBefore, begin) = (clock.At(first.AddDays(-1), TimeOnly.MinValue), clock.At(first, TimeOnly.MinValue));
        var kept = await db.AttendancePunches.AsNoTracking()
            .Where(x => x.PunchedAt >= from && x.PunchedAt < to && (ids.Contains(x.EmployeeId) || (x.PunchedAt >= dayBefore && x.PunchedAt < begin)))
            .ToListAsync(cancellation);
        kept.ForEach(x => Add(x.EmployeeId, new(clock.LocalOf(x.PunchedAt), x.Direction)));
        _knowsDayBefore = kept.Exists(x => x.PunchedAt >= dayBefore && x.PunchedAt < begin);
        var others = kept.Select(x => x.EmployeeId).Except(ids).ToList();
        foreach (var person in await db.Employees.AsNoTracking().Include(x => x.Periods).Where(x => others.Contains(x.Id)).ToListAsync(cancellation))
        {
            _others[person.Id] = person;
        }
    }

    private async Task LoadFoundAsync(TrainingDb db, IReadOnlyList<long> ids, DateOnly first, DateOnly last, CancellationToken cancellation)
    {
        var latenesses = await (from found in db.PerformanceEvents
                                where ids.Contains(found.EmployeeId) && found.OccurredOn >= first && found.OccurredOn <= last
                                join kind in db.PerformanceEventKinds on found.KindId equals kind.Id
                                where kind.Code == PerformanceEventKind.LatenessCode
                                select new { found.EmployeeId, found.OccurredOn, found.Minutes, found.State }).ToListAsync(cancellation);
        // One that was rejected is not made again; one that stands beside it counts before it.
        foreach (var found in latenesses.OrderBy(x => x.State == PerformanceEventState.Rejected))
        {
            Latenesses.TryAdd((found.EmployeeId, found.OccurredOn), found.Minutes ?? 0);
        }

        foreach (var question in await db.PunchQuestions.Where(x => ids.Contains(x.EmployeeId) && x.Day >= first && x.Day <= last).ToListAsync(cancellation))
        {
            Questions[(question.EmployeeId, question.Day)] = question;
        }
    }
}
