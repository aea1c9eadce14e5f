using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>All of a session that can be edited.</summary>
/// <param name="CourseId">The course; fixed once published.</param>
/// <param name="CourseVersion">The version that is taught.</param>
/// <param name="WorkPlaceId">The place of work where it is held; none: elsewhere or online.</param>
/// <param name="Room">The room, or the address of a place outside; one room of one place holds one session at a time.</param>
/// <param name="TrainerId">The employee who trains, or <paramref name="TrainerName"/> from outside.</param>
/// <param name="Capacity">Seats, 1 to 1000.</param>
/// <param name="Minimum">With fewer people it is not worth holding; 0 to the capacity.</param>
/// <param name="HasWaitingList">Whether people may wait for a seat.</param>
/// <param name="Meetings">At least one, in any order.</param>
/// <param name="Survey">The questions asked afterwards.</param>
public sealed record SessionContent(
    long CourseId,
    int CourseVersion,
    long? WorkPlaceId,
    string? Room,
    long? TrainerId,
    string? TrainerName,
    int Capacity,
    int Minimum,
    bool HasWaitingList,
    IReadOnlyList<MeetingContent> Meetings,
    string? Note,
    IReadOnlyList<SurveyQuestion> Survey);

/// <summary>A meeting: whole minutes.</summary>
/// <param name="Number">1, 2, 3 …; a meeting keeps its number.</param>
/// <param name="On">The organisation's day on which it starts.</param>
public sealed record MeetingContent(int Number, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateOnly On);

/// <summary>A stretch of time that is taken, by a meeting.</summary>
public readonly record struct TakenTime(DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>Whether the two share a moment; one may begin when the other ends.</summary>
    public bool Overlaps(TakenTime other) => StartsAt < other.EndsAt && other.StartsAt < EndsAt;
}

/// <summary>A meeting of a session.</summary>
public sealed class SessionMeeting
{
    private SessionMeeting()
    {
    }

    public long Id { get; private set; }

    public long SessionId { get; private set; }

    public int Number { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The organisation's day on which it starts.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Its length in whole minutes.</summary>
    public int Minutes => (int)(EndsAt - StartsAt).TotalMinutes;

    public TakenTime Time => new(StartsAt, EndsAt);

    internal static SessionMeeting Of(MeetingContent content)
    {
        var meeting = new SessionMeeting { Number = content.Number };
        meeting.Take(content);
        return meeting;
    }

    internal bool IsAt(MeetingContent content) => StartsAt == content.StartsAt && EndsAt == content.EndsAt;

    internal void Take(MeetingContent content) => (StartsAt, EndsAt, On) = (content.StartsAt, content.EndsAt, content.On);
}

/// <summary>How a question of a survey is answered.</summary>
public enum SurveyQuestionKind
{
    /// <summary>1 (worst) to 5 (best).</summary>
    Scale,
    Text,
}

/// <summary>A question of the survey after a session.</summary>
public sealed record SurveyQuestion(SurveyQuestionKind Kind, Bilingual Text);
