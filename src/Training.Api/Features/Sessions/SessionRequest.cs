using Training.Api.Http.Validation;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>A meeting, in whole minutes, 5 minutes to 12 hours long.</summary>
/// <param name="Number">1 to 60, each once; a meeting keeps its number when it is moved.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="EndsAt">When it ends.</param>
public sealed record MeetingRequest(int Number, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>A question of the survey after the session.</summary>
/// <param name="Kind">A scale of 1 to 5, or a text.</param>
/// <param name="TextZh">In Chinese.</param>
/// <param name="TextEn">In English.</param>
public sealed record SurveyQuestionRequest(
    SurveyQuestionKind Kind, [TextLength(1, 400)] string TextZh, [TextLength(0, 400)] string? TextEn = null);

/// <summary>All of a session that can be edited.</summary>
public record EditSessionRequest
{
    /// <summary>The course; in the version that is published when the session is made. Fixed once the session is published.</summary>
    public required long CourseId { get; init; }

    /// <summary>The place of work where it is held; none: elsewhere, or online.</summary>
    public long? WorkPlaceId { get; init; }

    /// <summary>The room, or the address of a place outside. One room of a place holds one session at a time.</summary>
    [TextLength(0, TrainingSession.MaxRoomLength)]
    public string? Room { get; init; }

    /// <summary>The employee who trains; exactly one of this and <see cref="TrainerName"/>.</summary>
    public long? TrainerId { get; init; }

    /// <summary>Who trains from outside.</summary>
    [TextLength(0, 200)]
    public string? TrainerName { get; init; }

    /// <summary>Seats, 1 to 1000; once published not fewer than are taken.</summary>
    public required int Capacity { get; init; }

    /// <summary>With fewer people it is not worth holding; 0 to the capacity.</summary>
    public int Minimum { get; init; }

    /// <summary>Whether people may wait for a seat; yes unless given.</summary>
    public bool HasWaitingList { get; init; } = true;

    /// <summary>At least one, in any order, none at the time of another.</summary>
    [ItemCount(1, TrainingSession.MaxMeetings)]
    public required IReadOnlyList<MeetingRequest> Meetings { get; init; }

    /// <summary>What those who attend should know.</summary>
    [TextLength(0, TrainingSession.MaxNoteLength)]
    public string? Note { get; init; }

    /// <summary>The survey afterwards; four scales and a text unless given. Fixed once somebody has answered.</summary>
    [ItemCount(0, 30)]
    public IReadOnlyList<SurveyQuestionRequest>? Survey { get; init; }

    internal SessionContent Content(int courseVersion, IReadOnlyList<SurveyQuestion> usualSurvey, Func<DateTimeOffset, DateOnly> dayOf) => new(
        CourseId, courseVersion, WorkPlaceId, Room, TrainerId, TrainerName, Capacity, Minimum, HasWaitingList,
        [.. Meetings.Select(x => new MeetingContent(x.Number, x.StartsAt, x.EndsAt, dayOf(x.StartsAt)))], Note,
        Survey is null ? usualSurvey : [.. Survey.Select(x => new SurveyQuestion(x.Kind, Bilingual.Of(x.TextZh, x.TextEn)))]);
}

/// <summary>A new session.</summary>
public sealed record CreateSessionRequest : EditSessionRequest
{
    /// <summary>Unique; made of the course's code and a number unless given.</summary>
    [KeyLength(1, TrainingSession.MaxCodeLength)]
    public string? Code { get; init; }
}

/// <summary>Why a session is cancelled.</summary>
/// <param name="Reason">Everybody concerned reads it.</param>
public sealed record CancelSessionRequest([TextLength(1, TrainingSession.MaxReasonLength)] string Reason);
