using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>Where a session stands.</summary>
public enum SessionState
{
    /// <summary>Being prepared: only HR and its trainer see it.</summary>
    Draft,

    /// <summary>Announced: people can ask for its seats.</summary>
    Published,

    /// <summary>Held, and its attendance recorded.</summary>
    Completed,
    Cancelled,
}

/// <summary>What can be done to a session.</summary>
public enum SessionAct
{
    Edit,
    Delete,
    Publish,

    /// <summary>Ask for, assign or nominate for its seats.</summary>
    Enrol,

    /// <summary>Attendance, results and sign-off; also what is put right afterwards.</summary>
    Record,
    Complete,
    Cancel,

    /// <summary>Offer the absent the next session of the course.</summary>
    OfferNext,

    /// <summary>Answer the survey after it.</summary>
    Answer,
}

/// <summary>The life of a session: draft → published → completed; cancelled from before its completion. What was published is
/// never deleted.</summary>
public static class SessionLife
{
    public static readonly Transitions<SessionState, SessionAct> Table = new(
        SessionRefusals.NotInThisState,
        (SessionState.Draft, SessionAct.Edit, SessionState.Draft),
        (SessionState.Draft, SessionAct.Delete, SessionState.Draft),
        (SessionState.Draft, SessionAct.Publish, SessionState.Published),
        (SessionState.Published, SessionAct.Edit, SessionState.Published),
        (SessionState.Published, SessionAct.Enrol, SessionState.Published),
        (SessionState.Published, SessionAct.Record, SessionState.Published),
        (SessionState.Published, SessionAct.Complete, SessionState.Completed),
        (SessionState.Published, SessionAct.Cancel, SessionState.Cancelled),
        (SessionState.Published, SessionAct.OfferNext, SessionState.Published),
        (SessionState.Published, SessionAct.Answer, SessionState.Published),
        (SessionState.Completed, SessionAct.Record, SessionState.Completed),
        (SessionState.Completed, SessionAct.OfferNext, SessionState.Completed),
        (SessionState.Completed, SessionAct.Answer, SessionState.Completed));
}

/// <summary>Why an act on a session is refused.</summary>
public static class SessionRefusals
{
    public static readonly Refusal CodeTaken = Refusal.State("session.codeTaken");
    public static readonly Refusal NotInThisState = Refusal.State("session.notInThisState");
    public static readonly Refusal CourseUnknown = Refusal.Content("session.courseUnknown");
    public static readonly Refusal WorkPlaceUnknown = Refusal.Content("session.workPlaceUnknown");
    public static readonly Refusal TrainerUnknown = Refusal.Content("session.trainerUnknown");

    /// <summary>Either an employee or somebody from outside trains.</summary>
    public static readonly Refusal OneTrainer = Refusal.Content("session.oneTrainer");
    public static readonly Refusal CapacityOutOfRange = Refusal.Content("session.capacityOutOfRange");
    public static readonly Refusal MeetingLength = Refusal.Content("session.meetingLength");
    public static readonly Refusal MeetingsOverlap = Refusal.Content("session.meetingsOverlap");
    public static readonly Refusal MeetingNumbers = Refusal.Content("session.meetingNumbers");
    public static readonly Refusal SurveyQuestion = Refusal.Content("session.surveyQuestion");
    public static readonly Refusal CourseFixed = Refusal.State("session.courseFixed");
    public static readonly Refusal SurveyFixed = Refusal.State("session.surveyFixed");
    public static readonly Refusal MeetingBegun = Refusal.State("session.meetingBegun");

    /// <summary>The session, or a meeting that is moved, would begin in the past.</summary>
    public static readonly Refusal InPast = Refusal.State("session.inPast");
    public static readonly Refusal CapacityTaken = Refusal.State("session.capacityTaken");
    public static readonly Refusal TrainerClash = Refusal.State("session.trainerClash");
    public static readonly Refusal RoomClash = Refusal.State("session.roomClash");
    public static readonly Refusal AttendeeClash = Refusal.State("session.attendeeClash");
    public static readonly Refusal Started = Refusal.State("session.started");
    public static readonly Refusal NotOver = Refusal.State("session.notOver");
    public static readonly Refusal AttendanceMissing = Refusal.State("session.attendanceMissing");
    public static readonly Refusal NobodyAbsent = Refusal.State("session.nobodyAbsent");
    public static readonly Refusal NoNext = Refusal.State("session.noNext");

    /// <summary>The plan does not run, or asks nobody for the course.</summary>
    public static readonly Refusal PlanAsksNobody = Refusal.State("session.planAsksNobody");

    /// <summary>Neither HR nor the trainer of the session.</summary>
    public static readonly Refusal NotItsTrainer = Refusal.Relation("session.notItsTrainer");
}
