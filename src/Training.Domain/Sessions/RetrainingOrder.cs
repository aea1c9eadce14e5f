using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>Why somebody has to be trained again.</summary>
public enum RetrainingCause
{
    WeakResult,

    /// <summary>Missed a meeting without an excuse.</summary>
    UnexcusedAbsence,
}

/// <summary>Where a retraining order stands.</summary>
public enum RetrainingState
{
    Open,

    /// <summary>Coached and completed.</summary>
    Passed,

    /// <summary>Coached, and still not enough.</summary>
    NotPassed,

    /// <summary>What it was made of was put right, or HR let it go.</summary>
    Cancelled,
}

/// <summary>Who acts on a retraining order.</summary>
/// <param name="IsDirectSupervisor">Or the deputy of the direct supervisor.</param>
public sealed record RetrainingActor(long AccountId, long? EmployeeId, bool IsHumanResources, bool IsDirectSupervisor);

/// <summary>Why an act on a retraining order is refused.</summary>
public static class RetrainingRefusals
{
    public static readonly Refusal NotOpen = Refusal.State("retraining.notOpen");
    public static readonly Refusal Own = Refusal.Relation("retraining.own");
    public static readonly Refusal NotYours = Refusal.Relation("retraining.notYours");
    public static readonly Refusal CoachUnknown = Refusal.Content("retraining.coachUnknown");
    public static readonly Refusal CoachIsPerson = Refusal.Content("retraining.coachIsPerson");
    public static readonly Refusal DueInPast = Refusal.Content("retraining.dueInPast");
    public static readonly Refusal OutcomeOpen = Refusal.Content("retraining.outcomeOpen");
}

/// <summary>An order to train somebody again: with a coach, by a day. While it is open, the plan that asks the course stays open.</summary>
public sealed class RetrainingOrder : IVersioned
{
    public const int MaxRemarkLength = 1000;

    /// <summary>Working days from the day of the order to its due day; a proposal, the documents name none.</summary>
    public const int WorkingDays = 20;

    private RetrainingOrder()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    public long CourseId { get; private set; }

    /// <summary>What it came of.</summary>
    public long EnrolmentId { get; private set; }

    /// <summary>The plan that it holds open; none where no plan asks for the course.</summary>
    public long? PlanId { get; private set; }

    public RetrainingCause Cause { get; private set; }

    /// <summary>Who coaches; the direct supervisor unless another is named.</summary>
    public long? CoachId { get; private set; }

    public DateOnly OrderedOn { get; private set; }

    /// <summary>The last day of the session it came of; a completion since then ends it.</summary>
    public DateOnly MissedOn { get; private set; }

    /// <summary>Last day in time.</summary>
    public DateOnly DueOn { get; private set; }

    public RetrainingState State { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public long? ClosedByAccountId { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>HR let it go: it is not made again.</summary>
    public bool IsLetGo { get; private set; }

    public int Version { get; private set; }

    public bool IsOverdueOn(DateOnly today) => State == RetrainingState.Open && today > DueOn;

    public static RetrainingOrder Of(
        Enrolment enrolment, TrainingSession session, long? planId, RetrainingCause cause, long? coachId, DateOnly today, WorkingCalendar calendar) =>
        new()
        {
            EmployeeId = enrolment.EmployeeId,
            CourseId = session.CourseId,
            MissedOn = session.LastOn,
            EnrolmentId = enrolment.Id,
            PlanId = planId,
            Cause = cause,
            CoachId = coachId,
            OrderedOn = today,
            DueOn = calendar.AddWorkingDays(today, WorkingDays),
        };

    /// <summary>Why an enrolment of a session that is over makes an order; none: it makes none. Who has completed the course all the same
    /// needs none.</summary>
    public static RetrainingCause? CauseOf(Enrolment enrolment) => enrolment switch
    {
        { State: EnrolmentState.Completed } => null,
        { State: EnrolmentState.Failed, Outcome: SessionOutcome.Weak } => RetrainingCause.WeakResult,
        { HasUnexcusedAbsence: true } => RetrainingCause.UnexcusedAbsence,
        _ => null,
    };

    /// <summary>Another coach or due day. By HR and the direct supervisor, never one's own.</summary>
    public void Edit(long coachId, DateOnly dueOn, string? remark, RetrainingActor by, DateOnly today)
    {
        RefuseUnless(by, mayCoach: false);
        if (coachId == EmployeeId)
        {
            throw RetrainingRefusals.CoachIsPerson.At("coachId");
        }

        if (dueOn < today)
        {
            throw RetrainingRefusals.DueInPast.At("dueOn", ("dueOn", dueOn), ("today", today));
        }

        (CoachId, DueOn, Remark) = (coachId, dueOn, PlainText.OrNull(remark));
    }

    /// <summary>Closes it with its outcome. By HR, the direct supervisor and the coach; only HR cancels it.</summary>
    public void Close(RetrainingState outcome, string? remark, RetrainingActor by, DateOnly today)
    {
        RefuseUnless(by, mayCoach: outcome != RetrainingState.Cancelled);
        if (outcome == RetrainingState.Open)
        {
            throw RetrainingRefusals.OutcomeOpen.At("outcome");
        }

        if (outcome == RetrainingState.Cancelled && !by.IsHumanResources)
        {
            throw RetrainingRefusals.NotYours.With();
        }

        End(outcome, by.AccountId, today);
        IsLetGo = outcome == RetrainingState.Cancelled;
        Remark = PlainText.OrNull(remark) ?? Remark;
    }

    /// <summary>The person has completed the course since, or what it was made of was put right.</summary>
    public void End(RetrainingState outcome, long byAccountId, DateOnly today) =>
        (State, ClosedOn, ClosedByAccountId) = (outcome, today, byAccountId);

    /// <summary>Whether this person can close it, or edit it, now.</summary>
    public bool MayBeClosedBy(RetrainingActor by) => State == RetrainingState.Open && by.EmployeeId != EmployeeId
        && (by.IsHumanResources || by.IsDirectSupervisor || (CoachId is { } coach && by.EmployeeId == coach));

    private void RefuseUnless(RetrainingActor by, bool mayCoach)
    {
        if (by.EmployeeId == EmployeeId)
        {
            throw RetrainingRefusals.Own.With();
        }

        var isCoach = CoachId is { } coach && by.EmployeeId == coach;
        if (!by.IsHumanResources && !by.IsDirectSupervisor && !(mayCoach && isCoach))
        {
            throw RetrainingRefusals.NotYours.With();
        }

        if (State != RetrainingState.Open)
        {
            throw RetrainingRefusals.NotOpen.With(("state", State));
        }
    }
}
