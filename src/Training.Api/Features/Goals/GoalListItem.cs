using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Features.Goals;

/// <summary>A goal of a person in a quarter: an item of the template of their position, by the figures that are there today. Nothing
/// in it is final: marks and adjustments come with the appraisal.</summary>
/// <param name="Sequence">Its place among the person's goals of the quarter.</param>
/// <param name="AsOf">The last day looked at.</param>
/// <param name="Segment">Number of the segment: the stretch of the quarter in one department, position and under one supervisor.</param>
/// <param name="SegmentDays">Calendar days of the segment.</param>
/// <param name="SectionWeight">Percent of the template.</param>
/// <param name="Weight">Percent of the section.</param>
/// <param name="Target">What the actual is held against; none where the method asks for none.</param>
/// <param name="Actual">What the figures come to so far, in the KPI's decimals; a sum is brought to the full quarter.</param>
/// <param name="Score">What the actual scores by today's figures; 100 is on target.</param>
/// <param name="IsThinData">There are fewer cases than the KPI asks for.</param>
/// <param name="NextActual">The next actual that scores more.</param>
/// <param name="NextScore">What that scores.</param>
/// <param name="NextGain">By how many points the provisional total would rise.</param>
/// <param name="SegmentTotal">What the items with figures come to in the segment.</param>
/// <param name="Total">What the segments come to together; none while no item has figures, or too few days count.</param>
/// <param name="Grade">The grade of that total by the usual bands.</param>
/// <param name="OwnGoals">How many goals the person set for the quarter beside the KPIs.</param>
/// <param name="OwnGoalsDone">How many of these are reached.</param>
public sealed record GoalListItem(
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    int Sequence,
    Quarter Quarter,
    DateOnly AsOf,
    int Segment,
    int SegmentDays,
    string? PositionCode,
    string? TemplateCode,
    int? TemplateNumber,
    string SectionNameZh,
    string? SectionNameEn,
    decimal SectionWeight,
    long KpiId,
    string KpiCode,
    string KpiNameZh,
    string? KpiNameEn,
    KpiUnit Unit,
    KpiDirection Direction,
    ItemScope Scope,
    ScoringMethodKind Method,
    decimal Weight,
    GoalState State,
    decimal? Target,
    decimal? Actual,
    decimal? Score,
    bool IsThinData,
    decimal? NextActual,
    decimal? NextScore,
    decimal? NextGain,
    decimal? SegmentTotal,
    decimal? Total,
    string? Grade,
    int OwnGoals,
    int OwnGoalsDone);
