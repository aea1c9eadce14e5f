using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Domain.Appraisals;

/// <summary>Days of employment, both ends included.</summary>
/// <param name="To">Last day; none while it is open.</param>
public sealed record EmploymentSpan(DateOnly From, DateOnly? To);

/// <summary>Days in which a person works in one place under one supervisor, both ends included.</summary>
/// <param name="To">Last day; none while it is open.</param>
public sealed record PlacedStretch(DateOnly From, DateOnly? To, Placement Placement);

/// <summary>A record of leave.</summary>
public sealed record LeaveStretch(LeaveKind Kind, LeaveSpan Span);

/// <summary>Days in which the person heads a department, both ends included. Who heads several on one day is taken to head
/// the one that begins first, and of these the one of the lowest id; the caller may hand in only the one that is meant.</summary>
public sealed record Headship(long DepartmentId, DateOnly From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => From <= day && day <= (To ?? DateOnly.MaxValue);

    /// <summary>The days of the quarter with one department each: where a person heads several on one day, the one that comes first in the
    /// order.</summary>
    public static IReadOnlyList<Headship> OneADay(IEnumerable<Headship> headships, Quarter quarter, Func<long, int> order)
    {
        var held = headships.Where(x => x.From <= quarter.LastDay && (x.To ?? DateOnly.MaxValue) >= quarter.FirstDay)
            .OrderBy(x => order(x.DepartmentId)).ThenBy(x => x.DepartmentId).ToList();
        var changes = held.Select(x => x.From).Concat(held.Where(x => x.To < quarter.LastDay).Select(x => x.To!.Value.AddDays(1)))
            .Where(quarter.Holds).Append(quarter.FirstDay).Distinct().Order().ToList();
        var ends = changes.Skip(1).Select(x => x.AddDays(-1)).Append(quarter.LastDay);
        return
        [
            .. changes.Zip(ends, (from, to) => held.Find(x => x.HoldsOn(from)) is { } one ? new Headship(one.DepartmentId, from, to) : null)
                .OfType<Headship>(),
        ];
    }
}

/// <summary>The version of a template by which the segments of a position are scored.</summary>
public sealed record TemplateFacts(long PositionId, long TemplateId, int Number, IReadOnlyList<TemplateSectionContent> Sections);

/// <summary>Of the version of a KPI in force in the quarter, what the arithmetic asks.</summary>
public sealed record KpiFacts(
    long KpiId, string Code, int Number, int Decimals, KpiUnit Unit, KpiDirection Direction, KpiSource Source, KpiPeriod Period, KpiAggregation Aggregation)
{
    public TrainingMeasure? TrainingMeasure { get; init; }

    public bool ScalesToQuarter { get; init; } = true;

    public int? MinimumSample { get; init; }

    public static KpiFacts Of(Kpi kpi, KpiVersion version)
    {
        ArgumentNullException.ThrowIfNull(kpi);
        ArgumentNullException.ThrowIfNull(version);
        return new(
            kpi.Id, kpi.Code, version.Number, version.Decimals, version.Unit, version.Direction, version.Source, version.Period, version.Aggregation)
        {
            TrainingMeasure = version.TrainingMeasure,
            ScalesToQuarter = version.ScalesToQuarter,
            MinimumSample = version.MinimumSample,
        };
    }
}

/// <summary>A measurement (scoring 1.1).</summary>
/// <param name="Id">Its row.</param>
/// <param name="DepartmentId">The department it was recorded for; none: the person.</param>
/// <param name="From">First day of its period: a day, a month or the quarter.</param>
/// <param name="To">Last day of its period.</param>
/// <param name="Size">How many cases it sums up, where that is known; at least 1.</param>
/// <param name="Origin">Where it comes from, for the reader: by hand, which file and row.</param>
public sealed record Measured(
    long Id, long KpiId, long? DepartmentId, DateOnly From, DateOnly To, decimal Value, int? Size, string? Origin)
{
    public static Measured Of(MeasuredFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return new(figure.Id, figure.KpiId, figure.DepartmentId, figure.From, figure.To, figure.Value, figure.SampleSize, figure.SourceRow);
    }
}

/// <summary>What the program counted over the whole quarter for a KPI with the source events or training.</summary>
/// <param name="DepartmentId">The department whose people were counted; none: the person alone.</param>
/// <param name="Sum">Confirmed events; mandatory items completed; hours; or the sum of results.</param>
/// <param name="Count">Of training: mandatory items due, or completions. Of events it is not used.</param>
public sealed record QuarterCount(long KpiId, long? DepartmentId, decimal Sum, int Count)
{
    /// <summary>The figure that stands since the data cut-off, taken as it is: later facts change it by an accepted correction alone.</summary>
    public decimal? Kept { get; init; }
}

/// <summary>The supervisor's mark for a rated item of a segment.</summary>
public sealed record Mark(Placement Placement, long KpiId, decimal Value);

/// <summary>An item set aside by HR with a reason.</summary>
/// <param name="Placement">The segment; none: every segment that has the item.</param>
/// <param name="SignerId">The account of who did it, which may belong to nobody employed.</param>
public sealed record SetAside(long KpiId, Placement? Placement, string Reason, long SignerId);

/// <summary>A target agreed with the person, in place of the template's.</summary>
/// <param name="Placement">The segment; none: every segment that has the item.</param>
public sealed record AgreedTarget(long KpiId, Placement? Placement, decimal Target);

/// <summary>A target on which the next above has still to decide: the segment has no total until then.</summary>
public sealed record OpenTarget(long KpiId, Placement Placement);

/// <summary>A confirmed performance event whose kind and severity carry a ceiling.</summary>
public sealed record EventCeiling(long EventId, string KindCode, DateOnly On, string Grade);

/// <summary>Points added to or taken from a computed total, by calibration or an appeal (scoring 4).</summary>
public sealed record Adjustment(long Id, decimal Points, string Reason, long SignerId, DateTimeOffset SignedAt);

/// <summary>A ceiling that HR lifted for this person: that of an item, or that of an event.</summary>
public sealed record LiftedCeiling(long? KpiId, long? EventId, string Reason, long SignerId, DateTimeOffset SignedAt);

/// <summary>All that the score of one person in one quarter comes from; nothing else enters the arithmetic.</summary>
public sealed record AppraisalInput(long EmployeeId, Quarter Quarter)
{
    /// <summary>The version of the appraisal, from 1 on.</summary>
    public int Number { get; init; } = 1;

    /// <summary>The last day looked at: the score is provisional, items without data are passed over, and sums are brought to the
    /// full quarter from the days until then. None: the score is final.</summary>
    public DateOnly? AsOf { get; init; }

    public ScoringSettings Settings { get; init; } = ScoringSettings.Usual;

    public IReadOnlyList<EmploymentSpan> Employment { get; init; } = [];

    public IReadOnlyList<PlacedStretch> Stretches { get; init; } = [];

    /// <summary>With their whole length, also beyond the quarter, and those that touch them.</summary>
    public IReadOnlyList<LeaveStretch> Leave { get; init; } = [];

    public IReadOnlyList<Headship> Headships { get; init; } = [];

    public IReadOnlyList<TemplateFacts> Templates { get; init; } = [];

    public IReadOnlyList<KpiFacts> Kpis { get; init; } = [];

    /// <summary>The person's own, and those of the departments of the segments and of those headed.</summary>
    public IReadOnlyList<Measured> Measurements { get; init; } = [];

    public IReadOnlyList<QuarterCount> Counts { get; init; } = [];

    public IReadOnlyList<Mark> Marks { get; init; } = [];

    public IReadOnlyList<SetAside> SetAsides { get; init; } = [];

    public IReadOnlyList<AgreedTarget> Targets { get; init; } = [];

    /// <summary>None: nothing is undecided.</summary>
    public IReadOnlyList<OpenTarget>? OpenTargets { get; init; }

    public IReadOnlyList<EventCeiling> EventCeilings { get; init; } = [];

    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    public IReadOnlyList<LiftedCeiling> LiftedCeilings { get; init; } = [];

    /// <summary>The same facts in one order, whatever order they were read in; measurements outside the quarter are left away.</summary>
    public AppraisalInput InOrder() => this with
    {
        Employment = [.. Employment.OrderBy(x => x.From)],
        Stretches = [.. Stretches.OrderBy(x => x.From)],
        Leave = [.. Leave.OrderBy(x => x.Span.FromOn).ThenBy(x => x.Span.FromHalf).ThenBy(x => x.Span.ToOn).ThenBy(x => x.Span.ToHalf).ThenBy(x => x.Kind)],
        Headships = [.. Headships.OrderBy(x => x.From).ThenBy(x => x.DepartmentId)],
        Templates = [.. Templates.OrderBy(x => x.PositionId)],
        Kpis = [.. Kpis.OrderBy(x => x.KpiId)],
        Measurements = [.. Measurements.Where(x => Quarter.Holds(x.From) && Quarter.Holds(x.To))
            .OrderBy(x => x.KpiId).ThenBy(x => x.DepartmentId ?? 0).ThenBy(x => x.From).ThenBy(x => x.Id)],
        Counts = [.. Counts.OrderBy(x => x.KpiId).ThenBy(x => x.DepartmentId ?? 0)],
        Marks = [.. Marks.OrderBy(x => x.KpiId).ThenBy(x => Order(x.Placement))],
        SetAsides = [.. SetAsides.OrderBy(x => x.KpiId).ThenBy(x => Order(x.Placement))],
        Targets = [.. Targets.OrderBy(x => x.KpiId).ThenBy(x => Order(x.Placement))],
        OpenTargets = OpenTargets is not { Count: > 0 } ? null : [.. OpenTargets.OrderBy(x => x.KpiId).ThenBy(x => Order(x.Placement))],
        EventCeilings = [.. EventCeilings.Where(x => Quarter.Holds(x.On)).OrderBy(x => x.On).ThenBy(x => x.EventId)],
        Adjustments = [.. Adjustments.OrderBy(x => x.Id)],
        LiftedCeilings = [.. LiftedCeilings.OrderBy(x => x.KpiId ?? 0).ThenBy(x => x.EventId ?? 0)],
    };

    private static (long, long, long) Order(Placement? x) => (x?.DepartmentId ?? 0, x?.PositionId ?? 0, x?.SupervisorId ?? 0);
}
