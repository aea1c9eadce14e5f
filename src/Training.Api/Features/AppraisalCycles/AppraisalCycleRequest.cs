using Training.Api.Http.Validation;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>The last days of a cycle's phases. What is left out is as usual: targets by the tenth working day of the quarter, the rest 5,
/// 7, 12, 15, 18 and 30 working days after its last day.</summary>
/// <param name="TargetsDueOn">Targets are agreed; a day of the quarter.</param>
/// <param name="DataCutOffOn">Figures are entered directly, afterwards as corrections; after the quarter, and none of the following days
/// lies before the one named before it.</param>
/// <param name="SelfReviewDueOn">People judge themselves.</param>
/// <param name="ScoringDueOn">Supervisors score.</param>
/// <param name="CalibrationDueOn">Scores are compared and adjusted.</param>
/// <param name="PublicationDueOn">Results are published.</param>
/// <param name="CloseDueOn">The cycle is closed; at most 180 days after the quarter.</param>
public sealed record AppraisalCycleDatesRequest(
    DateOnly? TargetsDueOn = null,
    DateOnly? DataCutOffOn = null,
    DateOnly? SelfReviewDueOn = null,
    DateOnly? ScoringDueOn = null,
    DateOnly? CalibrationDueOn = null,
    DateOnly? PublicationDueOn = null,
    DateOnly? CloseDueOn = null)
{
    internal CycleDates Over(CycleDates usual) => new(
        TargetsDueOn ?? usual.TargetsDueOn, DataCutOffOn ?? usual.DataCutOffOn, SelfReviewDueOn ?? usual.SelfReviewDueOn,
        ScoringDueOn ?? usual.ScoringDueOn, CalibrationDueOn ?? usual.CalibrationDueOn, PublicationDueOn ?? usual.PublicationDueOn,
        CloseDueOn ?? usual.CloseDueOn);
}

/// <summary>How many people of a group should have one of some grades: at most, at least, or both.</summary>
/// <param name="Grades">Grades of the cycle, each once.</param>
/// <param name="AtMost">Percent of the group, 0 to 100 with at most 2 decimals.</param>
/// <param name="AtLeast">The same, not above <paramref name="AtMost"/>.</param>
public sealed record AppraisalCycleShareRequest(
    [ItemCount(1, ScoringSettings.MaxBands)] IReadOnlyList<string> Grades, decimal? AtMost = null, decimal? AtLeast = null)
{
    internal DistributionShare Content() => new([.. Grades.Select(PlainText.Key)], AtMost, AtLeast);
}

/// <summary>How the grades of a group should be spread; shown beside them, never applied.</summary>
/// <param name="Shares">Each for itself; none: nothing is shown.</param>
/// <param name="SmallestGroup">People, 1 to 100; smaller groups are looked at together with the one above.</param>
public sealed record AppraisalCycleDistributionRequest(
    [ItemCount(0, DistributionGuideline.MaxShares)] IReadOnlyList<AppraisalCycleShareRequest> Shares,
    int SmallestGroup = DistributionGuideline.UsualSmallestGroup)
{
    internal DistributionGuideline Content() => new([.. Shares.Select(x => x.Content())], SmallestGroup);
}

/// <summary>The best grade left to whom a confirmed event of a kind and severity is about.</summary>
/// <param name="KindId">The kind of performance event; one whose events have a severity.</param>
/// <param name="Severity">How grave it is; each kind and severity once.</param>
/// <param name="Grade">A grade of the cycle.</param>
public sealed record AppraisalCycleEventCeilingRequest(long KindId, EventSeverity Severity, string Grade)
{
    internal CycleEventCeiling Content() => new(KindId, Severity, PlainText.Key(Grade));
}

/// <summary>By which version of a template the people of a position are scored.</summary>
/// <param name="PositionId">Each position once.</param>
/// <param name="TemplateId">A published version of a template for the position.</param>
public sealed record AppraisalCycleTemplateRequest(long PositionId, long TemplateId)
{
    internal CycleTemplate Content() => new(PositionId, TemplateId);
}

/// <summary>A new cycle; what is left out is as usual.</summary>
/// <param name="Quarter">The quarter (<c>2026Q4</c>), from 8 before the current one to 4 after it; one cycle for each.</param>
/// <param name="Population">Whom it appraises.</param>
/// <param name="Dates">The last days of its phases.</param>
/// <param name="Settings">The numbers by which scores become a grade.</param>
/// <param name="Distribution">How grades should be spread; usually A at most 20 %, D and E together at least 5 %.</param>
/// <param name="EventCeilings">Which events limit the grade; usually none does.</param>
/// <param name="ImprovementBelow">Under this final score an improvement plan is proposed, 0 to the final cap with at most 2 decimals;
/// usually 60.</param>
/// <param name="Templates">In the place of the template in force in the quarter, for the positions named; the other positions have the
/// one in force.</param>
public sealed record CreateAppraisalCycleRequest(
    Quarter Quarter,
    CyclePopulation? Population = null,
    AppraisalCycleDatesRequest? Dates = null,
    ScoringSettings? Settings = null,
    AppraisalCycleDistributionRequest? Distribution = null,
    [ItemCount(0, AppraisalCycleContent.MaxEventCeilings)] IReadOnlyList<AppraisalCycleEventCeilingRequest>? EventCeilings = null,
    decimal? ImprovementBelow = null,
    [ItemCount(0, AppraisalCycleContent.MaxTemplates)] IReadOnlyList<AppraisalCycleTemplateRequest>? Templates = null)
{
    internal AppraisalCycleContent Content(CycleDates usual, IEnumerable<CycleTemplate> inForce)
    {
        var named = (Templates ?? []).Select(x => x.Content()).ToList();
        return new(
            Population ?? new CyclePopulation(),
            Dates?.Over(usual) ?? usual,
            AppraisalCycleRecords.Plain(Settings ?? ScoringSettings.Usual),
            Distribution?.Content() ?? DistributionGuideline.Usual,
            [.. (EventCeilings ?? []).Select(x => x.Content())],
            ImprovementBelow ?? AppraisalCycleContent.UsualImprovementBelow,
            [.. named, .. inForce.Where(x => named.TrueForAll(y => y.PositionId != x.PositionId))]);
    }
}

/// <summary>All of a cycle that can be edited.</summary>
/// <param name="Population">Whom it appraises.</param>
/// <param name="Dates">The last days of its phases.</param>
/// <param name="Settings">The numbers by which scores become a grade; what is left out is as usual.</param>
/// <param name="Distribution">How grades should be spread.</param>
/// <param name="EventCeilings">Which events limit the grade.</param>
/// <param name="ImprovementBelow">Under this final score an improvement plan is proposed, 0 to the final cap with at most 2 decimals.</param>
/// <param name="Templates">All of them; a position that is not named has none.</param>
public sealed record EditAppraisalCycleRequest(
    CyclePopulation Population,
    AppraisalCycleDatesRequest Dates,
    ScoringSettings Settings,
    AppraisalCycleDistributionRequest Distribution,
    [ItemCount(0, AppraisalCycleContent.MaxEventCeilings)] IReadOnlyList<AppraisalCycleEventCeilingRequest> EventCeilings,
    decimal ImprovementBelow,
    [ItemCount(0, AppraisalCycleContent.MaxTemplates)] IReadOnlyList<AppraisalCycleTemplateRequest> Templates)
{
    internal AppraisalCycleContent Content(CycleDates usual) => new(
        Population,
        Dates.Over(usual),
        AppraisalCycleRecords.Plain(Settings),
        Distribution.Content(),
        [.. EventCeilings.Select(x => x.Content())],
        ImprovementBelow,
        [.. Templates.Select(x => x.Content())]);
}
