using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>By which way a figure came in.</summary>
public enum MeasurementSource
{
    /// <summary>Entered by hand.</summary>
    Manual,

    /// <summary>From a workbook.</summary>
    Import,

    /// <summary>Sent by another system.</summary>
    Api,

    /// <summary>Counted from confirmed performance events.</summary>
    Events,

    /// <summary>Worked out from training items and completions.</summary>
    Training,
}

/// <summary>Whose figure of which KPI and period: there is one figure for each.</summary>
/// <param name="EmployeeId">The person; none for a department's figure.</param>
/// <param name="DepartmentId">The department; none for a person's figure.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
public readonly record struct MeasuredPlace(long? EmployeeId, long? DepartmentId, long KpiId, DateOnly From, DateOnly To);

/// <summary>What was measured.</summary>
/// <param name="Value">With at most as many decimals as the KPI has in the quarter.</param>
/// <param name="SampleSize">On how many cases the figure rests, where that is known.</param>
public readonly record struct MeasuredValue(decimal Value, int? SampleSize);

/// <summary>Where a figure came from.</summary>
/// <param name="Row">The row it stood in, in words: <c>october.xlsx#17</c>.</param>
/// <param name="IsImplausible">It lies outside the plausible range and was confirmed.</param>
public readonly record struct MeasurementOrigin(MeasurementSource Source, string? Row, bool IsImplausible);

/// <summary>A figure of a person or of a department, for one KPI and one period (scoring 1.1).</summary>
public sealed class Measurement : IVersioned
{
    public const int MaxSourceRowLength = 200;

    private Measurement()
    {
    }

    public long Id { get; private set; }

    /// <summary>The person; none for a department's figure.</summary>
    public long? EmployeeId { get; private set; }

    /// <summary>The department; none for a person's figure.</summary>
    public long? DepartmentId { get; private set; }

    public long KpiId { get; private set; }

    public KpiPeriod PeriodKind { get; private set; }

    public DateOnly PeriodFrom { get; private set; }

    /// <summary>The period's last day, which decides who sees the figure.</summary>
    public DateOnly PeriodTo { get; private set; }

    public decimal Value { get; private set; }

    /// <summary>On how many cases the figure rests, where that is known.</summary>
    public int? SampleSize { get; private set; }

    public MeasurementSource Source { get; private set; }

    /// <summary>The row it came from, in words: <c>october.xlsx#17</c>.</summary>
    public string? SourceRow { get; private set; }

    /// <summary>It lay outside the plausible range and was confirmed.</summary>
    public bool IsImplausible { get; private set; }

    public int Version { get; private set; }

    public MeasuredPeriod Period => MeasuredPeriod.Of(PeriodKind, PeriodFrom);

    public MeasuredValue Figure => new(Value, SampleSize);

    public MeasuredPlace Place => new(EmployeeId, DepartmentId, KpiId, PeriodFrom, PeriodTo);

    /// <summary>A figure that the rules have let pass (<see cref="MeasurementRules"/>).</summary>
    public static Measurement Record(long? employeeId, long? departmentId, long kpiId, MeasuredPeriod period, MeasuredValue figure, MeasurementOrigin origin)
    {
        var made = new Measurement
        {
            EmployeeId = employeeId,
            DepartmentId = departmentId,
            KpiId = kpiId,
            PeriodKind = period.Kind,
            PeriodFrom = period.From,
            PeriodTo = period.To,
        };
        made.Change(figure, origin);
        return made;
    }

    /// <summary>Another figure in its place, let pass by the same rules.</summary>
    public void Change(MeasuredValue figure, MeasurementOrigin origin)
    {
        (Value, SampleSize) = (figure.Value, figure.SampleSize);
        (Source, SourceRow, IsImplausible) = (origin.Source, origin.Row, origin.IsImplausible);
    }
}

/// <summary>A figure as scoring takes it.</summary>
/// <param name="From">First day of its period.</param>
/// <param name="To">Last day of its period.</param>
/// <param name="SourceRow">The row it came from, in words.</param>
/// <param name="Id">The measurement.</param>
public sealed record MeasuredFigure(
    long? EmployeeId, long? DepartmentId, long KpiId, DateOnly From, DateOnly To, decimal Value, int? SampleSize, MeasurementSource Source,
    string? SourceRow, long Id);
