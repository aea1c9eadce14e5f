using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Acts;

/// <summary>Keeps, every night at half past one, what the program counts by itself as measurements of the quarter: confirmed performance events
/// and training, of the people and departments whose templates ask for them. Scores do not wait for it: they count anew whenever they
/// are read. Until the data cut-off of a quarter its figures follow; afterwards a figure that comes out otherwise is queued as a
/// correction.</summary>
internal sealed class CountFigures(TrainingDb db, DailyWork daily, OrganisationClock clock, Actor actor)
{
    private static readonly TimeOnly At = new(1, 30);

    public Task RunAsync(CancellationToken cancellation)
    {
        actor.Act = nameof(CountFigures);
        return daily.RunAsync(
            nameof(CountFigures),
            At,
            async _ =>
            {
                var current = Quarter.Of(clock.Today);
                if (!(await db.DataCutOffsAsync(cancellation)).IsOver(current.Before(2), clock.Today))
                {
                    await CountAsync(current.Before(2), cancellation);
                }

                await CountAsync(current.Previous, cancellation);
                await CountAsync(current, cancellation);
            },
            cancellation);
    }

    private Task CountAsync(Quarter quarter, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(EnterFigures.Lock, cancellation);
            var counted = await CountedAsync(quarter, cancellation);
            var kept = await KeptAsync(quarter, [.. counted.Keys.Select(x => x.KpiId).Distinct()], cancellation);
            var gone = kept.Values.Where(x => x.Source is MeasurementSource.Events or MeasurementSource.Training && !counted.ContainsKey(x.Place)).ToList();
            var differing = counted.Where(x => kept.GetValueOrDefault(x.Key)?.Figure != x.Value.Figure).ToList();
            if ((await db.DataCutOffsAsync(cancellation)).IsOver(quarter, clock.Today))
            {
                await QueueAsync(quarter, differing, gone, kept, cancellation);
                return;
            }

            await KeepAsync(differing, kept, cancellation);
            db.Measurements.RemoveRange(gone);
        },
        cancellation);

    private async Task KeepAsync(
        List<KeyValuePair<MeasuredPlace, Counted>> differing, Dictionary<MeasuredPlace, Measurement> kept, CancellationToken cancellation)
    {
        var made = new List<Measurement>();
        foreach (var (place, counted) in differing)
        {
            if (kept.TryGetValue(place, out var there))
            {
                there.Change(counted.Figure, counted.Origin);
            }
            else
            {
                made.Add(Measurement.Record(
                    place.EmployeeId, place.DepartmentId, place.KpiId, MeasuredPeriod.Of(Quarter.Of(place.From)), counted.Figure, counted.Origin));
            }
        }

        await Bulk.InsertAsync(db, made, cancellation);
    }

    /// <summary>One correction for each figure waits at a time, the one counted last; what HR left as it is comes back only when the count
    /// has changed since.</summary>
    private async Task QueueAsync(
        Quarter quarter, List<KeyValuePair<MeasuredPlace, Counted>> differing, List<Measurement> gone, Dictionary<MeasuredPlace, Measurement> kept,
        CancellationToken cancellation)
    {
        // A quarter of which nothing was ever counted was over before the program came.
        if (kept.Count == 0)
        {
            return;
        }

        var (from, to) = (quarter.FirstDay, quarter.LastDay);
        var wanted = differing.Where(x => kept.ContainsKey(x.Key) || x.Value.Figure.Value != 0)
            .Select(x => (Place: x.Key, Figure: (MeasuredValue?)x.Value.Figure, x.Value.Origin))
            .Concat(gone.Select(x => (x.Place, Figure: (MeasuredValue?)null, Origin: new MeasurementOrigin(x.Source, null, false))));
        var asked = (await db.Corrections.Where(x => x.PeriodFrom == from && x.PeriodTo == to && x.PeriodKind == KpiPeriod.Quarter)
            .ToListAsync(cancellation)).ToLookup(x => x.Place);
        var now = clock.Now;
        var queued = new List<Correction>();
        foreach (var (place, figure, origin) in wanted)
        {
            var latest = asked[place].MaxBy(x => x.Id);
            if (latest is not null && latest.State != CorrectionState.Accepted && latest.Proposed == figure)
            {
                continue;
            }

            if (latest is { State: CorrectionState.Queued })
            {
                latest.Leave(null, null, now);
            }

            queued.Add(Correction.Queue(place, KpiPeriod.Quarter, kept.GetValueOrDefault(place)?.Figure, figure, new(null, now, origin, null)));
        }

        await Bulk.InsertAsync(db, queued, cancellation);
    }

    /// <summary>What is kept where something is counted, whatever it came from, and what was counted before.</summary>
    private async Task<Dictionary<MeasuredPlace, Measurement>> KeptAsync(Quarter quarter, List<long> kpis, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        return await db.Measurements
            .Where(x => x.PeriodFrom == first && x.PeriodTo == last
                && (kpis.Contains(x.KpiId) || x.Source == MeasurementSource.Events || x.Source == MeasurementSource.Training))
            .ToDictionaryAsync(x => x.Place, cancellation);
    }

    private async Task<Dictionary<MeasuredPlace, Counted>> CountedAsync(Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        var stretches = await db.Assignments.AsNoTracking().Where(x => x.From <= last && (x.To == null || x.To >= first))
            .Select(x => new { x.EmployeeId, Placement = new Placement(x.DepartmentId, x.PositionId, x.SupervisorId) }).ToListAsync(cancellation);
        var templates = (await db.TemplatesOfAsync(quarter, cancellation)).Templates.ToDictionary(x => x.Key, x => WorkOutScores.FactsOf(x.Value));
        var kpis = await db.Kpis.AsNoTracking().InForce(quarter)
            .Where(x => x.Content.Source == KpiSource.Events || x.Content.Source == KpiSource.Training)
            .ToDictionaryAsync(x => x.Kpi.Id, x => (x.Kpi, x.Content), cancellation);
        var tree = await DepartmentTree.ReadAsync(db, cancellation);
        var people = stretches.Select(x => x.EmployeeId).Distinct().ToList();
        var headed = await HeadedDepartments.ReadAsync(db, tree, quarter, cancellation);
        var rooms = ScopedDepartments.Of(stretches.Select(x => x.Placement), templates, headed, people);
        var asOf = clock.Today < last ? clock.Today : last;
        var counts = await new QuarterCountsReader(db, quarter, asOf).ReadAsync(people, rooms, kpis, tree, cancellation);

        var found = new Dictionary<MeasuredPlace, Counted>();
        foreach (var (person, asked) in stretches.GroupBy(x => x.EmployeeId, x => x.Placement.PositionId).Select(x => (x.Key, Asked(x, ItemScope.Own))))
        {
            Add(counts.OfPerson(person).Where(x => asked.Contains(x.KpiId)), person);
        }

        var ofRooms = Asked(templates.Keys, ItemScope.Department);
        Add(rooms.SelectMany(counts.OfDepartment).Where(x => ofRooms.Contains(x.KpiId)), null);
        return found;

        HashSet<long> Asked(IEnumerable<long> positions, ItemScope scope) =>
            [.. positions.Distinct().Select(templates.GetValueOrDefault).OfType<TemplateFacts>().SelectMany(x => x.Sections).SelectMany(x => x.Items)
                .Where(x => x.Scope == scope).Select(x => x.KpiId)];

        void Add(IEnumerable<QuarterCount> all, long? person)
        {
            foreach (var count in all)
            {
                var (kpi, version) = kpis[count.KpiId];
                if (QuarterCounts.Actual(KpiFacts.Of(kpi, version), count) is { } actual)
                {
                    found[new(person, count.DepartmentId, kpi.Id, first, last)] = new(
                        new(actual.Actual, count.Count > 0 ? count.Count : null),
                        new(version.Source == KpiSource.Events ? MeasurementSource.Events : MeasurementSource.Training, null, false));
                }
            }
        }
    }

    private sealed record Counted(MeasuredValue Figure, MeasurementOrigin Origin);
}
