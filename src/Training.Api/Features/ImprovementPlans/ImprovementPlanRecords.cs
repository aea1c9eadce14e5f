using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.ImprovementPlans;

/// <summary>What can be done to an improvement plan.</summary>
public enum ImprovementPlanAct
{
    Edit,
    Check,
}

/// <summary>Something to be done.</summary>
/// <param name="DueOn">Until when; not before the result was published.</param>
public sealed record ImprovementStepRequest([NotBlank, TextLength(1, ImprovementPlan.MaxTextLength)] string Text, DateOnly DueOn);

/// <summary>How a person gets better.</summary>
/// <param name="CoachNumber">Employee number of who helps: somebody employed today, not the person.</param>
/// <param name="Steps">1 to 20.</param>
/// <param name="CheckDays">When it is looked at, rising; not before the result was published.</param>
public sealed record ImprovementPlanRequest(
    [NotBlank, TextLength(1, 40)] string CoachNumber,
    [ItemCount(1, ImprovementPlan.MaxSteps)] IReadOnlyList<ImprovementStepRequest> Steps,
    [ItemCount(0, ImprovementPlan.MaxCheckDays)] IReadOnlyList<DateOnly> CheckDays)
{
    internal ImprovementContent Content(long coachId) => new(coachId, [.. Steps.Select(x => new ImprovementStep(x.Text, x.DueOn))], CheckDays);
}

/// <summary>How a plan stood on a day.</summary>
/// <param name="On">From the day it was made to today.</param>
/// <param name="Standing">Done ends the plan.</param>
public sealed record CheckImprovementPlanRequest(
    DateOnly On, ImprovementStanding Standing, [TextLength(0, ImprovementPlan.MaxTextLength)] string? Remark = null);

/// <summary>How a plan stood on a day.</summary>
/// <param name="By">Who looked at it.</param>
public sealed record ImprovementCheckResponse(DateOnly On, ImprovementStanding Standing, string? Remark, Person By);

/// <summary>How a person gets better after a published result.</summary>
/// <param name="Coach">Who helps.</param>
/// <param name="CheckDays">When it is looked at.</param>
/// <param name="NextCheckOn">The next of these days; none: there is none, or the plan is over.</param>
/// <param name="Checks">In the order in which they were recorded.</param>
/// <param name="IsOver">A check found it done.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
public sealed record ImprovementPlanResponse(
    long AppraisalId, Person Employee, Person Coach, IReadOnlyList<ImprovementStep> Steps, IReadOnlyList<DateOnly> CheckDays, DateOnly? NextCheckOn,
    IReadOnlyList<ImprovementCheckResponse> Checks, bool IsOver, DateOnly MadeOn, IReadOnlyList<ImprovementPlanAct> AllowedActions, int Version) : IVersioned;

/// <summary>A course that helps with a low figure.</summary>
public sealed record ProposedCourse(long Id, string Code, string NameZh, string? NameEn);

/// <summary>An item under the mark of the cycle.</summary>
/// <param name="Segment">Number of its segment.</param>
/// <param name="Courses">Linked to its KPI, by code; retired ones left out.</param>
public sealed record LowItem(
    int Segment, long KpiId, string KpiCode, string KpiNameZh, string? KpiNameEn, decimal Score, IReadOnlyList<ProposedCourse> Courses);

/// <summary>Whether an improvement plan is proposed, and what would help.</summary>
/// <param name="Final">The score that was published last; none: unrated.</param>
/// <param name="ImprovementBelow">The mark of the cycle.</param>
/// <param name="IsProposed">The score lies under the mark.</param>
/// <param name="HasPlan">There is an improvement plan.</param>
/// <param name="AreItemsShown">The caller sees the whole appraisal; otherwise no items are shown.</param>
/// <param name="Items">Items that scored under the mark, in segments that count, the lowest first.</param>
public sealed record ImprovementProposalResponse(
    long AppraisalId, decimal? Final, decimal ImprovementBelow, bool IsProposed, bool HasPlan, bool AreItemsShown, IReadOnlyList<LowItem> Items);
