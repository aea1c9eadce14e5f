using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>A meeting of a session.</summary>
/// <param name="Minutes">Its length.</param>
public sealed record MeetingResponse(int Number, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Minutes);

/// <summary>A question of the survey.</summary>
public sealed record SurveyQuestionResponse(SurveyQuestionKind Kind, string TextZh, string? TextEn);

/// <summary>How the seats of a session stand.</summary>
/// <param name="Taken">Seats taken, held offers included.</param>
/// <param name="Free">Seats left.</param>
/// <param name="Waiting">People in line.</param>
/// <param name="Requested">Requests that nobody has approved yet.</param>
/// <param name="IsBelowMinimum">Announced, and with fewer people than it is worth holding for.</param>
public sealed record SeatsResponse(int Taken, int Free, int Waiting, int Requested, bool IsBelowMinimum);

/// <summary>The caller's own enrolment in the session.</summary>
public sealed record OwnEnrolmentResponse(long Id, EnrolmentState State);

/// <summary>A session.</summary>
/// <param name="CourseVersion">The version of the course that is taught.</param>
/// <param name="Trainer">The employee who trains.</param>
/// <param name="TrainerName">Who trains from outside.</param>
/// <param name="StartsAt">When the first meeting starts; until then seats are given.</param>
/// <param name="EndsAt">When the last meeting ends.</param>
/// <param name="Meetings">In the order of time.</param>
/// <param name="Survey">What is asked afterwards.</param>
/// <param name="MyEnrolment">The caller's own, where there is one.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record SessionResponse(
    long Id,
    string Code,
    SessionState State,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    int CourseVersion,
    Named? WorkPlace,
    string? Room,
    Person? Trainer,
    string? TrainerName,
    int Capacity,
    int Minimum,
    bool HasWaitingList,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    IReadOnlyList<MeetingResponse> Meetings,
    string? Note,
    IReadOnlyList<SurveyQuestionResponse> Survey,
    string? CancelReason,
    SeatsResponse Seats,
    OwnEnrolmentResponse? MyEnrolment,
    IReadOnlyList<SessionAct> AllowedActions,
    int Version) : IVersioned;
