using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Tests.Goals;

/// <summary>A thousand people of the first quarter of 2026, all by fixed rules: five positions in four departments, people who join, leave
/// and move (some too shortly to be scored there), leave of more than fifteen days, events in every state, training that is due, done and
/// failed, figures of people and departments, and figures that are missing.</summary>
internal sealed class Thousand(TrainingApp app)
{
    public const int Count = 1000;

    /// <summary>They have nobody above them; the others stand under one of them.</summary>
    private const int Heads = 10;

    public static readonly Quarter Quarter = Quarter.Of(new DateOnly(2026, 1, 1));

    private static readonly DateOnly After = new(2026, 4, 2);
    private static readonly string[] RoomCodes = ["T-A", "T-A1", "T-A2", "T-B"];
    private static readonly string[] PositionCodes = ["CS-AGENT", "CS-SUPERVISOR", "CS-AGENT", "COMPLAINT-HANDLER", "ORDER-HANDLER", "CS-AGENT", "CS-MANAGER"];
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Of([], []);

    private readonly List<long> _rooms = [];
    private readonly List<long> _positions = [];
    private IReadOnlyList<long> _people = [];

    /// <summary>Makes all of them; their ids, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<long>> FillAsync()
    {
        await app.WriteAsync(async db =>
        {
            await PlacesAsync(db);
            return true;
        });
        _people = await HireAsync();
        await app.WriteAsync(async db =>
        {
            var people = await MoveAsync(db);
            await Bulk.InsertAsync(db, [.. people.SelectMany((x, i) => LeaveOf(x, i))], CancellationToken.None);
            await AddEventsAsync(db, people);
            await AddTrainingAsync(db);
            await AddFiguresAsync(db);
            return true;
        });
        return _people;
    }

    private static DateOnly HiredOn(int i) => i % 7 == 0 ? Quarter.FirstDay.AddDays(i % 59) : World.HiredOn;

    private static DateOnly? LeftOn(int i) => i >= Heads && i % 17 == 3 && i % 7 != 0 ? Quarter.FirstDay.AddDays(5 + (i % 80)) : null;

    /// <summary>A day of the quarter on which the person is employed.</summary>
    private static DateOnly DayOf(int i, int seed)
    {
        var from = HiredOn(i) > Quarter.FirstDay ? HiredOn(i) : Quarter.FirstDay;
        return from.AddDays(seed % ((LeftOn(i) ?? Quarter.LastDay).DayNumber - from.DayNumber + 1));
    }

    private Placement PlaceOf(int i, int move) => new(
        _rooms[(i + move) % _rooms.Count], _positions[(i + (move * 3)) % _positions.Count], i < Heads ? null : _people[(i + move) % Heads]);

    /// <summary>Some move once, some again after nine or thirty days.</summary>
    private static IEnumerable<DateOnly> MovesOf(int i)
    {
        var first = Quarter.FirstDay.AddDays(20 + (i % 50));
        DateOnly[] days = i < Heads || i % 5 != 1 ? [] : i % 15 == 1 ? [first, first.AddDays(i % 2 == 0 ? 9 : 30)] : [first];
        return days.Where(x => x > HiredOn(i) && (LeftOn(i) is not { } left || x <= left));
    }

    private async Task PlacesAsync(TrainingDb db)
    {
        // Those with a number lie within the first.
        foreach (var code in RoomCodes)
        {
            var room = Department.Create(code, new Bilingual($"部门{code}", null), code.Length > 3 ? _rooms[0] : null);
            db.Departments.Add(room);
            await db.FlushAsync(CancellationToken.None);
            _rooms.Add(room.Id);
        }

        var known = await db.Positions.ToDictionaryAsync(x => x.Code, x => x.Id);
        _positions.AddRange(PositionCodes.Select(x => known[x]));
    }

    private async Task<IReadOnlyList<long>> HireAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var hired = await scope.ServiceProvider.GetRequiredService<HireEmployee>().RunAsync(
            [
                .. Enumerable.Range(0, Count).Select(i => new NewEmployee(
                    NumberOf(i),
                    new EmployeeProfile(PersonNames.Of(NumberOf(i), $"千{i}", null, null), null, null, null, Training.Domain.People.Language.ZhCn),
                    new Engagement(HiredOn(i), ContractKind.OpenEnded, 1m, null),
                    new Placement(_rooms[i % _rooms.Count], _positions[i % _positions.Count], null),
                    i < Heads ? null : NumberOf(i % Heads))),
            ],
            CancellationToken.None);
        return [.. hired.Select(x => x.Id)];
    }

    private static string NumberOf(int i) => string.Create(CultureInfo.InvariantCulture, $"T{i:0000}");

    private async Task<IReadOnlyList<Employee>> MoveAsync(TrainingDb db)
    {
        var employees = await db.Employees.Include(x => x.Periods).Where(x => _people.Contains(x.Id)).ToDictionaryAsync(x => x.Id);
        var placed = (await db.Assignments.Where(x => _people.Contains(x.EmployeeId)).ToListAsync()).ToLookup(x => x.EmployeeId);
        foreach (var (i, id) in _people.Index())
        {
            var timeline = new AssignmentTimeline(employees[id], placed[id]);
            if (LeftOn(i) is { } left)
            {
                employees[id].EndEmployment(new Leaving(left, null));
                timeline.FollowEmployment();
            }

            foreach (var (move, day) in MovesOf(i).Index())
            {
                timeline.ChangeFrom(day, PlaceOf(i, move + 1));
            }

            db.Assignments.AddRange(timeline.Added);
        }

        await db.FlushAsync(CancellationToken.None);
        return [.. _people.Select(x => employees[x])];
    }

    /// <summary>Of more than fifteen days in one record or in two that touch, from before the quarter or over its end; or a few days of
    /// annual leave.</summary>
    private static IEnumerable<LeaveRecord> LeaveOf(Employee person, int i)
    {
        if (i % 7 == 0 || LeftOn(i) is not null || i % 9 is not (4 or 5))
        {
            return [];
        }

        var from = Quarter.FirstDay.AddDays((i % 90) - 10);
        LeaveRecord Leave(LeaveKind kind, int first, int days, HalfDay half = HalfDay.Morning) => LeaveRecord.Create(
            person, kind, new LeaveSpan(from.AddDays(first), half, from.AddDays(first + days - 1), HalfDay.Afternoon), null, []);
        return i % 9 == 5 ? [Leave(LeaveKind.Annual, 0, 3)]
            : i % 27 == 4 ? [Leave(LeaveKind.Sick, 0, 10), Leave(LeaveKind.Other, 10, 9)]
            : [Leave(i % 2 == 0 ? LeaveKind.Parental : LeaveKind.Sick, 0, 14 + (i % 30), i % 4 == 0 ? HalfDay.Afternoon : HalfDay.Morning)];
    }

    private async Task AddEventsAsync(TrainingDb db, IReadOnlyList<Employee> people)
    {
        var kinds = await db.PerformanceEventKinds.AsNoTracking().ToDictionaryAsync(x => x.Code);
        var accounts = await db.Users.ToDictionaryAsync(x => x.UserName!, x => x.Id);
        var (reporter, decider) = (new EventActor(accounts["humanResources"], null, true, true), new EventActor(accounts["approver"], null, false, true));
        var (now, events) = (app.Clock.GetUtcNow(), new List<PerformanceEvent>());
        foreach (var (i, code, seed) in Enumerable.Range(0, people.Count).SelectMany(Happened))
        {
            var content = new PerformanceEventContent(DayOf(i, seed), null, null, null, null, null, null, null, null);
            var happened = PerformanceEvent.Report(
                people[i], kinds[code],
                code switch
                {
                    "LATENESS" => content with { Minutes = 5 + (i % 50) },
                    "VIOLATION" => content with { Article = "3.2" },
                    "COMPLAINT" => content with { Severity = EventSeverity.Serious, IsUpheld = true },
                    _ => content with { Severity = EventSeverity.Grave },
                },
                reporter, now, After, Calendar);
            events.Add(happened);
            if (seed % 5 == 0)
            {
                happened.Reject("查无此事", decider, now);
            }
            else if (seed % 5 != 1)
            {
                happened.Confirm(null, decider, now, After.AddDays(30));
            }
        }

        await Bulk.InsertAsync(db, events, CancellationToken.None);
    }

    /// <summary>What happened to a person, with a number that gives day and state.</summary>
    private static IEnumerable<(int Person, string Code, int Seed)> Happened(int i)
    {
        var complaints = i % 12 == 2 ? 3 : i % 4 == 2 ? 1 : 0;
        for (var k = 0; k < complaints; k++)
        {
            yield return (i, "COMPLAINT", (i * 3) + (k * 17));
        }

        foreach (var (code, divisor, rest) in new[] { ("VIOLATION", 6, 5), ("LATENESS", 5, 4), ("CONFIDENTIALITY-BREACH", 23, 6) })
        {
            if (i % divisor == rest)
            {
                yield return (i, code, (i * 7) + divisor);
            }
        }
    }

    private async Task AddTrainingAsync(TrainingDb db)
    {
        var account = await db.Users.Where(x => x.UserName == "humanResources").Select(x => x.Id).SingleAsync();
        string[] codes = ["CRS039", "CRS022", "CRS016", "CRS040"];
        var courses = await db.Courses.Where(x => codes.Contains(x.Code)).ToDictionaryAsync(x => x.Code);
        var plan = Plan.Draft("T-PLAN", new PlanContent(
            new Bilingual("千人培训", null), null, _rooms[0], Quarter.FirstDay, null, null, [], [],
            [.. codes.Select((x, n) => new PlanItemContent(courses[x].Id, null, x != "CRS040", null, Quarter.FirstDay.AddDays(43 + (14 * n))))]),
            new PlanActor(account, null));
        db.Plans.Add(plan);
        await db.FlushAsync(CancellationToken.None);
        var done = Enumerable.Range(0, Count).SelectMany(i => Learnt(i, courses, new(account, null, true, false))).ToList();
        await Bulk.InsertAsync(db, done, CancellationToken.None);
        var byPerson = done.ToLookup(x => x.EmployeeId);
        var items = new List<TrainingItem>();
        foreach (var (i, id) in _people.Index().Where(x => x.Index % 2 == 0))
        {
            var asked = plan.Items.Select(x => TrainingItem.Assign(plan, x, new(id, HiredOn(i), Absence.None), DayOf(i, 0), Calendar, 1)).ToList();
            asked.ForEach(x => byPerson[id].ToList().ForEach(y => x.CloseBy(y, courses.Values.Single(z => z.Id == y.CourseId))));
            if (i % 10 == 6)
            {
                asked[2].Drop(DayOf(i, 30), DropReason.Exempted);
            }

            items.AddRange(asked);
        }

        await Bulk.InsertAsync(db, items, CancellationToken.None);
    }

    private IEnumerable<Completion> Learnt(int i, Dictionary<string, Course> courses, CompletionRecorder by)
    {
        Completion Of(string code, int seed, CompletionResult result, decimal? mark) => Completion.Record(
            _people[i], courses[code].Id, new CourseTerms(1, CompletionRule.Participation, null, null), new(DayOf(i, seed), result, mark, null), by,
            HiredOn(i), After, app.Clock.GetUtcNow());
        if (i % 3 != 1)
        {
            yield return Of("CRS039", i * 7, CompletionResult.Passed, i % 6 == 0 ? null : 60 + (i % 40) + 0.5m);
        }

        if (i % 4 == 0)
        {
            yield return Of("CRS022", i * 11, CompletionResult.Excellent, 90 + (i % 10));
        }

        if (i % 11 == 5)
        {
            yield return Of("CRS016", i * 13, CompletionResult.Failed, 20 + (i % 40));
        }
    }

    private async Task AddFiguresAsync(TrainingDb db)
    {
        var templates = await db.TemplatesInForceAsync(Quarter, CancellationToken.None);
        var kpis = await db.Kpis.Include(x => x.Versions).AsNoTracking().ToDictionaryAsync(x => x.Id);
        List<Kpi> Entered(IEnumerable<long> positions, ItemScope scope) =>
        [
            .. positions.Distinct().SelectMany(x => templates[x].Content.Sections).SelectMany(x => x.Items).Where(x => x.Scope == scope)
                .Select(x => kpis[x.KpiId]).Distinct().Where(x => x.Latest.Source is KpiSource.Manual or KpiSource.Import)
                .OrderBy(x => x.Code, StringComparer.Ordinal),
        ];

        var own = _people.SelectMany((id, i) => Figures(
            id, null, Entered(Enumerable.Range(0, MovesOf(i).Count() + 1).Select(move => PlaceOf(i, move).PositionId), ItemScope.Own), i,
            (n, m) => (i + n) % 13 != 0 && (i + n + m) % 11 != 0));
        var ofRooms = Entered(_positions, ItemScope.Department);
        var rooms = _rooms.SelectMany((id, r) => Figures(null, id, ofRooms, r, (n, m) => (r + n + m) % 5 != 4));
        await Bulk.InsertAsync(db, [.. own.Concat(rooms)], CancellationToken.None);
    }

    private static IEnumerable<Measurement> Figures(long? person, long? room, List<Kpi> kpis, int i, Func<int, int, bool> isThere) =>
        kpis.SelectMany((kpi, n) => Periods(kpi.Latest.Period).Select((period, m) => (period, m)).Where(x => isThere(n, x.m)).Select(x =>
            Measurement.Record(person, room, kpi.Id, x.period, Figure(kpi.Latest, (i * 37) + (n * 11) + (x.m * 5)), new(
                MeasurementSource.Import, string.Create(CultureInfo.InvariantCulture, $"t.xlsx#{i}"), false))));

    private static IEnumerable<MeasuredPeriod> Periods(KpiPeriod kind) => kind switch
    {
        KpiPeriod.Day => Enumerable.Range(0, 8).Select(x => MeasuredPeriod.Day(Quarter.FirstDay.AddDays(11 * x))),
        KpiPeriod.Month => Enumerable.Range(0, 3).Select(x => MeasuredPeriod.Month(Quarter.FirstDay.AddMonths(x))),
        _ => [MeasuredPeriod.Of(Quarter)],
    };

    /// <summary>Within the plausible range; some without a sample size, some of too few cases.</summary>
    private static MeasuredValue Figure(KpiVersion kpi, int seed)
    {
        var (from, to) = (kpi.PlausibleFrom ?? 0, kpi.PlausibleTo ?? 100);
        var value = decimal.Round(from + ((to - from) * ((seed * 7919) % 1000) / 1000m), kpi.Decimals);
        return new(value, seed % 3 == 0 ? null : (seed % 50) + 1);
    }
}
