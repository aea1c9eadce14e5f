using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.TrainingItems;

/// <summary>Finds a training item for an act, in the order in which requests are refused, tells its person and answers it.</summary>
internal sealed class OnTrainingItem(
    TrainingDb db, Visible visible, Relations relations, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    /// <summary>One decision about one person's item, in one write; the person is told.</summary>
    public Task<TrainingItemResponse> DecideAsync(
        long id, string notice, string reason, Func<TrainingItem, TrainingItemDecider, Task> act, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(StartPlan.Lock, cancellation);
                var item = await visible.TrainingItems().Where(x => x.Id == id).OneAsync(cancellation);
                await act(item, await DeciderAsync(item.EmployeeId, cancellation));
                await db.FlushAsync(cancellation);
                var answer = await ReadAsync(id, cancellation);
                await notices.TellAsync(
                    notice, item.EmployeeId, new NoticeSubject("trainingItem", item.Id), cancellation,
                    ("courseCode", answer.CourseCode), ("course", answer.CourseNameZh), ("dueOn", item.DueOn), ("reason", reason));
                return answer;
            },
            cancellation);

    /// <summary>Working days of leave that are recorded for the person after today, up to a day.</summary>
    public async Task<int> LeaveDaysAsync(long employeeId, DateOnly to, CancellationToken cancellation)
    {
        var absences = await db.AbsencesAsync(db.Employees.Where(x => x.Id == employeeId).Select(x => x.Id), clock.Today, cancellation);
        return absences.TryGetValue(employeeId, out var absence)
            ? absence.LostDays(clock.Today, to, await db.WorkingCalendarAsync(cancellation))
            : 0;
    }

    public async Task<TrainingItemResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var today = clock.Today;
        var row = await visible.TrainingItems().Where(x => x.Id == id).WithSubjects(db).OneAsync(cancellation);
        var (item, decider) = (row.Item, await DeciderAsync(row.Item.EmployeeId, cancellation));
        var mayDecide = Policies.Permit(caller.Roles, Policies.RecordCompletions) && item.MayBeDecidedBy(decider);
        return new TrainingItemResponse(
            item.Id, row.Person.Id, row.Person.EmployeeNumber, row.Person.NameZh, row.Person.NameLatin, row.Plan.Id, row.Plan.Code,
            row.Course.Id, row.Course.Code, row.Course.NameZh, row.Course.NameEn, item.IsMandatory, item.StateOn(today), item.AssignedOn,
            item.DueOn, item.DueAnchor, item.DueAnchorOn, item.DueWorkingDays, item.DueLeaveDays, item.ExtendedTo, item.ExtendedOn,
            item.ExtendedForEnrolmentId, item.ExceptionReason,
            item.CompletedOn, item.DroppedOn, item.DropReason, mayDecide ? [TrainingItemAct.Extend, TrainingItemAct.Exempt] : []);
    }

    private async Task<TrainingItemDecider> DeciderAsync(long employeeId, CancellationToken cancellation) => new(
        caller.AccountId,
        caller.EmployeeId,
        caller.IsHumanResources,
        await relations.ToAsync(employeeId, clock.Today, cancellation) == Relation.DirectReport);
}
