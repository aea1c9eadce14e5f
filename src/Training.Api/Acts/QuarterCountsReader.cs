using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Acts;

/// <summary>Reads what the program counts by itself over a quarter: confirmed performance events and training, by person and by the
/// tree of a department, in a fixed number of queries (scoring 1.1).</summary>
/// <param name="db">The store.</param>
/// <param name="quarter">The quarter.</param>
/// <param name="asOf">The last day looked at, within the quarter.</param>
internal sealed class QuarterCountsReader(TrainingDb db, Quarter quarter, DateOnly asOf)
{
    public async Task<QuarterCountsOf> ReadAsync(
        IReadOnlyCollection<long> people,
        IReadOnlyCollection<long> departments,
        IReadOnlyDictionary<long, (Kpi Kpi, KpiVersion Version)> kpis,
        DepartmentTree tree,
        CancellationToken cancellation)
    {
        var counted = kpis.Values.Where(x => x.Version.Source is KpiSource.Events).ToList();
        var learnt = kpis.Values.Where(x => x.Version.Source is KpiSource.Training).ToList();
        var trees = departments.ToDictionary(x => x, x => tree.WithAllBelow([x]));
        var rooms = trees.Values.SelectMany(x => x).Distinct().ToList();
        var events = counted.Count == 0 ? Events.None : await EventsAsync(people, rooms, counted, cancellation);
        var training = learnt.Count == 0 ? [] : await db.TrainingByPersonAsync(people, quarter, asOf, cancellation);
        var taught = learnt.Count == 0 || rooms.Count == 0 ? [] : await db.TrainingByDepartmentAsync(rooms, quarter, asOf, cancellation);

        return new(
            x => [.. counted.Select(y => new QuarterCount(y.Kpi.Id, null, events.OfPerson(x, y.Version.EventKindCode!), 0)),
                .. learnt.Select(y => Count(y, null, training.GetValueOrDefault(x, TrainingTally.None)))],
            x => [.. counted.Select(y => new QuarterCount(y.Kpi.Id, x, trees[x].Sum(z => events.OfDepartment(z, y.Version.EventKindCode!)), 0)),
                .. learnt.Select(y => Count(y, x, Sum(trees[x].Select(z => taught.GetValueOrDefault(z, TrainingTally.None)))))],
            departments);
    }

    private static QuarterCount Count((Kpi Kpi, KpiVersion Version) kpi, long? department, TrainingTally tally) => kpi.Version.TrainingMeasure switch
    {
        TrainingMeasure.CompletionRate => new(kpi.Kpi.Id, department, tally.Completed, tally.Due),
        TrainingMeasure.Result => new(kpi.Kpi.Id, department, tally.Marks, tally.Results),
        _ => new(kpi.Kpi.Id, department, tally.Hours, tally.Completions),
    };

    private static TrainingTally Sum(IEnumerable<TrainingTally> tallies) => tallies.Aggregate(TrainingTally.None, (x, y) => x.Plus(y));

    private async Task<Events> EventsAsync(
        IReadOnlyCollection<long> people, List<long> rooms, List<(Kpi Kpi, KpiVersion Version)> counted, CancellationToken cancellation)
    {
        var codes = counted.Select(x => x.Version.EventKindCode).Distinct().ToList();
        var kinds = await db.PerformanceEventKinds.Where(x => codes.Contains(x.Code)).ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
        var confirmed = db.ConfirmedEvents(quarter.FirstDay, asOf).Where(x => kinds.Keys.Contains(x.KindId));
        var ofPeople = await confirmed.Where(x => people.Contains(x.EmployeeId)).CountedByPerson().ToListAsync(cancellation);
        var ofRooms = rooms.Count == 0 ? [] : await confirmed
            .Join(
                db.Assignments.Where(x => rooms.Contains(x.DepartmentId)),
                x => x.EmployeeId,
                x => x.EmployeeId,
                (happened, place) => new { happened.OccurredOn, happened.KindId, place.DepartmentId, place.From, place.To })
            .Where(x => x.From <= x.OccurredOn && (x.To == null || x.To >= x.OccurredOn))
            .GroupBy(x => new { x.DepartmentId, x.KindId })
            .Select(x => new { x.Key, Count = x.Count() })
            .ToListAsync(cancellation);
        return new(
            ofPeople.ToDictionary(x => (x.EmployeeId, kinds[x.KindId]), x => x.Count),
            ofRooms.ToDictionary(x => (x.Key.DepartmentId, kinds[x.Key.KindId]), x => x.Count));
    }

    /// <summary>Confirmed events by kind; who has none counts 0.</summary>
    private sealed record Events(Dictionary<(long Id, string Kind), int> ByPerson, Dictionary<(long Id, string Kind), int> ByDepartment)
    {
        public static readonly Events None = new([], []);

        public int OfPerson(long id, string kind) => ByPerson.GetValueOrDefault((id, kind));

        public int OfDepartment(long id, string kind) => ByDepartment.GetValueOrDefault((id, kind));
    }
}

/// <summary>The counts of a quarter by person and by department; a department that was not asked about has none.</summary>
internal sealed class QuarterCountsOf(
    Func<long, IEnumerable<QuarterCount>> person, Func<long, IEnumerable<QuarterCount>> department, IReadOnlyCollection<long> departments)
{
    public IEnumerable<QuarterCount> OfPerson(long id) => person(id);

    public IEnumerable<QuarterCount> OfDepartment(long id) => departments.Contains(id) ? department(id) : [];
}
