using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>The best grade left to whom a confirmed event of a kind and severity is about.</summary>
/// <param name="KindNameZh">As the kind is named now.</param>
public sealed record AppraisalCycleEventCeilingResponse(
    long KindId, string KindCode, string KindNameZh, string? KindNameEn, EventSeverity Severity, string Grade);

/// <summary>By which version of a template the people of a position are scored.</summary>
/// <param name="TemplateCode">Shared by all versions of the template.</param>
/// <param name="TemplateNumber">1, 2, 3 … within the code.</param>
public sealed record AppraisalCycleTemplateResponse(
    long PositionId, string PositionCode, string PositionNameZh, string? PositionNameEn, long TemplateId, string TemplateCode,
    int TemplateNumber);

/// <summary>A department in which late scoring was ended.</summary>
/// <param name="ClosedOn">The day; whom HR names from then on scores all the same.</param>
/// <param name="Reason">Why; shown to HR alone.</param>
public sealed record AppraisalCycleClosureResponse(Named Department, DateOnly ClosedOn, string? Reason);

/// <summary>The appraisal of a quarter.</summary>
/// <param name="Quarter">The quarter (<c>2026Q4</c>).</param>
/// <param name="Phase">How far its appraisals have come.</param>
/// <param name="Population">Whom it appraises.</param>
/// <param name="Dates">The last days of its phases.</param>
/// <param name="Settings">The numbers by which scores become a grade.</param>
/// <param name="Distribution">How grades should be spread.</param>
/// <param name="EventCeilings">Which events limit the grade.</param>
/// <param name="ImprovementBelow">Under this final score an improvement plan is proposed.</param>
/// <param name="Templates">By position code.</param>
/// <param name="ScoringClosed">Departments in which HR ended late scoring, by code.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
public sealed record AppraisalCycleResponse(
    long Id, string Quarter, AppraisalCyclePhase Phase, CyclePopulation Population, CycleDates Dates, ScoringSettings Settings,
    DistributionGuideline Distribution, IReadOnlyList<AppraisalCycleEventCeilingResponse> EventCeilings, decimal ImprovementBelow,
    IReadOnlyList<AppraisalCycleTemplateResponse> Templates, IReadOnlyList<AppraisalCycleClosureResponse> ScoringClosed,
    IReadOnlyList<AppraisalCycleAct> AllowedActions, int Version) : IVersioned;
