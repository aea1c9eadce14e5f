using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Commands.Demo;

/// <summary>The sessions of the demo company: one that was held, and one to come with people in line.</summary>
internal sealed class DemoSessions(
    TrainingDb db, OrganisationClock clock, CurrentPerson caller, GiveSeats give, EnrolPeople enrol, SettleEnrolments settle)
{
    private static readonly TimeOnly Begins = new(9, 0);
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);
    private readonly Dictionary<string, long> _sessions = new(StringComparer.Ordinal);

    public Task RunAsync(DemoScene scene, DemoStep step, CancellationToken cancellation) => step switch
    {
        DemoSessionAnnounced x => AnnounceAsync(scene, x, cancellation),
        DemoSessionRecorded x => RecordAsync(x, cancellation),
        _ => throw new InvalidOperationException($"Nobody runs the step {step}."),
    };

    /// <summary>HR announces it and assigns everybody of whom the plan still asks the course.</summary>
    private async Task AnnounceAsync(DemoScene scene, DemoSessionAnnounced step, CancellationToken cancellation)
    {
        Require(Policies.ManageSessions);
        var (courseId, planId) = (scene.Courses[step.Course], scene.Plans[step.Plan]);
        var course = await db.Courses.AsNoTracking().Include(x => x.Versions).SingleAsync(x => x.Id == courseId, cancellation);
        var (on, question) = (scene.DaysAgo(step.DaysAgo - step.HeldIn), new SurveyQuestion(SurveyQuestionKind.Scale, new Bilingual("总体满意度", "Overall")));
        var at = clock.At(on, Begins);
        var session = TrainingSession.Draft($"{step.Course}-{step.Session}", new SessionContent(
            courseId, course.PublishedVersion, scene.WorkPlaceId, "培训教室", scene.People[step.Trainer], null, step.Capacity, 2, true,
            [new MeetingContent(1, at, at + Lasts, on)], null, [question]));
        session.Publish(clock.Now);
        db.TrainingSessions.Add(session);
        await db.FlushAsync(cancellation);
        _sessions.Add(step.Session, session.Id);
        var asked = await db.OpenTrainingItems().Where(x => x.PlanId == planId && x.CourseId == courseId).OrderBy(x => x.DueOn).ThenBy(x => x.EmployeeId)
            .Select(x => new { x.EmployeeId, x.IsMandatory }).ToListAsync(cancellation);
        var obstacles = await enrol.ObstaclesAsync(session, [.. asked.Select(x => x.EmployeeId)], [], cancellation);
        await enrol.RunAsync(
            session, [], [.. asked.Where(x => !obstacles.Any(y => y.EmployeeId == x.EmployeeId)).Select(x => (x.EmployeeId, x.IsMandatory))],
            EnrolmentSource.Plan, isOffered: false, cancellation);
    }

    /// <summary>All were there but the last of those with a seat.</summary>
    private async Task RecordAsync(DemoSessionRecorded step, CancellationToken cancellation)
    {
        Require(Policies.ManageSessions);
        var id = _sessions[step.Session];
        var session = await db.TrainingSessions.Whole().SingleAsync(x => x.Id == id, cancellation);
        await give.RunAsync(session, await give.QueueAsync(id, cancellation), null, cancellation);
        var seated = (await db.Enrolments.Include(x => x.Attendance).Where(x => x.SessionId == id).Active().OrderBy(x => x.Id).ToListAsync(cancellation))
            .FindAll(x => x.HasSeat);
        var by = new EnrolmentActor(caller.AccountId, caller.EmployeeId, caller.IsHumanResources, IsDirectSupervisor: false);
        foreach (var (i, enrolment) in seated.Index())
        {
            var status = i == seated.Count - 1 ? AttendanceStatus.Absent : AttendanceStatus.Present;
            enrolment.Attend(session.Meeting(1), new AttendanceEntry(status, null), by, clock.Now);
        }

        session.Complete([], clock.Now);
        await settle.RunAsync(session, seated, cancellation);
    }

    /// <summary>The history may do nothing that the routes would refuse to the account.</summary>
    private void Require(string policy)
    {
        if (!Policies.Permit(caller.Roles, policy))
        {
            throw new InvalidOperationException($"Who holds {string.Join(", ", caller.Roles)} may not run sessions.");
        }
    }
}
