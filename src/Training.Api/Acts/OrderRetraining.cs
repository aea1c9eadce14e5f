using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>Orders that people are trained again after a session, lets orders go whose cause was put right, and ends those whose
/// person has completed the course since. Called inside a write.</summary>
internal sealed class OrderRetraining(TrainingDb db, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    /// <param name="session">A completed session.</param>
    /// <param name="enrolments">Of the session, settled.</param>
    /// <param name="planOf">The plan that asks the course of a person.</param>
    public async Task RunAsync(
        TrainingSession session, IReadOnlyCollection<Enrolment> enrolments, Func<long, long?> planOf, CancellationToken cancellation)
    {
        var ids = enrolments.Select(x => x.Id).ToList();
        var known = (await db.RetrainingOrders.Where(x => ids.Contains(x.EnrolmentId)).ToListAsync(cancellation)).ToLookup(x => x.EnrolmentId);
        var today = clock.Today;
        var wanted = enrolments.Select(x => (Enrolment: x, Cause: RetrainingOrder.CauseOf(x))).ToList();
        foreach (var (enrolment, cause) in wanted)
        {
            foreach (var order in known[enrolment.Id].Where(x => x.State == RetrainingState.Open && x.Cause != cause))
            {
                order.End(RetrainingState.Cancelled, caller.AccountId, today);
            }
        }

        var missing = wanted.FindAll(
            x => x.Cause is not null && !known[x.Enrolment.Id].Any(y => y.Cause == x.Cause && (y.State != RetrainingState.Cancelled || y.IsLetGo)));
        var people = missing.ConvertAll(x => x.Enrolment.EmployeeId);
        var since = await db.Completions.Where(x => x.CourseId == session.CourseId && people.Contains(x.EmployeeId)
            && x.Result != CompletionResult.Failed && x.CompletedOn > session.LastOn).Select(x => x.EmployeeId).ToHashSetAsync(cancellation);
        missing.RemoveAll(x => since.Contains(x.Enrolment.EmployeeId));
        if (missing.Count == 0)
        {
            return;
        }

        var coaches = await db.ReportingLines.Where(x => people.Contains(x.EmployeeId) && x.IsDirect && x.From <= today && (x.To == null || x.To >= today))
            .ToDictionaryAsync(x => x.EmployeeId, x => x.SupervisorId, cancellation);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var orders = missing.ConvertAll(x => RetrainingOrder.Of(
            x.Enrolment, session, planOf(x.Enrolment.EmployeeId), x.Cause!.Value,
            coaches.TryGetValue(x.Enrolment.EmployeeId, out var coach) ? coach : null, today, calendar));
        db.RetrainingOrders.AddRange(orders);
        await db.FlushAsync(cancellation);
        await TellAsync(session, orders, cancellation);
    }

    /// <summary>Ends the open orders of who has completed the course.</summary>
    public async Task EndAsync(IReadOnlyCollection<Completion> completions, CancellationToken cancellation)
    {
        var (people, courses) = (completions.Select(x => x.EmployeeId).ToHashSet(), completions.Select(x => x.CourseId).ToHashSet());
        var open = await db.RetrainingOrders
            .Where(x => x.State == RetrainingState.Open && people.Contains(x.EmployeeId) && courses.Contains(x.CourseId)).ToListAsync(cancellation);
        foreach (var order in open.Where(x => completions.Any(y => y.EmployeeId == x.EmployeeId && y.CourseId == x.CourseId
            && y.Result != CompletionResult.Failed && y.CompletedOn >= x.MissedOn)))
        {
            order.End(RetrainingState.Passed, caller.AccountId, clock.Today);
        }
    }

    private async Task TellAsync(TrainingSession session, IReadOnlyList<RetrainingOrder> orders, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().SingleAsync(x => x.Id == session.CourseId, cancellation);
        foreach (var alike in orders.GroupBy(x => (x.Cause, x.DueOn)))
        {
            await notices.TellAsync(
                "retraining.ordered", [.. alike.Select(x => x.EmployeeId)], new NoticeSubject("retraining", alike.First().Id), cancellation,
                ("courseCode", course.Code), ("course", course.NameZh), ("dueOn", alike.Key.DueOn), ("cause", alike.Key.Cause));
        }

        foreach (var coached in orders.Where(x => x.CoachId is not null).GroupBy(x => (Coach: x.CoachId!.Value, x.DueOn)))
        {
            await notices.TellAsync(
                "retraining.toCoach", coached.Key.Coach, new NoticeSubject("retraining", coached.First().Id), cancellation,
                ("courseCode", course.Code), ("course", course.NameZh), ("dueOn", coached.Key.DueOn), ("count", coached.Count()));
        }
    }
}
