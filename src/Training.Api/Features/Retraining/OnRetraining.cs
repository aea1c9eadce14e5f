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
