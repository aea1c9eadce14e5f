using Training.Domain.Incentives;
using Training.Domain.Kpis;

namespace Training.Domain.Appraisals;

/// <summary>Whom a cycle appraises beside those who are past probation and employed by the company itself.</summary>
/// <param name="IncludesProbation">People on probation.</param>
/// <param name="IncludesAgency">People sent by an agency.</param>
/// <param name="IncludesInterns">Interns.</param>
public sealed record CyclePopulation(bool IncludesProbation = true, bool IncludesAgency = false, bool IncludesInterns = false);

/// <summary>The best grade left to whom a confirmed event of a kind and severity, dated in the quarter, is about (scoring 4).</summary>
/// <param name="KindId">The kind of performance event.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Grade">A grade of the cycle.</param>
public sealed record CycleEventCeiling(long KindId, EventSeverity Severity, string Grade);

/// <summary>By which version of a template the people of a position are scored.</summary>
public sealed record CycleTemplate(long PositionId, long TemplateId);

/// <summary>All of a cycle that can be edited, as one whole.</summary>
/// <param name="Population">Whom it appraises.</param>
/// <param name="Dates">The last days of its phases.</param>
/// <param name="Settings">The numbers by which scores become a grade.</param>
/// <param name="Distribution">How grades should be spread.</param>
/// <param name="EventCeilings">Which events limit the grade; each kind and severity once.</param>
/// <param name="ImprovementBelow">Under this final score an improvement plan is proposed; 0 to the final cap, 2 decimals.</param>
/// <param name="Templates">One for each position at most.</param>
public sealed record AppraisalCycleContent(
    CyclePopulation Population,
    CycleDates Dates,
    ScoringSettings Settings,
    DistributionGuideline Distribution,
    IReadOnlyList<CycleEventCeiling> EventCeilings,
    decimal ImprovementBelow,
    IReadOnlyList<CycleTemplate> Templates)
{
    public const decimal UsualImprovementBelow = 60;
    public const int MaxEventCeilings = 200;
    public const int MaxTemplates = 1000;
}

/// <summary>What the content of a cycle refers to, as far as it exists, by id.</summary>
/// <param name="Kinds">Kinds of performance events.</param>
/// <param name="Templates">Versions of templates with sections and items.</param>
public sealed record CycleReferences(IReadOnlyDictionary<long, PerformanceEventKind> Kinds, IReadOnlyDictionary<long, KpiTemplate> Templates);
