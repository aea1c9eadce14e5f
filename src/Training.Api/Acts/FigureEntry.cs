using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>A figure as it was sent: of one person or one department, by their keys.</summary>
/// <param name="IsDayCell">The period stood in a cell as a date: the first of a month may mean the month.</param>
/// <param name="KeepsSample">The sample size is not spoken of and stays as it is.</param>
/// <param name="SourceRow">Where it came from, in words.</param>
internal sealed record FigureEntry(
    string? EmployeeNumber, string? DepartmentCode, string KpiCode, MeasuredPeriod Period, MeasuredValue Figure, bool IsDayCell = false,
    bool KeepsSample = false, string? SourceRow = null);

/// <summary>What becomes of a figure that was sent.</summary>
internal enum FigureOutcome
{
    New,
    Changed,

    /// <summary>Says what is kept, or what is queued already.</summary>
    Same,

    /// <summary>Its quarter is closed: it becomes a correction on which HR decides.</summary>
    Queued,

    /// <summary>The caller's own, for somebody else to enter.</summary>
    LeftOut,
    Refused,
}

/// <summary>What was found out about a figure.</summary>
internal sealed class PlannedFigure(FigureEntry entry)
{
    private List<RuleViolation>? _faults;

    public FigureEntry Entry { get; } = entry;

    public MeasuredPeriod Period { get; set; } = entry.Period;

    public MeasuredPlace Place { get; set; }

    public MeasuredValue Figure { get; set; } = entry.Figure;

    public bool IsImplausible { get; set; }

    /// <summary>As it is kept; none where there is none.</summary>
    public KnownFigure? Kept { get; set; }

    public FigureOutcome Outcome { get; set; }

    public IReadOnlyList<RuleViolation> Faults => _faults ?? (IReadOnlyList<RuleViolation>)[];

    /// <summary>What was made of it, where something was.</summary>
    public object? Made { get; set; }

    public void Refuse(RuleViolation fault)
    {
        (_faults ??= []).Add(fault);
        Outcome = FigureOutcome.Refused;
    }
}

/// <summary>A figure as it is kept.</summary>
internal sealed record KnownFigure(long Id, MeasuredValue Figure);

/// <summary>What is asked of many figures at once.</summary>
/// <param name="IsConfirmed">Figures outside the plausible range are meant so.</param>
/// <param name="LeavesOutOwn">The caller's own are left out, else refused.</param>
/// <param name="IsChange">They take the place of figures that are there, so that whose, which KPI and which period are not asked about again.</param>
/// <param name="ByHand">Only what is measured by hand: a supervisor's entry.</param>
internal sealed record FigureTerms(
    MeasurementSource Source, bool IsConfirmed, bool LeavesOutOwn = true, bool ByHand = false, bool IsChange = false, string? Reason = null);
