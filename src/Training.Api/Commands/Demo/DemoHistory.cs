using System.Text.Json.Serialization;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Commands.Demo;

/// <summary>What happened in the company since: <c>seeds/demo/history.json</c>.</summary>
/// <param name="Steps">By day; those of one day in the order in which they stand.</param>
/// <param name="Appraisals">How the quarters were appraised.</param>
/// <param name="Figures">Figures that are otherwise than the made-up ones.</param>
internal sealed record DemoHistory(IReadOnlyList<DemoStep> Steps, DemoCourse Appraisals, IReadOnlyList<DemoFigure> Figures)
{
    public static Task<DemoHistory> ReadAsync(CancellationToken cancellation) => DemoFile.ReadAsync<DemoHistory>("history.json", cancellation);
}

/// <summary>An act of the past; on which day stands as days before the making or as a day of a quarter.</summary>
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
[JsonDerivedType(typeof(DemoEventReported), "reportEvent")]
[JsonDerivedType(typeof(DemoEventConfirmed), "confirmEvent")]
[JsonDerivedType(typeof(DemoCycleOpened), "openCycle")]
[JsonDerivedType(typeof(DemoFiguresEntered), "enterFigures")]
[JsonDerivedType(typeof(DemoCycleAdvanced), "advanceCycle")]
[JsonDerivedType(typeof(DemoSelvesReviewed), "reviewSelves")]
[JsonDerivedType(typeof(DemoRaterNamed), "nameRater")]
[JsonDerivedType(typeof(DemoSegmentsScored), "scoreSegments")]
[JsonDerivedType(typeof(DemoItemSetAside), "setAside")]
[JsonDerivedType(typeof(DemoPointsAdded), "addPoints")]
[JsonDerivedType(typeof(DemoScoresConfirmed), "confirmScores")]
[JsonDerivedType(typeof(DemoResultsPublished), "publishResults")]
[JsonDerivedType(typeof(DemoResultsAcknowledged), "acknowledgeResults")]
[JsonDerivedType(typeof(DemoCycleClosed), "closeCycle")]
[JsonDerivedType(typeof(DemoAppealFiled), "fileAppeal")]
[JsonDerivedType(typeof(DemoReviewerNamed), "nameReviewer")]
[JsonDerivedType(typeof(DemoAppealDecided), "decideAppeal")]
[JsonDerivedType(typeof(DemoFigureCorrected), "correctFigure")]
internal abstract record DemoStep(string By)
{
    /// <summary>On which day; a Saturday or Sunday is moved to the Monday after.</summary>
    public int DaysAgo { get; init; }

    /// <summary>Instead of that: so many quarters before the one in which the company is made, on its <see cref="Day"/>.</summary>
    public int? QuartersAgo { get; init; }

    /// <summary>1 is the first day of the quarter, -1 its last; a Saturday or Sunday is moved to the Monday after, and counted from the end
    /// to the Friday before.</summary>
    public int Day { get; init; }
}

/// <summary>Somebody joins, on probation.</summary>
internal sealed record DemoHire(
    string By, string Number, string NameZh, string NameLatin, string Department, string Position, string Supervisor, decimal MonthlyWage, int ProbationMonths)
    : DemoStep(By);

/// <summary>Somebody who left comes back.</summary>
internal sealed record DemoRehire(string By, string Employee, string Department, string Position, string Supervisor) : DemoStep(By);

internal sealed record DemoTransfer(string By, string Employee, string Department, string Position, string Supervisor) : DemoStep(By);

/// <summary>The day is the last of the employment.</summary>
internal sealed record DemoEnd(string By, string Employee, string Reason) : DemoStep(By);

/// <summary>The supervisor proposes what HR then decides.</summary>
internal sealed record DemoProbation(string By, string Employee, ProbationOutcome Outcome) : DemoStep(By);

/// <param name="Days">How many days from then on, weekends included.</param>
internal sealed record DemoLeave(string By, string Employee, LeaveKind Kind, int Days) : DemoStep(By);

/// <summary>Base wages of everybody rise from the day on, to full ten yuan.</summary>
internal sealed record DemoRaise(string By, decimal Percent) : DemoStep(By);

/// <param name="Plan">How later steps call it.</param>
/// <param name="StartsIn">Days from the draft to the plan's first day.</param>
/// <param name="Template">Made from this template.</param>
/// <param name="Source">Or from this earlier plan.</param>
/// <param name="HiredFromDaysAgo">Only for people hired since.</param>
internal sealed record DemoDraft(
    string By,
    string Plan,
    string Department,
    int StartsIn,
    string? Template = null,
    string? Source = null,
    int? HiredFromDaysAgo = null,
    IReadOnlyList<DemoCost>? Budget = null)
    : DemoStep(By);

/// <summary>A line of a budget, in yuan.</summary>
internal sealed record DemoCost(BudgetKind Kind, string Description, decimal Planned);

internal sealed record DemoDecision(string By, string Plan, PlanAct Decision, string? Reason = null) : DemoStep(By);

/// <summary>A course of a plan is held, and HR records what came of it for those who have it open; by the other HR account where
/// it is one's own.</summary>
internal sealed record DemoCourseHeld(string By, string Plan, string Course, int PassedPercent, int FailedPercent) : DemoStep(By);

/// <param name="Actual">What the lines came to, in their order; yuan.</param>
internal sealed record DemoSpent(string By, string Plan, IReadOnlyList<decimal> Actual) : DemoStep(By);

/// <summary>A session of a course is announced, and everybody of whom the plan asks it is assigned.</summary>
/// <param name="Session">How later steps call it.</param>
/// <param name="HeldIn">Days from the announcement to the session.</param>
internal sealed record DemoSessionAnnounced(
    string By, string Session, string Plan, string Course, int HeldIn, int Capacity, string Trainer) : DemoStep(By);

/// <summary>HR records who was there, and completes the session.</summary>
internal sealed record DemoSessionRecorded(string By, string Session) : DemoStep(By);

/// <summary>HR reports what happened to somebody on the day.</summary>
/// <param name="Event">How later steps call it.</param>
internal sealed record DemoEventReported(
    string By, string Event, string Employee, string Kind, EventSeverity? Severity, bool? IsUpheld, string Description) : DemoStep(By);

/// <summary>Once the person's days for a view have passed.</summary>
internal sealed record DemoEventConfirmed(string By, string Event) : DemoStep(By);
