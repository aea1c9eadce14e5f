using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Records that a person completed a course and closes their open items of it: for the act, the import and the
/// demo. Called inside a write.</summary>
internal sealed class RecordCompletion(TrainingDb db, CurrentPerson caller, Relations relations, OrganisationClock clock, NoticeBox notices)
{
    /// <summary>The completion, saved; the person is told. Refused: one's own; to who is neither HR nor the direct supervisor or
    /// their deputy today; an unknown course; a completion of that day that is already recorded; days and scores as the
    /// domain says.</summary>
    /// <param name="relation">How the caller stands to the person today.</param>
    public async Task<Completion> RunAsync(
        Employee employee, long courseId, CompletionContent content, Relation relation, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        var isDirect = relation == Relation.DirectReport;
        var by = new CompletionRecorder(
            caller.AccountId,
            caller.EmployeeId,
            caller.IsHumanResources,
            isDirect,
            isDirect ? await relations.StandsInForAsync(employee.Id, clock.Today, cancellation) : null);
        var completion = Completion.Record(
            employee.Id, courseId, content, by, employee.Periods.Min(x => x.HiredOn), clock.Today, clock.Now);
        var course = await db.Courses.AsNoTracking().SingleOrDefaultAsync(x => x.Id == courseId, cancellation)
            ?? throw CompletionRefusals.CourseUnknown.At("courseId", ("courseId", courseId));
        if (await db.Completions.AnyAsync(
            x => x.EmployeeId == employee.Id && x.CourseId == courseId && x.CompletedOn == content.CompletedOn, cancellation))
        {
            throw CompletionRefusals.AlreadyRecorded.At("completedOn", ("courseCode", course.Code), ("completedOn", content.CompletedOn));
        }

        db.Completions.Add(completion);
        await db.FlushAsync(cancellation);
        var open = await db.TrainingItems
            .Where(x => x.EmployeeId == employee.Id && x.CourseId == courseId && x.CompletedOn == null && x.DroppedOn == null)
            .ToListAsync(cancellation);
        open.ForEach(x => x.CloseBy(completion, course));
        await notices.TellAsync(
            "completion.recorded", employee.Id, new NoticeSubject("completion", completion.Id), cancellation,
            ("courseCode", course.Code), ("course", course.NameZh), ("completedOn", content.CompletedOn));
        return completion;
    }
}
