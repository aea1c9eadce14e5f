namespace Training.Domain.Sessions;

/// <summary>What came of an enrolment with a seat: attendance, results, survey, sign-off and completion.</summary>
public sealed partial class Enrolment
{
    private readonly List<MeetingAttendance> _attendance = [];
    private readonly List<AttendanceCorrection> _corrections = [];

    /// <summary>0–100, at most one decimal; so the next two.</summary>
    public decimal? Theory { get; private set; }

    public decimal? Practical { get; private set; }

    public decimal? StageQuiz { get; private set; }

    /// <summary>How the results were judged last.</summary>
    public SessionOutcome? Outcome { get; private set; }

    public DateTimeOffset? SignedOffAt { get; private set; }

    public long? SignedOffByAccountId { get; private set; }

    public DateTimeOffset? SurveyAnsweredAt { get; private set; }

    /// <summary>The completion that came of it.</summary>
    public long? CompletionId { get; private set; }

    /// <summary>The completion was made by it, and not recorded by hand before.</summary>
    public bool MadeCompletion { get; private set; }

    public IReadOnlyCollection<MeetingAttendance> Attendance => _attendance;

    public IReadOnlyCollection<AttendanceCorrection> Corrections => _corrections;

    public SessionResults Results => new(Theory, Practical, StageQuiz);

    /// <summary>Minutes attended at all meetings.</summary>
    public int MinutesAttended => _attendance.Sum(x => x.Minutes);

    /// <summary>Missed a meeting without an excuse.</summary>
    public bool HasUnexcusedAbsence => _attendance.Exists(x => x.Status == AttendanceStatus.Absent);

    /// <summary>Whether attendance, results and sign-off can be recorded: there is a seat that was taken.</summary>
    public bool HasSeat => SeatQueue.TakesSeat(State) && State != EnrolmentState.Offered;

    /// <summary>Records how the person attended a meeting; what was recorded before is kept as a correction. Refused: without a
    /// seat; before the meeting has begun; minutes that do not fit; one's own.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="entry">How.</param>
    /// <param name="by">HR or the trainer.</param>
    /// <param name="now">The instant.</param>
    /// <param name="field">Where the entry stands in the request.</param>
    /// <returns>Whether anything changed.</returns>
    public bool Attend(SessionMeeting meeting, AttendanceEntry entry, EnrolmentActor by, DateTimeOffset now, string field = "")
    {
        RefuseUnlessRecorder(by);
        if (!HasSeat)
        {
            throw AttendanceRefusals.NoSeat.At(field + "enrolmentId", ("state", State));
        }

        if (meeting.StartsAt > now)
        {
            throw AttendanceRefusals.TooEarly.At("meeting", ("number", meeting.Number), ("startsAt", meeting.StartsAt));
        }

        var minutes = MeetingAttendance.MinutesOf(entry, meeting.Minutes, field + "minutes");
        if (_attendance.Find(x => x.Meeting == meeting.Number) is not { } known)
        {
            _attendance.Add(MeetingAttendance.Of(meeting.Number, entry.Status, minutes, by.AccountId, now));
            return true;
        }

        if (known.Status == entry.Status && known.Minutes == minutes)
        {
            return false;
        }

        _corrections.Add(AttendanceCorrection.Of(known, entry.Status, minutes, by.AccountId, now));
        known.Take(entry.Status, minutes, by.AccountId, now);
        return true;
    }

    /// <summary>Records the results as a whole. Refused: without a seat; scores out of range; one's own.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Score(SessionResults results, EnrolmentActor by, string place = "")
    {
        RefuseUnlessRecorder(by);
        if (!HasSeat)
        {
            throw ResultRefusals.NoSeat.At(place + "enrolmentId", ("state", State));
        }

        results.Check(place);
        var changes = results != Results;
        (Theory, Practical, StageQuiz) = results;
        return changes;
    }

    /// <summary>The practice was shown. By HR or the trainer, once.</summary>
    public void SignOff(EnrolmentActor by, DateTimeOffset now)
    {
        RefuseUnlessRecorder(by);
        _ = EnrolmentLife.Table.Next(State, EnrolmentAct.SignOff);
        if (SignedOffAt is not null)
        {
            throw EnrolmentRefusals.AlreadySignedOff.With(("at", SignedOffAt));
        }

        (SignedOffAt, SignedOffByAccountId) = (now, by.AccountId);
    }

    /// <summary>Answers the survey; once, by the person, with a value for every scale. The answer stands apart.</summary>
    public SurveyAnswer Answer(TrainingSession session, SurveyContent content, EnrolmentActor by, DateTimeOffset now)
    {
        if (by.EmployeeId != EmployeeId)
        {
            throw EnrolmentRefusals.NotOwn.With();
        }

        _ = SessionLife.Table.Next(session.State, SessionAct.Answer);
        if (session.EndsAt > now)
        {
            throw SessionRefusals.NotOver.With(("code", session.Code), ("endsAt", session.EndsAt));
        }

        if (SurveyAnsweredAt is not null)
        {
            throw SurveyRefusals.AlreadyAnswered.With(("at", SurveyAnsweredAt));
        }

        if (!HasSeat || State == EnrolmentState.Absent)
        {
            throw SurveyRefusals.NotAttended.With();
        }

        var answer = SurveyAnswer.Of(session, content);
        SurveyAnsweredAt = now;
        return answer;
    }

    /// <summary>Brings the state to what is recorded now, by the rule of the course. Only for who has a seat.</summary>
    /// <returns>What is missing for the completion.</returns>
    public CompletionCheck Settle(CompletionFacts facts, long byAccountId, DateTimeOffset now)
    {
        var check = CompletionCheck.Of(this, facts);
        Outcome = check.Outcome;
        var isRecorded = _attendance.Count == facts.MeetingMinutes.Count;
        var wasThere = _attendance.Exists(x => x.WasThere);
        var next = isRecorded && !wasThere ? EnrolmentState.Absent
            : check.IsMet ? EnrolmentState.Completed
            : isRecorded && check.IsFailed ? EnrolmentState.Failed
            : wasThere ? EnrolmentState.Attended
            : EnrolmentState.Enrolled;
        if (HasSeat && next != State)
        {
            Move(next, byAccountId, now, null);
        }

        return check;
    }

    /// <summary>The completion that came of it; made by it, or found.</summary>
    public void CompleteBy(long completionId, bool isMade) => (CompletionId, MadeCompletion) = (completionId, isMade);

    /// <summary>What was recorded no longer makes a completion.</summary>
    public void LoseCompletion() => (CompletionId, MadeCompletion) = (null, false);

    private void RefuseUnlessRecorder(EnrolmentActor by)
    {
        if (by.EmployeeId == EmployeeId)
        {
            throw EnrolmentRefusals.Own.With();
        }

        if (!by.IsHumanResources && !by.IsTrainer)
        {
            throw SessionRefusals.NotItsTrainer.With();
        }
    }
}
