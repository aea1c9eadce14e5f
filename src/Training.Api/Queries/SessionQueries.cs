using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Api.Queries;

/// <summary>A session with what it refers to.</summary>
internal sealed class SessionRow
{
    public required TrainingSession Session { get; init; }

    public required Course Course { get; init; }

    public Employee? Trainer { get; init; }

    public WorkPlace? WorkPlace { get; init; }
}

/// <summary>An enrolment with its session, course and person.</summary>
internal sealed class EnrolmentRow
{
    public required Enrolment Enrolment { get; init; }

    public required TrainingSession Session { get; init; }

    public required Course Course { get; init; }

    public required Employee Person { get; init; }
}

internal static class SessionQueries
{
    public static IQueryable<SessionRow> WithPlaces(this IQueryable<TrainingSession> sessions, TrainingDb db) =>
        from session in sessions.AsNoTracking()
        join course in db.Courses on session.CourseId equals course.Id
        join trainer in db.Employees on session.TrainerId equals (long?)trainer.Id into trainers
        from trainer in trainers.DefaultIfEmpty()
        join place in db.WorkPlaces on session.WorkPlaceId equals (long?)place.Id into places
        from place in places.DefaultIfEmpty()
        select new SessionRow { Session = session, Course = course, Trainer = trainer, WorkPlace = place };

    public static IQueryable<EnrolmentRow> WithSubjects(this IQueryable<Enrolment> enrolments, TrainingDb db) =>
        from enrolment in enrolments.AsNoTracking()
        join session in db.TrainingSessions on enrolment.SessionId equals session.Id
        join course in db.Courses on session.CourseId equals course.Id
        join person in db.Employees on enrolment.EmployeeId equals person.Id
        select new EnrolmentRow { Enrolment = enrolment, Session = session, Course = course, Person = person };

    /// <summary>Neither withdrawn nor declined.</summary>
    public static IQueryable<Enrolment> Active(this IQueryable<Enrolment> enrolments) =>
        enrolments.Where(x => x.State != EnrolmentState.Withdrawn && x.State != EnrolmentState.Declined);

    /// <summary>Those that take a seat at the instant: an offer that ran out takes none.</summary>
    public static IQueryable<Enrolment> WithSeat(this IQueryable<Enrolment> enrolments, DateTimeOffset now) => enrolments.Where(TakesSeat(now));

    /// <summary>As <see cref="WithSeat"/>, for use within a query.</summary>
    public static Expression<Func<Enrolment, bool>> TakesSeat(DateTimeOffset now) => x =>
        x.State == EnrolmentState.Enrolled || x.State == EnrolmentState.Attended || x.State == EnrolmentState.Completed
        || x.State == EnrolmentState.Failed || x.State == EnrolmentState.Absent
        || (x.State == EnrolmentState.Offered && x.OfferedUntil > now);

    /// <summary>Those that stand so at the instant.</summary>
    public static IQueryable<Enrolment> InState(this IQueryable<Enrolment> enrolments, EnrolmentState state, DateTimeOffset now) => state switch
    {
        EnrolmentState.Offered => enrolments.Where(x => x.State == EnrolmentState.Offered && x.OfferedUntil > now),
        EnrolmentState.Withdrawn => enrolments.Where(
            x => x.State == EnrolmentState.Withdrawn || (x.State == EnrolmentState.Offered && x.OfferedUntil <= now)),
        _ => enrolments.Where(x => x.State == state),
    };

    /// <summary>What somebody puts right by hand about these completions holds: no session follows them up, or takes them back. Inside a
    /// write.</summary>
    public static async Task KeepByHandAsync(this TrainingDb db, IReadOnlyCollection<long> completionIds, CancellationToken cancellation)
    {
        var made = await db.Enrolments.Where(x => x.MadeCompletion && x.CompletionId != null && completionIds.Contains(x.CompletionId.Value))
            .ToListAsync(cancellation);
        made.ForEach(x => x.CompleteBy(x.CompletionId!.Value, isMade: false));
    }

    /// <summary>The session with its meetings, to be changed.</summary>
    public static IQueryable<TrainingSession> Whole(this IQueryable<TrainingSession> sessions) => sessions.Include(x => x.Meetings);
}
