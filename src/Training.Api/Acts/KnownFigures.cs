using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Acts;

/// <summary>What figures refer to and are compared with, read in a number of queries that does not grow with them.</summary>
internal sealed class KnownFigures
{
    /// <summary>Whom a figure is about.</summary>
    internal sealed record Who(long Id, MeasuredSubject Subject);

    private readonly Dictionary<(Kpi, Quarter), KpiVersion> _versions = [];
    private readonly Dictionary<Quarter, bool> _closed = [];
    private DataCutOffs _cutOffs = new(new([], []), new Dictionary<Quarter, DateOnly>());

    /// <summary>Read once: working out the day takes longer than looking at a figure.</summary>
    public DateOnly Today { get; private init; }

    public Dictionary<string, Who> People { get; private set; } = [];

    public Dictionary<string, Who> Departments { get; private set; } = [];

    public Dictionary<string, Kpi> Kpis { get; private set; } = [];

    public Dictionary<MeasuredPlace, KnownFigure> Kept { get; private set; } = [];

    /// <summary>Corrections that wait for HR.</summary>
    public Dictionary<MeasuredPlace, MeasuredValue?> Waiting { get; private set; } = [];

    public static async Task<KnownFigures> ReadAsync(
        TrainingDb db, IReadOnlyCollection<FigureEntry> entries, OrganisationClock clock, CancellationToken cancellation)
    {
        var known = new KnownFigures { Today = clock.Today };
        if (entries.Count == 0)
        {
            return known;
        }

        await known.ReadSubjectsAsync(db, entries, clock, cancellation);
        var codes = entries.Select(x => x.KpiCode).Distinct().ToList();
        known.Kpis = await db.Kpis.AsNoTracking().Include(x => x.Versions).Where(x => codes.Contains(x.Code)).ToDictionaryAsync(x => x.Code, cancellation);
        known._cutOffs = await db.DataCutOffsAsync(cancellation);
        await known.ReadKeptAsync(db, entries, cancellation);
        return known;
    }

    public KpiVersion Version(Kpi kpi, Quarter quarter)
    {
        if (!_versions.TryGetValue((kpi, quarter), out var version))
        {
            _versions.Add((kpi, quarter), version = kpi.For(quarter));
        }

        return version;
    }

    /// <summary>Whether the quarter's data cut-off is over.</summary>
    public bool IsClosed(Quarter quarter)
    {
        if (!_closed.TryGetValue(quarter, out var isClosed))
        {
            _closed.Add(quarter, isClosed = _cutOffs.IsOver(quarter, Today));
        }

        return isClosed;
    }

    private async Task ReadSubjectsAsync(TrainingDb db, IReadOnlyCollection<FigureEntry> entries, OrganisationClock clock, CancellationToken cancellation)
    {
        var numbers = entries.Select(x => x.EmployeeNumber).OfType<string>().Distinct().ToList();
        if (numbers.Count > 0)
        {
            var found = await db.Employees.AsNoTracking().Where(x => numbers.Contains(x.EmployeeNumber))
                .SelectMany(x => x.Periods, (x, period) => new { x.Id, x.EmployeeNumber, period.HiredOn, period.LeftOn }).ToListAsync(cancellation);
            People = found.GroupBy(x => (x.Id, x.EmployeeNumber)).ToDictionary(x => x.Key.EmployeeNumber, x => new Who(
                x.Key.Id, new(false, x.Key.EmployeeNumber, [.. x.Select(y => (y.HiredOn, y.LeftOn ?? DateOnly.MaxValue))])));
        }

        if (entries.Any(x => x.DepartmentCode is not null))
        {
            Departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Code, x => new Who(x.Id, new(
                true, x.Code, [(DateOnly.MinValue, x.RetiredAt is { } at ? clock.DayOf(at) : DateOnly.MaxValue)])), cancellation);
        }
    }

    private async Task ReadKeptAsync(TrainingDb db, IReadOnlyCollection<FigureEntry> entries, CancellationToken cancellation)
    {
        var kpis = Kpis.Values.Select(x => x.Id).ToList();
        var people = People.Values.Select(x => x.Id).ToList();
        var departments = entries.Select(x => x.DepartmentCode).OfType<string>().Distinct()
            .Select(x => Departments.GetValueOrDefault(x)?.Id).OfType<long>().ToList();
        var (first, last) = (entries.Min(x => x.Period.From), entries.Max(x => x.Period.From));
        var kept = await db.Measurements.AsNoTracking().Among(kpis, people, departments, MeasuredPeriod.Month(first).From, last)
            .Select(x => new { x.Id, x.EmployeeId, x.DepartmentId, x.KpiId, x.PeriodFrom, x.PeriodTo, x.Value, x.SampleSize }).ToListAsync(cancellation);
        Kept = kept.ToDictionary(
            x => new MeasuredPlace(x.EmployeeId, x.DepartmentId, x.KpiId, x.PeriodFrom, x.PeriodTo), x => new KnownFigure(x.Id, new(x.Value, x.SampleSize)));
        if (entries.Any(x => IsClosed(x.Period.Quarter)))
        {
            var waiting = await db.Corrections.AsNoTracking()
                .Where(x => x.State == CorrectionState.Queued && kpis.Contains(x.KpiId) && x.PeriodFrom >= first && x.PeriodFrom <= last)
                .ToListAsync(cancellation);
            Waiting = waiting.GroupBy(x => x.Place).ToDictionary(x => x.Key, x => x.Last().Proposed);
        }
    }
}
