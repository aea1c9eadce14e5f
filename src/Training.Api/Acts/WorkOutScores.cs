using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Acts;

/// <summary>What the figures of a quarter come to for some people: reads all that the arithmetic asks for in a number of queries
/// that does not grow with the people, and has the domain work out a receipt for each. Nothing is stored.</summary>
internal sealed class WorkOutScores(TrainingDb db, OrganisationClock clock)
{
    /// <summary>A receipt for each of the people who has days in the quarter, provisional: by the data that are there today, items
    /// without data passed over, and by the templates, numbers, event ceilings, set-asides and agreed targets of the quarter's opened cycle,
    /// or else by the templates in force and the usual numbers. Marks are left away: nobody learns them before the results are published.</summary>
    /// <param name="people">Ids of employees.</param>
    /// <param name="quarter">Refused: one that has not begun.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ScoredQuarter> ReadAsync(IReadOnlyCollection<long> people, Quarter quarter, CancellationToken cancellation) =>
        (await ReadAsync(people, quarter, null, null, cancellation))[0];

    /// <summary>The final receipts of people who have an appraisal in an opened cycle, as the version that comes next: by the figures, events,
    /// training, set-asides, agreed targets, adjustments and lifted ceilings of the whole quarter and the marks of segments that are scored; a
    /// segment with an item without data or mark, or with an undecided target, has no total. Who turned out to have no day in the quarter is
    /// unrated.</summary>
    /// <param name="cycle">Refused: one whose quarter is not over.</param>
    /// <param name="people">Ids of employees.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<ScoredQuarter> FinallyAsync(AppraisalCycle cycle, IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        cycle.RequireOver(clock.Today);
        return (await ReadAsync(people, cycle.Quarter, null, cycle, cancellation))[0];
    }

    /// <summary>The provisional receipts as they are, and by another template for its position, both from one reading of the facts.</summary>
    public async Task<(ScoredQuarter Before, ScoredQuarter After)> TryAsync(
        IReadOnlyCollection<long> people, Quarter quarter, TemplateFacts tried, CancellationToken cancellation) =>
        await ReadAsync(people, quarter, tried, null, cancellation) is [var before, var after] ? (before, after) : throw new UnreachableException();

    private async Task<IReadOnlyList<ScoredQuarter>> ReadAsync(
        IReadOnlyCollection<long> people, Quarter quarter, TemplateFacts? tried, AppraisalCycle? closing, CancellationToken cancellation)
    {
        var current = Quarter.Of(clock.Today);
        if (quarter > current)
        {
            throw QuarterRefusals.NotBegun.At("quarter", ("quarter", quarter.ToString()), ("current", current.ToString()));
        }

        var asOf = clock.Today < quarter.LastDay ? clock.Today : quarter.LastDay;
        var placed = await db.PlacesAsync(people, quarter, cancellation);
        var (cycle, templates) = await db.TemplatesOfAsync(quarter, cancellation);
        var settings = cycle?.Settings ?? ScoringSettings.Usual;
        RequireGrades(tried, settings);
        var inForce = AskedOf(placed, templates);
        Dictionary<long, TemplateFacts>[] sets = tried is null ? [inForce] : [inForce, new(inForce) { [tried.PositionId] = tried }];
        var kpis = await KpisAsync(sets.SelectMany(x => x.Values), quarter, cancellation);
        var departments = await DepartmentTree.ReadAsync(db, cancellation);
        var heads = await HeadedDepartments.ReadAsync(db, departments, quarter, cancellation);
        var placements = placed.Stretches.Values.SelectMany(x => x).Select(x => x.Placement).ToList();
        var scopes = sets.Select(x => ScopedDepartments.Of(placements, x, heads, people).ToHashSet()).ToList();
        var rooms = scopes.SelectMany(x => x).Distinct().ToList();
        var figures = await db.FiguresAsync(people, rooms, quarter, cancellation);
        var counts = await new QuarterCountsReader(db, quarter, asOf).ReadAsync(people, rooms, kpis, departments, cancellation);
        var facts = new QuarterFacts(
            quarter, asOf, closing is not null, settings, placed, kpis, heads, counts, await KeptAsync(figures, quarter, cancellation),
            figures.Where(x => x.EmployeeId is not null).ToLookup(x => x.EmployeeId!.Value, Measured.Of),
            figures.Where(x => x.DepartmentId is not null).ToLookup(x => x.DepartmentId!.Value, Measured.Of),
            await CeilingsAsync(people, cycle, asOf, cancellation),
            await db.SetAsidesAsync(cycle, people, cancellation),
            await db.TargetsAsync(cycle, people, cancellation),
            closing is null ? null : await db.MarksAsync(closing, people, cancellation),
            closing is null ? null : await db.AdjustmentsAsync(closing, people, cancellation),
            closing is null ? null : await db.LiftedCeilingsAsync(closing, people, cancellation),
            closing is null ? null : await db.NumbersAsync(closing, people, cancellation));
        return [.. sets.Zip(scopes, (x, y) => Score(facts, people, x, y))];
    }

    /// <summary>The receipts by these templates, of what their items ask for alone.</summary>
    private static ScoredQuarter Score(
        QuarterFacts facts, IReadOnlyCollection<long> people, Dictionary<long, TemplateFacts> templates, HashSet<long> scopes)
    {
        var (placed, quarter) = (facts.Placed, facts.Quarter);
        var asked = AskedBy(templates.Values).ToHashSet();
        var kpis = facts.Kpis.Where(x => asked.Contains(x.Key)).ToDictionary();
        var scored = facts.IsFinal ? people.ToDictionary(x => x, x => placed.Stretches.GetValueOrDefault(x, [])) : placed.Stretches;
        var receipts = scored.Select(x =>
        {
            var headed = facts.Heads.By(x.Key);
            var rooms = x.Value.Select(y => y.Placement.DepartmentId).Concat(headed.Select(y => y.DepartmentId)).Distinct().Where(scopes.Contains).ToList();
            var counts = facts.Counts.OfPerson(x.Key).Select(y => facts.Kept(x.Key, y))
                .Concat(rooms.SelectMany(facts.Counts.OfDepartment).Select(y => facts.Kept(null, y)));
            return AppraisalCalculation.Of(new AppraisalInput(x.Key, quarter)
            {
                Number = 1 + (facts.Numbers?.GetValueOrDefault(x.Key) ?? 0),
                AsOf = facts.IsFinal ? null : facts.AsOf,
                Settings = facts.Settings,
                Employment = placed.Employment.GetValueOrDefault(x.Key, []),
                Stretches = x.Value,
                Leave = [.. placed.Leave[x.Key]],
                Headships = headed,
                Templates = [.. x.Value.Select(y => templates.GetValueOrDefault(y.Placement.PositionId)).OfType<TemplateFacts>().Distinct()],
                Kpis = Asked(x.Value, templates, kpis),
                Measurements = [.. facts.OfPerson[x.Key], .. rooms.SelectMany(y => facts.OfDepartment[y])],
                Counts = [.. counts.Where(y => asked.Contains(y.KpiId))],
                Marks = [.. facts.Marks?[x.Key] ?? []],
                SetAsides = [.. facts.SetAsides[x.Key]],
                Targets = [.. facts.Targets.Agreed[x.Key]],
                OpenTargets = [.. facts.Targets.Open[x.Key]],
                Adjustments = [.. facts.Adjustments?[x.Key] ?? []],
                EventCeilings = [.. facts.Ceilings[x.Key]],
                LiftedCeilings = [.. facts.Lifted?[x.Key] ?? []],
            });
        });
        return new ScoredQuarter(quarter, facts.AsOf, facts.Settings, receipts.ToDictionary(x => x.Facts.EmployeeId), templates, kpis);
    }

    /// <summary>Once the quarter's figures are closed, what is kept stands in the place of what would be counted now, where something is.</summary>
    private async Task<Func<long?, QuarterCount, QuarterCount>> KeptAsync(
        IReadOnlyList<MeasuredFigure> figures, Quarter quarter, CancellationToken cancellation)
    {
        if (!(await db.DataCutOffsAsync(cancellation)).IsOver(quarter, clock.Today))
        {
            return (_, count) => count;
        }

        var kept = figures.Where(x => x.Source is MeasurementSource.Events or MeasurementSource.Training)
            .ToDictionary(x => (x.EmployeeId, x.DepartmentId, x.KpiId));
        return (person, count) => kept.TryGetValue((person, count.DepartmentId, count.KpiId), out var figure)
            ? count with { Kept = figure.Value, Count = figure.SampleSize ?? 0 }
            : count;
    }

    /// <summary>Confirmed events of the kinds and severities that limit the grade in the cycle, by person; no query where none does.</summary>
    private async Task<ILookup<long, EventCeiling>> CeilingsAsync(
        IReadOnlyCollection<long> people, AppraisalCycle? cycle, DateOnly asOf, CancellationToken cancellation)
    {
        var grades = (cycle?.EventCeilings ?? []).ToDictionary(x => (x.KindId, x.Severity), x => x.Grade);
        var kinds = grades.Keys.Select(x => x.KindId).ToHashSet();
        var events = kinds.Count == 0 ? [] : await (
            from happened in db.ConfirmedEvents(cycle!.Quarter.FirstDay, asOf)
            where people.Contains(happened.EmployeeId) && kinds.Contains(happened.KindId) && happened.Severity != null
            join kind in db.PerformanceEventKinds on happened.KindId equals kind.Id
            select new { happened.Id, happened.EmployeeId, happened.KindId, kind.Code, happened.OccurredOn, Severity = happened.Severity!.Value })
            .ToListAsync(cancellation);
        return events.Where(x => grades.ContainsKey((x.KindId, x.Severity)))
            .ToLookup(x => x.EmployeeId, x => new EventCeiling(x.Id, x.Code, x.OccurredOn, grades[(x.KindId, x.Severity)]));
    }

    // A ceiling that the cycle has no grade for could not be applied.
    private static void RequireGrades(TemplateFacts? tried, ScoringSettings settings)
    {
        foreach (var (i, section) in (tried?.Sections ?? []).Index())
        {
            foreach (var (j, item) in section.Items.Index().Where(x => x.Item.Ceiling is { } ceiling && settings.Bands.All(y => y.Grade != ceiling.Grade)))
            {
                throw AppraisalRefusals.CeilingGradeUnknown.At(
                    $"sections[{i}].items[{j}].ceiling.grade", ("grade", item.Ceiling!.Grade), ("grades", settings.Bands.Select(x => x.Grade).ToArray()));
            }
        }
    }

    private static List<KpiFacts> Asked(
        IEnumerable<PlacedStretch> stretches, Dictionary<long, TemplateFacts> templates, Dictionary<long, (Kpi Kpi, KpiVersion Version)> kpis) =>
        [.. AskedBy(stretches.Select(x => templates.GetValueOrDefault(x.Placement.PositionId)).OfType<TemplateFacts>().Distinct())
            .Select(x => KpiFacts.Of(kpis[x].Kpi, kpis[x].Version))];

    private static IEnumerable<long> AskedBy(IEnumerable<TemplateFacts> templates) =>
        templates.SelectMany(x => x.Sections).SelectMany(x => x.Items).Select(x => x.KpiId).Distinct();

    private static Dictionary<long, TemplateFacts> AskedOf(QuarterPlaces placed, Dictionary<long, KpiTemplate> templates) =>
        placed.Stretches.Values.SelectMany(x => x).Select(x => x.Placement.PositionId).Distinct()
            .Select(x => templates.TryGetValue(x, out var template) ? FactsOf(template) : null)
            .OfType<TemplateFacts>().ToDictionary(x => x.PositionId);

    /// <summary>What the arithmetic asks of a template.</summary>
    public static TemplateFacts FactsOf(KpiTemplate template) =>
        new(template.PositionId, template.Id, template.Number, template.Content.Sections);

    private async Task<Dictionary<long, (Kpi Kpi, KpiVersion Version)>> KpisAsync(
        IEnumerable<TemplateFacts> templates, Quarter quarter, CancellationToken cancellation)
    {
        var ids = AskedBy(templates).ToList();
        return await db.Kpis.AsNoTracking().Where(x => ids.Contains(x.Id)).InForce(quarter)
            .ToDictionaryAsync(x => x.Kpi.Id, x => (x.Kpi, x.Content), cancellation);
    }

    /// <summary>What was read, for whichever templates.</summary>
    private sealed record QuarterFacts(
        Quarter Quarter,
        DateOnly AsOf,
        bool IsFinal,
        ScoringSettings Settings,
        QuarterPlaces Placed,
        Dictionary<long, (Kpi Kpi, KpiVersion Version)> Kpis,
        HeadedDepartments Heads,
        QuarterCountsOf Counts,
        Func<long?, QuarterCount, QuarterCount> Kept,
        ILookup<long, Measured> OfPerson,
        ILookup<long, Measured> OfDepartment,
        ILookup<long, EventCeiling> Ceilings,
        ILookup<long, SetAside> SetAsides,
        TargetFacts Targets,
        ILookup<long, Mark>? Marks,
        ILookup<long, Adjustment>? Adjustments,
        ILookup<long, LiftedCeiling>? Lifted,
        Dictionary<long, int>? Numbers);
}

/// <summary>The receipts of some people for a quarter, and what they were worked out by.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="AsOf">The last day looked at; of final ones that of the quarter.</param>
/// <param name="Settings">The numbers of its cycle, or the usual ones.</param>
/// <param name="Receipts">By employee; who has no day in the quarter has a final one alone.</param>
/// <param name="Templates">By position.</param>
/// <param name="Kpis">By KPI, with the version in force in the quarter.</param>
internal sealed record ScoredQuarter(
    Quarter Quarter,
    DateOnly AsOf,
    ScoringSettings Settings,
    IReadOnlyDictionary<long, Receipt> Receipts,
    IReadOnlyDictionary<long, TemplateFacts> Templates,
    IReadOnlyDictionary<long, (Kpi Kpi, KpiVersion Version)> Kpis);
