using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Records that a person completed a course and closes their open items of it: for the act, the import and the
/// demo. Called inside a write.</summary>
internal sealed class RecordCompletion(
    TrainingDb db, CurrentPerson caller, Relations relations, OrganisationClock clock, OrderRetraining retraining, NoticeBox notices)
{
    /// <summary>The completion, saved; the person is told. Refused: one's own; to who is neither HR nor the direct supervisor or
    /// their deputy today; an unknown course; a completion of that day that is already recorded; days and scores as the
    /// domain says.</summary>
    /// <param name="relation">How the caller stands to the person today.</param>
    public async Task<Completion> RunAsync(
        Employee employee, long courseId, CompletionContent content, Relation relation, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        var by = await RecorderAsync(employee.Id, relation, cancellation);
        var course = await db.Courses.AsNoTracking().Include(x => x.Versions).SingleOrDefaultAsync(x => x.Id == courseId, cancellation);
        var open = course is null ? [] : await OpenItemsAsync(employee.Id, course, content.CompletedOn, cancellation);
        var begun = open.FirstOrDefault(x => x.CourseId == courseId)?.CourseVersion;
        var terms = course?.TermsFor(begun, content.CompletedOn) ?? new CourseTerms(1, CompletionRule.Participation, null, null);
        var completion = Completion.Record(
            employee.Id, courseId, terms, content, by, employee.Periods.Min(x => x.HiredOn), clock.Today, clock.Now);
        if (course is null)
        {
            throw CompletionRefusals.CourseUnknown.At("courseId", ("courseId", courseId));
        }

        if (await db.Completions.AnyAsync(
            x => x.EmployeeId == employee.Id && x.CourseId == courseId && x.CompletedOn == content.CompletedOn, cancellation))
        {
            throw CompletionRefusals.AlreadyRecorded.At("completedOn", ("courseCode", course.Code), ("completedOn", content.CompletedOn));
        }

        db.Completions.Add(completion);
        await db.FlushAsync(cancellation);
        open.ForEach(x => x.CloseBy(completion, course));
        await retraining.EndAsync([completion], cancellation);
        await notices.TellAsync(
            "completion.recorded", employee.Id, new NoticeSubject("completion", completion.Id), cancellation,
            ("courseCode", course.Code), ("course", course.NameZh), ("completedOn", content.CompletedOn));
        return completion;
    }

    /// <summary>Who records, by how they stand to the person today.</summary>
    public async Task<CompletionRecorder> RecorderAsync(long employeeId, Relation relation, CancellationToken cancellation)
    {
        var isDirect = relation == Relation.DirectReport;
        return new CompletionRecorder(
            caller.AccountId,
            caller.EmployeeId,
            caller.IsHumanResources,
            isDirect,
            isDirect ? await relations.StandsInForAsync(employeeId, clock.Today, cancellation) : null);
    }

    /// <summary>The person's items that a completion of the course on the day may close, in the order in which they were given.</summary>
    private Task<List<TrainingItem>> OpenItemsAsync(long employeeId, Course course, DateOnly completedOn, CancellationToken cancellation)
    {
        var (courseId, successorId) = (course.Id, course.CountsForId ?? course.Id);
        return db.TrainingItems
            .Where(x => x.EmployeeId == employeeId && (x.CourseId == courseId || x.CourseId == successorId))
            .Closable().Where(x => x.DroppedOn == null || x.DroppedOn >= completedOn)
            .OrderBy(x => x.AssignedOn).ThenBy(x => x.Id).ToListAsync(cancellation);
    }
}
