using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>Which sessions.</summary>
/// <param name="State">That stand so.</param>
/// <param name="CourseId">Of this course.</param>
/// <param name="WorkPlaceId">At this place of work.</param>
/// <param name="TrainerId">Trained by this employee.</param>
/// <param name="StartsFrom">Starting on this day or later.</param>
/// <param name="StartsTo">Starting on this day or earlier.</param>
/// <param name="IsTrainedByMe">Those the caller trains, or the others.</param>
/// <param name="HasFreeSeats">Announced, not begun, and with a free seat; or the others.</param>
/// <param name="IsBelowMinimum">Announced and with fewer people than worth holding for; or the others.</param>
public sealed record SessionFilter(
    [FromQuery(Name = "state")] Choice<SessionState>? State = null,
    [FromQuery(Name = "courseId")] long? CourseId = null,
    [FromQuery(Name = "workPlaceId")] long? WorkPlaceId = null,
    [FromQuery(Name = "trainerId")] long? TrainerId = null,
    [FromQuery(Name = "startsFrom")] DateOnly? StartsFrom = null,
    [FromQuery(Name = "startsTo")] DateOnly? StartsTo = null,
    [FromQuery(Name = "isTrainedByMe")] bool? IsTrainedByMe = null,
    [FromQuery(Name = "hasFreeSeats")] bool? HasFreeSeats = null,
    [FromQuery(Name = "isBelowMinimum")] bool? IsBelowMinimum = null);

/// <summary>A session in a list.</summary>
/// <param name="SeatsTaken">Seats taken, held offers included.</param>
/// <param name="Waiting">People in line.</param>
/// <param name="IsBelowMinimum">Announced, and with fewer people than it is worth holding for.</param>
public sealed record SessionListItem(
    long Id,
    string Code,
    SessionState State,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    string? WorkPlaceCode,
    string? Room,
    long? TrainerId,
    string? TrainerNameZh,
    string? TrainerNameLatin,
    string? TrainerName,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int Capacity,
    int Minimum,
    int SeatsTaken,
    int Waiting,
    bool IsBelowMinimum);

internal static class ListSessions
{
    private static readonly Sorts<SessionRow> Fields = new(x => x.Session.Id, "startsAt")
    {
        { "startsAt", x => x.Session.StartsAt },
        { "code", x => x.Session.Code },
        { "courseCode", x => x.Course.Code },
        { "courseName", x => x.Course.NameSortKey },
    };

    /// <summary>Sessions: drafts to HR and their trainer, all others to everybody. <c>q</c> looks in the course's code and names.</summary>
    internal static ListOf<SessionListItem> Handle(
        [AsParameters] SessionFilter filter, [AsParameters] SearchRequest list, Visible visible, CurrentPerson caller, OrganisationClock clock, TrainingDb db)
    {
        var now = clock.Now;
        var sessions = Narrow(visible.Sessions(), filter, caller, now, db);
        if (list.Typed is { } typed)
        {
            sessions = sessions.Where(x => db.Courses.Any(y => y.Id == x.CourseId && y.SearchText.Contains(typed)));
        }

        return ListOf.From(
            sessions,
            sessions.WithPlaces(db),
            Fields,
            x => new SessionListItem(
                x.Session.Id, x.Session.Code, x.Session.State, x.Course.Id, x.Course.Code, x.Course.NameZh, x.Course.NameEn,
                x.WorkPlace!.Code, x.Session.Room, x.Session.TrainerId, x.Trainer!.NameZh, x.Trainer.NameLatin, x.Session.TrainerName,
                x.Session.StartsAt, x.Session.EndsAt, x.Session.Capacity, x.Session.Minimum,
                db.Enrolments.Where(y => y.SessionId == x.Session.Id).AsQueryable().Count(SessionQueries.TakesSeat(now)),
                db.Enrolments.Count(y => y.SessionId == x.Session.Id && y.State == EnrolmentState.Waitlisted),
                x.Session.State == SessionState.Published
                    && db.Enrolments.Where(y => y.SessionId == x.Session.Id).AsQueryable().Count(SessionQueries.TakesSeat(now)) < x.Session.Minimum),
            list);
    }

    private static IQueryable<TrainingSession> Narrow(
        IQueryable<TrainingSession> sessions, SessionFilter filter, CurrentPerson caller, DateTimeOffset now, TrainingDb db)
    {
        sessions = sessions.Where(x => (filter.CourseId == null || x.CourseId == filter.CourseId)
            && (filter.WorkPlaceId == null || x.WorkPlaceId == filter.WorkPlaceId)
            && (filter.TrainerId == null || x.TrainerId == filter.TrainerId)
            && (filter.StartsFrom == null || x.FirstOn >= filter.StartsFrom)
            && (filter.StartsTo == null || x.FirstOn <= filter.StartsTo));
        if (filter.State is { Value: var state })
        {
            sessions = sessions.Where(x => x.State == state);
        }

        if (filter.IsTrainedByMe is { } mine)
        {
            var self = caller.EmployeeId ?? 0;
            sessions = sessions.Where(x => (x.TrainerId == self) == mine);
        }

        var taken = db.Enrolments.WithSeat(now);
        if (filter.HasFreeSeats is { } free)
        {
            sessions = sessions.Where(
                x => (x.State == SessionState.Published && x.StartsAt > now && taken.Count(y => y.SessionId == x.Id) < x.Capacity) == free);
        }

        if (filter.IsBelowMinimum is { } below)
        {
            sessions = sessions.Where(x => (x.State == SessionState.Published && taken.Count(y => y.SessionId == x.Id) < x.Minimum) == below);
        }

        return sessions;
    }
}
