using System.Linq.Expressions;
using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

/// <summary>An enrolment in a list.</summary>
/// <param name="RequestedAt">The place in the line, after the mandatory ones.</param>
/// <param name="OfferedUntil">Until when a seat is held.</param>
/// <param name="MinutesAttended">At all meetings.</param>
/// <param name="Theory">0–100; so practical and stage quiz.</param>
/// <param name="Outcome">How the results are judged.</param>
public sealed record EnrolmentListItem(
    long Id,
    long SessionId,
    string SessionCode,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    EnrolmentState State,
    EnrolmentSource Source,
    bool IsMandatory,
    DateTimeOffset RequestedAt,
    DateTimeOffset? OfferedUntil,
    WithdrawalCause? WithdrawalCause,
    int MinutesAttended,
    decimal? Theory,
    decimal? Practical,
    decimal? StageQuiz,
    SessionOutcome? Outcome)
{
    /// <summary>As it stands at the instant.</summary>
    internal static Expression<Func<EnrolmentRow, EnrolmentListItem>> At(DateTimeOffset now) => x => new EnrolmentListItem(
        x.Enrolment.Id, x.Session.Id, x.Session.Code, x.Course.Id, x.Course.Code, x.Course.NameZh, x.Course.NameEn, x.Session.StartsAt, x.Session.EndsAt,
        x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin,
        Enrolment.StateOf(x.Enrolment.State, x.Enrolment.OfferedUntil, now), x.Enrolment.Source, x.Enrolment.IsMandatory, x.Enrolment.RequestedAt,
        x.Enrolment.OfferedUntil,
        x.Enrolment.State == EnrolmentState.Offered && x.Enrolment.OfferedUntil <= now
            ? Domain.Sessions.WithdrawalCause.OfferRanOut : x.Enrolment.WithdrawalCause,
        x.Enrolment.Attendance.Sum(y => y.Minutes), x.Enrolment.Theory, x.Enrolment.Practical,
        x.Enrolment.StageQuiz, x.Enrolment.Outcome);
}

/// <summary>A step in the life of an enrolment.</summary>
/// <param name="By">Who did it; none: it followed from the rules, or from an account that is nobody's.</param>
/// <param name="For">The supervisor in whose place a deputy did it.</param>
public sealed record EnrolmentStepResponse(EnrolmentState State, DateTimeOffset At, Person? By, Person? For, string? Reason);

/// <summary>How the person attended a meeting.</summary>
/// <param name="Minutes">Minutes attended.</param>
public sealed record AttendanceResponse(int Meeting, AttendanceStatus Status, int Minutes, DateTimeOffset RecordedAt);

/// <summary>What was put right about it.</summary>
public sealed record AttendanceCorrectionResponse(
    int Meeting, AttendanceStatus OldStatus, int OldMinutes, AttendanceStatus NewStatus, int NewMinutes, DateTimeOffset At, Person? By);

/// <summary>One reason why the course is not completed.</summary>
/// <param name="Have">What there is: meetings recorded, minutes attended, or marks.</param>
/// <param name="Need">What is asked.</param>
/// <param name="IsFinal">It does not come by waiting.</param>
public sealed record MissingResponse(Missing Missing, decimal? Have, decimal? Need, bool IsFinal);

/// <summary>An enrolment.</summary>
/// <param name="PlaceInLine">1 is next; none without a place in the line.</param>
/// <param name="MandatoryReason">Why HR put it before the voluntary ones.</param>
/// <param name="Reason">Why it was declined or withdrawn.</param>
/// <param name="WhyNot">What is missing for the completion; empty when completed, none without a seat.</param>
/// <param name="CompletionId">The completion that came of it.</param>
/// <param name="HasAnsweredSurvey">Whether, not when: answers have no names.</param>
/// <param name="Steps">What happened to it, in order; with the reasons not for who merely trains the session.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record EnrolmentResponse(
    long Id,
    long SessionId,
    string SessionCode,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    EnrolmentState State,
    EnrolmentSource Source,
    bool IsMandatory,
    string? MandatoryReason,
    DateTimeOffset RequestedAt,
    int? PlaceInLine,
    DateTimeOffset? OfferedUntil,
    WithdrawalCause? WithdrawalCause,
    string? Reason,
    int MinutesAttended,
    IReadOnlyList<AttendanceResponse> Attendance,
    IReadOnlyList<AttendanceCorrectionResponse> Corrections,
    decimal? Theory,
    decimal? Practical,
    decimal? StageQuiz,
    SessionOutcome? Outcome,
    bool HasAnsweredSurvey,
    DateTimeOffset? SignedOffAt,
    IReadOnlyList<MissingResponse>? WhyNot,
    long? CompletionId,
    IReadOnlyList<EnrolmentStepResponse> Steps,
    IReadOnlyList<EnrolmentAct> AllowedActions,
    int Version) : IVersioned;
