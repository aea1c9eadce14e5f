using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>Where a person's enrolment stands. Those from <see cref="Offered"/> to <see cref="Absent"/> take a seat.</summary>
public enum EnrolmentState
{
    /// <summary>Asked for by the person; their supervisor has to approve.</summary>
    Requested,

    /// <summary>Approved; passed through on the way to a seat or into the line.</summary>
    Approved,

    /// <summary>In line for a seat.</summary>
    Waitlisted,

    /// <summary>A seat is held for the person until <see cref="Enrolment.OfferedUntil"/>.</summary>
    Offered,
    Enrolled,

    /// <summary>Was there; something is still missing for the completion.</summary>
    Attended,
    Completed,

    /// <summary>Was there, but did not meet what the course asks.</summary>
    Failed,

    /// <summary>Was at no meeting.</summary>
    Absent,
    Withdrawn,
    Declined,
}

/// <summary>How an enrolment came about.</summary>
public enum EnrolmentSource
{
    /// <summary>A training plan asks it of the person.</summary>
    Plan,

    /// <summary>Nominated by the direct supervisor or their deputy.</summary>
    Supervisor,

    /// <summary>Asked for by the person.</summary>
    Self,

    /// <summary>Nominated by HR.</summary>
    HumanResources,

    /// <summary>Offered to somebody who was absent from an earlier session.</summary>
    MissedSession,
}

/// <summary>What can be done to an enrolment.</summary>
public enum EnrolmentAct
{
    Approve,
    Decline,
    Withdraw,
    Accept,
    Refuse,

    /// <summary>HR puts it before the voluntary ones, with the reason.</summary>
    MakeMandatory,

    /// <summary>The practice is signed off.</summary>
    SignOff,
}

/// <summary>How a seat, or the place in the line, was given up.</summary>
public enum WithdrawalCause
{
    /// <summary>By the person, the supervisor or HR.</summary>
    Withdrawn,

    /// <summary>The offered seat was refused.</summary>
    OfferRefused,

    /// <summary>The offer ran out.</summary>
    OfferRanOut,
    SessionCancelled,

    /// <summary>The session began while the person waited.</summary>
    SessionBegan,

    /// <summary>The person is not employed on the first day of the session.</summary>
    EmploymentEnded,
}

/// <summary>Why somebody was not enrolled by an act over many.</summary>
public enum LeftOutCause
{
    /// <summary>The caller's own record: another person has to enrol them.</summary>
    Own,

    /// <summary>Has a place in the session already.</summary>
    AlreadyThere,

    /// <summary>Has another session at one of its times.</summary>
    Clash,

    /// <summary>Not employed on its first day.</summary>
    NotEmployed,

    /// <summary>Trains the session.</summary>
    Trainer,

    /// <summary>No seat is left, and there is no waiting list.</summary>
    Full,

    /// <summary>Has completed the course since.</summary>
    CompletedSince,
}

/// <summary>The acts on an enrolment. What attendance and results make of it is worked out by <see cref="Enrolment.Settle"/>.</summary>
public static class EnrolmentLife
{
    public static readonly Transitions<EnrolmentState, EnrolmentAct> Table = new(
        EnrolmentRefusals.NotInThisState,
        (EnrolmentState.Requested, EnrolmentAct.Approve, EnrolmentState.Approved),
        (EnrolmentState.Requested, EnrolmentAct.Decline, EnrolmentState.Declined),
        (EnrolmentState.Requested, EnrolmentAct.Withdraw, EnrolmentState.Withdrawn),
        (EnrolmentState.Waitlisted, EnrolmentAct.Withdraw, EnrolmentState.Withdrawn),
        (EnrolmentState.Waitlisted, EnrolmentAct.MakeMandatory, EnrolmentState.Waitlisted),
        (EnrolmentState.Offered, EnrolmentAct.Withdraw, EnrolmentState.Withdrawn),
        (EnrolmentState.Offered, EnrolmentAct.Accept, EnrolmentState.Enrolled),
        (EnrolmentState.Offered, EnrolmentAct.Refuse, EnrolmentState.Withdrawn),
        (EnrolmentState.Offered, EnrolmentAct.MakeMandatory, EnrolmentState.Enrolled),
        (EnrolmentState.Enrolled, EnrolmentAct.Withdraw, EnrolmentState.Withdrawn),
        (EnrolmentState.Enrolled, EnrolmentAct.MakeMandatory, EnrolmentState.Enrolled),
        (EnrolmentState.Enrolled, EnrolmentAct.SignOff, EnrolmentState.Enrolled),
        (EnrolmentState.Attended, EnrolmentAct.SignOff, EnrolmentState.Attended),
        (EnrolmentState.Completed, EnrolmentAct.SignOff, EnrolmentState.Completed),
        (EnrolmentState.Failed, EnrolmentAct.SignOff, EnrolmentState.Failed));
}

/// <summary>Why an act on an enrolment is refused.</summary>
public static class EnrolmentRefusals
{
    public static readonly Refusal NotInThisState = Refusal.State("enrolment.notInThisState");

    /// <summary>The person has an enrolment in the session that is not over.</summary>
    public static readonly Refusal AlreadyThere = Refusal.State("enrolment.alreadyThere");
    public static readonly Refusal Full = Refusal.State("enrolment.full");

    /// <summary>Who trains does not attend.</summary>
    public static readonly Refusal Trainer = Refusal.State("enrolment.trainer");
    public static readonly Refusal NotEmployed = Refusal.State("enrolment.notEmployed");
    public static readonly Refusal Own = Refusal.Relation("enrolment.own");
    public static readonly Refusal NotOwn = Refusal.Relation("enrolment.notOwn");
    public static readonly Refusal NotYours = Refusal.Relation("enrolment.notYours");

    /// <summary>Only the supervisor and HR take a person out of what is mandatory, with the reason.</summary>
    public static readonly Refusal Mandatory = Refusal.Relation("enrolment.mandatory");
    public static readonly Refusal ReasonMissing = Refusal.Content("enrolment.reasonMissing");
    public static readonly Refusal AlreadyMandatory = Refusal.State("enrolment.alreadyMandatory");
    public static readonly Refusal OfferRanOut = Refusal.State("enrolment.offerRanOut");
    public static readonly Refusal AlreadySignedOff = Refusal.State("enrolment.alreadySignedOff");
    public static readonly Refusal HasNoEmployee = Refusal.State("enrolment.hasNoEmployee");
}
