using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Retraining;

/// <summary>Finds a retraining order for an act, in the order in which requests are refused, tells its person and answers it.</summary>
internal sealed class OnRetraining(
    TrainingDb db, Visible visible, Relations relations, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    public Task<RetrainingResponse> ActAsync(
        long id, IfMatch ifMatch, Func<RetrainingOrder, RetrainingActor, Task> act, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var order = await visible.RetrainingOrders().OneAsync(id, cancellation);
                ifMatch.Require(order);
                await act(order, await ActorAsync(order, cancellation));
                await db.FlushAsync(cancellation);
                var answer = await ReadAsync(id, cancellation);
                await notices.TellAsync(
                    "retraining.changed", order.EmployeeId, new NoticeSubject("retraining", id), cancellation,
                    ("courseCode", answer.CourseCode), ("course", answer.CourseNameZh), ("state", order.State), ("dueOn", order.DueOn));
                return answer;
            },
            cancellation);

    /// <summary>Refuses a coach whom the caller may not know of or who is not employed today, and tells the new one.</summary>
    public async Task NameCoachAsync(RetrainingOrder order, CancellationToken cancellation)
    {
        var (today, coachId) = (clock.Today, order.CoachId!.Value);
        var trainers = db.Enrolments.Where(x => x.Id == order.EnrolmentId)
            .SelectMany(x => db.TrainingSessions.Where(y => y.Id == x.SessionId).Select(y => y.TrainerId));
        var found = await db.Assignments.AnyAsync(
            x => x.EmployeeId == coachId && x.From <= today && (x.To == null || x.To >= today)
                && (visible.Employees().Any(y => y.Id == coachId) || trainers.Contains(coachId)), cancellation);
        if (!found)
        {
            throw RetrainingRefusals.CoachUnknown.At("coachId", ("id", coachId));
        }

        var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == order.CourseId, cancellation);
        await notices.TellAsync(
            "retraining.toCoach", coachId, new NoticeSubject("retraining", order.Id), cancellation,
            ("courseCode", course.Code), ("course", course.NameZh), ("dueOn", order.DueOn), ("count", 1));
    }

    public async Task<RetrainingResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var row = await RetrainingRow.Of(visible.RetrainingOrders().Where(x => x.Id == id), db).OneAsync(cancellation);
        var (order, person, course) = (row.Order, row.Person, row.Course);
        var by = await ActorAsync(order, cancellation);
        var mayClose = order.MayBeClosedBy(by);
        return new RetrainingResponse(
            order.Id, order.State, order.Cause, person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin, course.Id, course.Code, course.NameZh,
            course.NameEn, order.EnrolmentId, order.PlanId,
            row.Coach is { } coach ? new Person(coach.Id, coach.EmployeeNumber, coach.NameZh, coach.NameLatin) : null, order.OrderedOn, order.DueOn,
            order.IsOverdueOn(clock.Today), order.ClosedOn, order.Remark,
            !mayClose ? [] : by.IsHumanResources || by.IsDirectSupervisor ? [RetrainingAct.Edit, RetrainingAct.Close] : [RetrainingAct.Close],
            order.Version);
    }

    private async Task<RetrainingActor> ActorAsync(RetrainingOrder order, CancellationToken cancellation) => new(
        caller.AccountId,
        caller.EmployeeId,
        caller.IsHumanResources,
        Policies.Permit(caller.Roles, Policies.RecordCompletions)
            && await relations.ToAsync(order.EmployeeId, clock.Today, cancellation) == Relation.DirectReport);
}
