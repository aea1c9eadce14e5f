using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>Gives the free seats of a session to the first in line, whoever freed them, and tells whom it concerns. Called inside a
/// write that holds <see cref="Lock"/>.</summary>
internal sealed class GiveSeats(TrainingDb db, OrganisationClock clock, NoticeBox notices)
{
    /// <summary>Held by every write that asks for, gives or frees seats: nobody overtakes, and the last seat is given once.</summary>
    public const string Lock = "seats";

    /// <summary>All enrolments of the session that are not over, to be changed.</summary>
    public Task<List<Enrolment>> QueueAsync(long sessionId, CancellationToken cancellation) =>
        db.Enrolments.Where(x => x.SessionId == sessionId).Active().OrderBy(x => x.Id).ToListAsync(cancellation);

    /// <summary>Lets offers run out and gives what is free.</summary>
    /// <param name="session">The session.</param>
    /// <param name="queue">As <see cref="QueueAsync"/> answers, with what the act added.</param>
    /// <param name="reached">Whom the act let into the line: they take a free seat without an offer.</param>
    public async Task RunAsync(TrainingSession session, IReadOnlyCollection<Enrolment> queue, IReadOnlySet<Enrolment>? reached, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var changed = SeatQueue.Give(session, queue, clock.Now, await HeldUntilAsync(session, cancellation), reached);
        await db.FlushAsync(cancellation);
        await TellAsync(session, [.. changed.Union(reached ?? new HashSet<Enrolment>())], cancellation);
    }

    /// <summary>Until when a seat that is offered now is held: the end of the next working day, or the start of the session.</summary>
    public async Task<DateTimeOffset> HeldUntilAsync(TrainingSession session, CancellationToken cancellation)
    {
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var held = clock.At(calendar.AddWorkingDays(clock.Today, 1).AddDays(1), TimeOnly.MinValue);
        return held < session.StartsAt ? held : session.StartsAt;
    }

    /// <summary>Tells each person where their enrolment stands now.</summary>
    public async Task TellAsync(TrainingSession session, IReadOnlyCollection<Enrolment> changed, CancellationToken cancellation)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == session.CourseId, cancellation);
        foreach (var alike in changed.Where(x => KindOf(x.State) is not null).GroupBy(x => (x.State, x.OfferedUntil, x.WithdrawalCause)))
        {
            await notices.TellAsync(
                KindOf(alike.Key.State)!, [.. alike.Select(x => x.EmployeeId)], new NoticeSubject("session", session.Id), cancellation,
                [.. ValuesOf(session, course), ("until", alike.Key.OfferedUntil), ("cause", alike.Key.WithdrawalCause)]);
        }
    }

    /// <summary>What every notice about a session says.</summary>
    public static IEnumerable<(string Name, object? Value)> ValuesOf(TrainingSession session, Course course) =>
        [("code", session.Code), ("courseCode", course.Code), ("course", course.NameZh), ("startsAt", session.StartsAt)];

    private static string? KindOf(EnrolmentState state) => state switch
    {
        EnrolmentState.Enrolled => "enrolment.enrolled",
        EnrolmentState.Waitlisted => "enrolment.waitlisted",
        EnrolmentState.Offered => "enrolment.offered",
        EnrolmentState.Withdrawn => "enrolment.withdrawn",
        _ => null,
    };
}
