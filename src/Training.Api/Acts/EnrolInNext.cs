using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>What came of looking for a session of a course.</summary>
/// <param name="Session">Where the person has a place, now or before; none: nowhere.</param>
/// <param name="Enrolment">The place they were given; none: none was given.</param>
/// <param name="Cause">Why none was given; none without an enrolment: no session of the course is announced.</param>
internal sealed record EnrolledNext(TrainingSession? Session, Enrolment? Enrolment, LeftOutCause? Cause);

/// <summary>Puts one person into the next session of a course that fits them: a free seat in a later one before a place in the line of an
/// earlier one. Called inside a write that holds <see cref="GiveSeats.Lock"/>.</summary>
internal sealed class EnrolInNext(TrainingDb db, EnrolPeople enrol, GiveSeats give, OrganisationClock clock)
{
    public async Task<EnrolledNext> RunAsync(long courseId, long employeeId, EnrolmentSource source, CancellationToken cancellation)
    {
        var now = clock.Now;
        var sessions = await db.TrainingSessions.Whole().Where(x => x.CourseId == courseId && x.State == SessionState.Published && x.StartsAt > now)
            .OrderBy(x => x.StartsAt).ThenBy(x => x.Id).ToListAsync(cancellation);
        var ids = sessions.ConvertAll(x => x.Id);
        var there = await db.Enrolments.WithSeat(now)
            .Concat(db.Enrolments.Where(x => x.State == EnrolmentState.Waitlisted || x.State == EnrolmentState.Requested))
            .Where(x => x.EmployeeId == employeeId && ids.Contains(x.SessionId)).Select(x => x.SessionId).ToListAsync(cancellation);
        if (there.Count > 0)
        {
            return new(sessions.First(x => there.Contains(x.Id)), null, LeftOutCause.AlreadyThere);
        }

        var isAsked = (await enrol.AskedByPlanAsync(courseId, [employeeId], cancellation)).Count > 0;
        LeftOutCause? cause = null;
        foreach (var (session, isLine) in sessions.Select(x => (x, false)).Concat(sessions.Select(x => (x, true))))
        {
            var queue = await give.QueueAsync(session.Id, cancellation);
            await give.RunAsync(session, queue, null, cancellation);
            queue.RemoveAll(x => SeatQueue.IsOver(x.State));
            if (await enrol.ObstaclesAsync(session, [employeeId], queue, cancellation) is [var obstacle])
            {
                cause = obstacle.Cause;
                continue;
            }

            var free = session.Capacity - queue.Count(x => SeatQueue.TakesSeat(x.State) || x.State == EnrolmentState.Waitlisted);
            var made = await enrol.RunAsync(
                session, queue, [(employeeId, isAsked)], source, isOffered: false, cancellation, most: isLine ? null : free);
            if (made is [var enrolment])
            {
                return new(session, enrolment, null);
            }

            cause = LeftOutCause.Full;
        }

        return new(null, null, cause);
    }
}
