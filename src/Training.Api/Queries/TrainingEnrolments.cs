using Training.Api.Data;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Queries;

/// <summary>A training item with what it is about, and where its person stands with a session of its course.</summary>
internal sealed class EnrolledTrainingRow
{
    public required TrainingItem Item { get; init; }

    public required Course Course { get; init; }

    public required Plan Plan { get; init; }

    public required Employee Person { get; init; }

    /// <summary>None of the three without an enrolment.</summary>
    public long? EnrolmentId { get; init; }

    public Enrolment? Enrolment { get; init; }

    public TrainingSession? Session { get; init; }
}

internal static class TrainingEnrolments
{
    /// <summary>With the person's latest enrolment in a session of the course that is neither withdrawn nor declined at the instant: an offer
    /// that ran out is withdrawn. Looked up by person, so it is for the rows of a page.</summary>
    public static IQueryable<EnrolledTrainingRow> WithEnrolments(this IQueryable<TrainingRow> rows, TrainingDb db, DateTimeOffset now)
    {
        var active = db.Enrolments.Active().Where(x => x.State != EnrolmentState.Offered || x.OfferedUntil > now);
        return from row in rows
               let latest = (
                   from enrolment in active
                   where enrolment.EmployeeId == row.Item.EmployeeId
                   join session in db.TrainingSessions on enrolment.SessionId equals session.Id
                   where session.CourseId == row.Item.CourseId
                   select (long?)enrolment.Id).Max()
               join enrolment in db.Enrolments on latest equals (long?)enrolment.Id into enrolments
               from enrolment in enrolments.DefaultIfEmpty()
               join session in db.TrainingSessions on enrolment.SessionId equals session.Id into sessions
               from session in sessions.DefaultIfEmpty()
               select new EnrolledTrainingRow
               {
                   Item = row.Item,
                   Course = row.Course,
                   Plan = row.Plan,
                   Person = row.Person,
                   EnrolmentId = enrolment.Id,
                   Enrolment = enrolment,
                   Session = session,
               };
    }
}
