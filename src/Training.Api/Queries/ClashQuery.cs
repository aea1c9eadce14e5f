using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Queries;

/// <summary>What takes a person's time, or a room, at a meeting of another session.</summary>
/// <param name="EmployeeId">Whose time; none for a room.</param>
internal sealed record Clash(long? EmployeeId, string? EmployeeNumber, string SessionCode, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>As a refusal names it.</summary>
    public RuleDetail Detail => new(
        EmployeeNumber is null ? "session.takenTime" : "session.takenPerson",
        ("employeeNumber", EmployeeNumber), ("code", SessionCode), ("startsAt", StartsAt), ("endsAt", EndsAt));
}

internal static class ClashQuery
{
    /// <summary>A refusal names no more than this.</summary>
    private const int MostNamed = 20;

    /// <summary>The first of them as a refusal names them.</summary>
    public static IReadOnlyList<RuleDetail> Named(this IReadOnlyList<Clash> clashes) => [.. clashes.Take(MostNamed).Select(x => x.Detail)];

    /// <summary>The sessions that have the trainer or the room at one of these times, in two queries.</summary>
    public static async Task<(IReadOnlyList<Clash> Trainer, IReadOnlyList<Clash> Room)> ClashesOfAsync(
        this TrainingDb db, TrainingSession session, DateTimeOffset now, CancellationToken cancellation)
    {
        var times = session.Meetings.Select(x => x.Time).ToList();
        var (id, first, last) = (session.Id, session.StartsAt, session.EndsAt);
        var (trainer, place, room) = (session.TrainerId, session.WorkPlaceId, session.RoomKey);
        var found = await (
            from other in db.TrainingSessions
            where other.Id != id && other.State != SessionState.Cancelled && other.StartsAt < last && other.EndsAt > first
                && ((trainer != null && other.TrainerId == trainer) || (room != null && other.RoomKey == room && other.WorkPlaceId == place))
            from meeting in other.Meetings
            select new { other.Code, other.TrainerId, other.RoomKey, other.WorkPlaceId, meeting.StartsAt, meeting.EndsAt }).ToListAsync(cancellation);
        var clashing = found.Where(x => times.Exists(y => y.Overlaps(new TakenTime(x.StartsAt, x.EndsAt)))).OrderBy(x => x.StartsAt).ToList();
        var attended = trainer is { } self ? await db.ClashesOfAsync([self], times, id, now, cancellation) : [];
        return (
            [
                .. clashing.Where(x => trainer is not null && x.TrainerId == trainer).Select(x => new Clash(trainer, null, x.Code, x.StartsAt, x.EndsAt)),
                .. attended.Where(x => !clashing.Exists(y => y.Code == x.SessionCode)),
            ],
            [
                .. clashing.Where(x => room is not null && x.RoomKey == room && x.WorkPlaceId == place)
                    .Select(x => new Clash(null, null, x.Code, x.StartsAt, x.EndsAt)),
            ]);
    }

    /// <summary>What these people have at one of the times: a seat in another session, a mandatory place in its line, or a session to train;
    /// in one query.</summary>
    /// <param name="employeeIds">Whose time.</param>
    /// <param name="times">The times that are wanted.</param>
    /// <param name="exceptSession">The session they are wanted for.</param>
    public static async Task<IReadOnlyList<Clash>> ClashesOfAsync(
        this TrainingDb db, IReadOnlyCollection<long> employeeIds, IReadOnlyCollection<TakenTime> times, long exceptSession, DateTimeOffset now,
        CancellationToken cancellation)
    {
        var (first, last) = (times.Min(x => x.StartsAt), times.Max(x => x.EndsAt));
        var others = db.TrainingSessions.Where(
            x => x.Id != exceptSession && x.State != SessionState.Cancelled && x.StartsAt < last && x.EndsAt > first);
        // Who waits and has to attend is enrolled without being asked.
        var seats = from enrolment in db.Enrolments.WithSeat(now).Concat(db.Enrolments.Where(x => x.State == EnrolmentState.Waitlisted && x.IsMandatory))
                    where employeeIds.Contains(enrolment.EmployeeId)
                    join session in others on enrolment.SessionId equals session.Id
                    select new { enrolment.EmployeeId, SessionId = session.Id };
        var trained = from session in others
                      where session.State != SessionState.Draft && session.TrainerId != null && employeeIds.Contains(session.TrainerId.Value)
                      select new { EmployeeId = session.TrainerId!.Value, SessionId = session.Id };
        var found = await (
            from taken in seats.Concat(trained)
            join session in db.TrainingSessions on taken.SessionId equals session.Id
            join person in db.Employees on taken.EmployeeId equals person.Id
            from meeting in session.Meetings
            where meeting.StartsAt < last && meeting.EndsAt > first
            orderby meeting.StartsAt, person.EmployeeNumber
            select new Clash(person.Id, person.EmployeeNumber, session.Code, meeting.StartsAt, meeting.EndsAt)).ToListAsync(cancellation);
        return [.. found.Where(x => times.Any(y => y.Overlaps(new TakenTime(x.StartsAt, x.EndsAt))))];
    }
}
