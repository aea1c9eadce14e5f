using System.Text.Json.Serialization;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Commands.Demo;

/// <summary>What happened in the company since, in order: <c>seeds/demo/history.json</c>.</summary>
internal sealed record DemoHistory(IReadOnlyList<DemoStep> Steps)
{
    public static Task<DemoHistory> ReadAsync(CancellationToken cancellation) => DemoFile.ReadAsync<DemoHistory>("history.json", cancellation);
}

/// <summary>An act of the past.</summary>
/// <param name="DaysAgo">On which day; a Saturday or Sunday is moved to the Monday after.</param>
/// <param name="By">Who did it: the user name of an account.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(DemoHire), "hire")]
[JsonDerivedType(typeof(DemoRehire), "rehire")]
[JsonDerivedType(typeof(DemoTransfer), "transfer")]
[JsonDerivedType(typeof(DemoEnd), "end")]
[JsonDerivedType(typeof(DemoProbation), "decideProbation")]
[JsonDerivedType(typeof(DemoLeave), "leave")]
[JsonDerivedType(typeof(DemoRaise), "raise")]
[JsonDerivedType(typeof(DemoDraft), "draftPlan")]
[JsonDerivedType(typeof(DemoDecision), "decidePlan")]
[JsonDerivedType(typeof(DemoCourseHeld), "holdCourse")]
[JsonDerivedType(typeof(DemoSpent), "spendBudget")]
[JsonDerivedType(typeof(DemoSessionAnnounced), "announceSession")]
[JsonDerivedType(typeof(DemoSessionRecorded), "recordSession")]
[JsonDerivedType(typeof(DemoFiguresEntered), "enterFigures")]
internal abstract record DemoStep(int DaysAgo, string By);

/// <summary>Somebody joins, on probation.</summary>
internal sealed record DemoHire(
    int DaysAgo, string By, string Number, string NameZh, string NameLatin, string Department, string Position, string Supervisor, decimal MonthlyWage, int ProbationMonths)
    : DemoStep(DaysAgo, By);

/// <summary>Somebody who left comes back.</summary>
internal sealed record DemoRehire(int DaysAgo, string By, string Employee, string Department, string Position, string Supervisor) : DemoStep(DaysAgo, By);

internal sealed record DemoTransfer(int DaysAgo, string By, string Employee, string Department, string Position, string Supervisor) : DemoStep(DaysAgo, By);

/// <summary>The day is the last of the employment.</summary>
internal sealed record DemoEnd(int DaysAgo, string By, string Employee, string Reason) : DemoStep(DaysAgo, By);

/// <summary>The supervisor proposes what HR then decides.</summary>
internal sealed record DemoProbation(int DaysAgo, string By, string Employee, ProbationOutcome Outcome) : DemoStep(DaysAgo, By);

/// <param name="Days">How many days from then on, weekends included.</param>
internal sealed record DemoLeave(int DaysAgo, string By, string Employee, LeaveKind Kind, int Days) : DemoStep(DaysAgo, By);

/// <summary>Base wages of everybody rise from the day on, to full ten yuan.</summary>
internal sealed record DemoRaise(int DaysAgo, string By, decimal Percent) : DemoStep(DaysAgo, By);

/// <param name="Plan">How later steps call it.</param>
/// <param name="StartsIn">Days from the draft to the plan's first day.</param>
/// <param name="Template">Made from this template.</param>
/// <param name="Source">Or from this earlier plan.</param>
/// <param name="HiredFromDaysAgo">Only for people hired since.</param>
internal sealed record DemoDraft(
    int DaysAgo,
    string By,
    string Plan,
    string Department,
    int StartsIn,
    string? Template = null,
    string? Source = null,
    int? HiredFromDaysAgo = null,
    IReadOnlyList<DemoCost>? Budget = null)
    : DemoStep(DaysAgo, By);

/// <summary>A line of a budget, in yuan.</summary>
internal sealed record DemoCost(BudgetKind Kind, string Description, decimal Planned);

internal sealed record DemoDecision(int DaysAgo, string By, string Plan, PlanAct Decision, string? Reason = null) : DemoStep(DaysAgo, By);

/// <summary>A course of a plan is held, and HR records what came of it for those who have it open; by the other HR account where
/// it is one's own.</summary>
internal sealed record DemoCourseHeld(int DaysAgo, string By, string Plan, string Course, int PassedPercent, int FailedPercent) : DemoStep(DaysAgo, By);

/// <param name="Actual">What the lines came to, in their order; yuan.</param>
internal sealed record DemoSpent(int DaysAgo, string By, string Plan, IReadOnlyList<decimal> Actual) : DemoStep(DaysAgo, By);

/// <summary>A session of a course is announced, and everybody of whom the plan asks it is assigned.</summary>
/// <param name="Session">How later steps call it.</param>
/// <param name="HeldIn">Days from the announcement to the session.</param>
internal sealed record DemoSessionAnnounced(
    int DaysAgo, string By, string Session, string Plan, string Course, int HeldIn, int Capacity, string Trainer) : DemoStep(DaysAgo, By);

/// <summary>HR records who was there, and completes the session.</summary>
internal sealed record DemoSessionRecorded(int DaysAgo, string By, string Session) : DemoStep(DaysAgo, By);

/// <summary>HR enters the figures of the month before.</summary>
internal sealed record DemoFiguresEntered(int DaysAgo, string By) : DemoStep(DaysAgo, By);
