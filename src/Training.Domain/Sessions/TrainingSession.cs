using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>A session: a run of a course version for a limited number of people, in one or several meetings with one trainer.
/// Its seats are given by <see cref="SeatQueue"/>.</summary>
public sealed class TrainingSession : IVersioned
{
    public const int MaxCodeLength = 32;
    public const int MaxRoomLength = 200;
    public const int MaxNoteLength = 1000;
    public const int MaxReasonLength = 1000;
    public const int MaxCapacity = 1000;
    public const int MaxMeetings = 60;

    /// <summary>The shortest and the longest meeting, in minutes.</summary>
    public const int LeastMinutes = 5;
    public const int MostMinutes = 12 * 60;

    private readonly List<SessionMeeting> _meetings = [];

    private TrainingSession()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key (<c>CRS040-3</c>), unique without regard to case; never changes.</summary>
    public string Code { get; private set; } = "";

    public long CourseId { get; private set; }

    public int CourseVersion { get; private set; }

    public long? WorkPlaceId { get; private set; }

    public string? Room { get; private set; }

    /// <summary>The room as it is compared, without regard to case and width.</summary>
    public string? RoomKey { get; private set; }

    public long? TrainerId { get; private set; }

    /// <summary>Who trains from outside; none where <see cref="TrainerId"/> is there.</summary>
    public string? TrainerName { get; private set; }

    public int Capacity { get; private set; }

    public int Minimum { get; private set; }

    public bool HasWaitingList { get; private set; }

    public string? Note { get; private set; }

    public IReadOnlyList<SurveyQuestion> Survey { get; private set; } = [];

    public SessionState State { get; private set; }

    /// <summary>When the first meeting starts; seats are given until then.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>When the last meeting ends.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    public DateOnly FirstOn { get; private set; }

    /// <summary>The day of the last meeting: the day of completion of who attended.</summary>
    public DateOnly LastOn { get; private set; }

    public string? CancelReason { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<SessionMeeting> Meetings => _meetings;

    /// <summary>Minutes of all meetings.</summary>
    public int TotalMinutes => _meetings.Sum(x => x.Minutes);

    /// <summary>A draft. Refused: contents as in <see cref="Edit"/>.</summary>
    public static TrainingSession Draft(string code, SessionContent content)
    {
        Check(content);
        var session = new TrainingSession { Code = PlainText.Key(code), CourseId = content.CourseId, CourseVersion = content.CourseVersion };
        session.Take(content);
        return session;
    }

    /// <summary>Replaces the whole content. Refused: numbers out of range; meetings that overlap; a completed or cancelled one; once
    /// published another course, fewer seats than are taken, and a meeting that has begun moved or left out.</summary>
    /// <param name="content">What is to hold.</param>
    /// <param name="seatsTaken">How many seats are taken now.</param>
    /// <param name="isAnswered">Somebody has answered the survey: its questions stay.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Whether the time of a meeting changed.</returns>
    public bool Edit(SessionContent content, int seatsTaken, bool isAnswered, DateTimeOffset now)
    {
        _ = SessionLife.Table.Next(State, SessionAct.Edit);
        Check(content);
        if (isAnswered && !content.Survey.SequenceEqual(Survey))
        {
            throw SessionRefusals.SurveyFixed.At("survey", ("code", Code));
        }

        if (State == SessionState.Draft)
        {
            (CourseId, CourseVersion) = (content.CourseId, content.CourseVersion);
        }
        else
        {
            CheckPublished(content, seatsTaken, now);
        }

        var isMoved = content.Meetings.Count != _meetings.Count || content.Meetings.Any(x => !_meetings.Exists(y => y.Number == x.Number && y.IsAt(x)));
        Take(content);
        return isMoved;
    }

    /// <summary>Announces it. Refused once its first meeting has begun.</summary>
    public void Publish(DateTimeOffset now)
    {
        var next = SessionLife.Table.Next(State, SessionAct.Publish);
        if (StartsAt <= now)
        {
            throw SessionRefusals.InPast.With(("code", Code), ("startsAt", StartsAt));
        }

        State = next;
    }

    /// <summary>It will not be held, with the reason. Refused once it has begun: what has happened stays.</summary>
    public void Cancel(string reason, DateTimeOffset now)
    {
        var next = SessionLife.Table.Next(State, SessionAct.Cancel);
        if (StartsAt <= now)
        {
            throw SessionRefusals.Started.With(("code", Code), ("startsAt", StartsAt));
        }

        (State, CancelReason) = (next, PlainText.Of(reason));
    }

    /// <summary>The session is over and its attendance is recorded. Refused before the end of its last meeting, and while the
    /// attendance of somebody is missing.</summary>
    /// <param name="missing">Employee numbers of those whose attendance is not recorded for every meeting.</param>
    /// <param name="now">The instant.</param>
    public void Complete(IReadOnlyCollection<string> missing, DateTimeOffset now)
    {
        var next = SessionLife.Table.Next(State, SessionAct.Complete);
        if (EndsAt > now)
        {
            throw SessionRefusals.NotOver.With(("code", Code), ("endsAt", EndsAt));
        }

        if (missing.Count > 0)
        {
            throw SessionRefusals.AttendanceMissing.With(("code", Code), ("count", missing.Count), ("people", missing.Take(20).ToList()));
        }

        State = next;
    }

    /// <summary>Throws unless it may be deleted: only a draft.</summary>
    public void RefuseUnlessDeletable() => _ = SessionLife.Table.Next(State, SessionAct.Delete);

    /// <summary>Throws unless people can be given its seats now: published, and not begun.</summary>
    public void RefuseUnlessOpen(DateTimeOffset now)
    {
        _ = SessionLife.Table.Next(State, SessionAct.Enrol);
        if (StartsAt <= now)
        {
            throw SessionRefusals.Started.With(("code", Code), ("startsAt", StartsAt));
        }
    }

    /// <summary>Whether the act makes sense at the instant; what its state and the caller permit apart.</summary>
    public bool IsTimely(SessionAct act, DateTimeOffset now) => act switch
    {
        SessionAct.Publish or SessionAct.Enrol or SessionAct.Cancel => now < StartsAt,
        SessionAct.Record => now >= StartsAt,
        SessionAct.Complete or SessionAct.Answer or SessionAct.OfferNext => now >= EndsAt,
        _ => true,
    };

    /// <summary>Whether a seat can be given at the instant.</summary>
    public bool IsOpen(DateTimeOffset now) => State == SessionState.Published && now < StartsAt;

    /// <summary>The meeting of the number, or a refusal.</summary>
    public SessionMeeting Meeting(int number) =>
        _meetings.Find(x => x.Number == number) ?? throw AttendanceRefusals.MeetingUnknown.At("meeting", ("number", number), ("count", _meetings.Count));

    private static void Check(SessionContent content)
    {
        if (content.Capacity is < 1 or > MaxCapacity || content.Minimum < 0 || content.Minimum > content.Capacity)
        {
            throw SessionRefusals.CapacityOutOfRange.At(
                "capacity", ("capacity", content.Capacity), ("minimum", content.Minimum), ("max", MaxCapacity));
        }

        if ((content.TrainerId is null) == (PlainText.OrNull(content.TrainerName) is null))
        {
            throw SessionRefusals.OneTrainer.At("trainerId");
        }

        foreach (var (i, question) in content.Survey.Index())
        {
            if (PlainText.OrNull(question.Text.Zh) is null)
            {
                throw SessionRefusals.SurveyQuestion.At($"survey[{i}].textZh", ("number", i + 1));
            }
        }

        CheckMeetings(content.Meetings);
    }

    private static void CheckMeetings(IReadOnlyList<MeetingContent> meetings)
    {
        var numbers = new HashSet<int>();
        foreach (var (i, meeting) in meetings.Index())
        {
            var minutes = (meeting.EndsAt - meeting.StartsAt).TotalMinutes;
            if (minutes is < LeastMinutes or > MostMinutes || meeting.StartsAt.Ticks % TimeSpan.TicksPerMinute != 0
                || meeting.EndsAt.Ticks % TimeSpan.TicksPerMinute != 0)
            {
                throw SessionRefusals.MeetingLength.At($"meetings[{i}].endsAt", ("number", meeting.Number), ("min", LeastMinutes), ("max", MostMinutes));
            }

            if (meeting.Number is < 1 or > MaxMeetings || !numbers.Add(meeting.Number))
            {
                throw SessionRefusals.MeetingNumbers.At($"meetings[{i}].number", ("number", meeting.Number), ("max", MaxMeetings));
            }
        }

        var ordered = meetings.OrderBy(x => x.StartsAt).ToList();
        if (ordered.Zip(ordered.Skip(1)).FirstOrDefault(x => x.Second.StartsAt < x.First.EndsAt) is { First: not null } pair)
        {
            throw SessionRefusals.MeetingsOverlap.At("meetings", ("first", pair.First.Number), ("second", pair.Second.Number));
        }
    }

    private void CheckPublished(SessionContent content, int seatsTaken, DateTimeOffset now)
    {
        if (content.CourseId != CourseId || content.CourseVersion != CourseVersion)
        {
            throw SessionRefusals.CourseFixed.At("courseId", ("code", Code));
        }

        if (content.Capacity < seatsTaken)
        {
            throw SessionRefusals.CapacityTaken.At("capacity", ("capacity", content.Capacity), ("taken", seatsTaken));
        }

        foreach (var begun in _meetings.Where(x => x.StartsAt <= now))
        {
            if (!content.Meetings.Any(x => x.Number == begun.Number && begun.IsAt(x)))
            {
                throw SessionRefusals.MeetingBegun.At("meetings", ("number", begun.Number), ("startsAt", begun.StartsAt));
            }
        }

        if (content.Meetings.FirstOrDefault(x => x.StartsAt <= now && !_meetings.Exists(y => y.Number == x.Number && y.IsAt(x))) is { } past)
        {
            throw SessionRefusals.InPast.At("meetings", ("code", Code), ("startsAt", past.StartsAt));
        }
    }

    private void Take(SessionContent content)
    {
        (WorkPlaceId, Room) = (content.WorkPlaceId, PlainText.OrNull(content.Room));
        RoomKey = Room is null ? null : PlainText.Key(Room);
        (TrainerId, TrainerName) = (content.TrainerId, PlainText.OrNull(content.TrainerName));
        (Capacity, Minimum, HasWaitingList) = (content.Capacity, content.Minimum, content.HasWaitingList);
        Note = PlainText.OrNull(content.Note);
        Survey = [.. content.Survey.Select(x => x with { Text = Bilingual.Of(x.Text.Zh, x.Text.En) })];
        _meetings.RemoveAll(x => !content.Meetings.Any(y => y.Number == x.Number));
        foreach (var meeting in content.Meetings)
        {
            if (_meetings.Find(x => x.Number == meeting.Number) is { } kept)
            {
                kept.Take(meeting);
            }
            else
            {
                _meetings.Add(SessionMeeting.Of(meeting));
            }
        }

        (StartsAt, EndsAt) = (_meetings.Min(x => x.StartsAt), _meetings.Max(x => x.EndsAt));
        (FirstOn, LastOn) = (_meetings.Min(x => x.On), _meetings.Max(x => x.On));
    }
}
