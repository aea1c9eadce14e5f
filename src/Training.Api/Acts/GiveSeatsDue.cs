using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>Lets the offers run out whose time is over, offers their seats to the next, ends the waiting for sessions that have begun, and
/// frees the seats of people who are not employed by then. Asked every minute; each session in a write of its own.</summary>
internal sealed class GiveSeatsDue(TrainingDb db, OrganisationClock clock, GiveSeats give, Actor actor, ILogger<GiveSeatsDue> log)
{
    /// <summary>How many sessions had something due.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        actor.Act = nameof(GiveSeats);
        var now = clock.Now;
        var lapsed = db.Enrolments.Where(x => x.State == EnrolmentState.Offered && x.OfferedUntil <= now).Select(x => x.SessionId);
        var begun = from enrolment in db.Enrolments
                    where enrolment.State == EnrolmentState.Requested || enrolment.State == EnrolmentState.Waitlisted
                        || enrolment.State == EnrolmentState.Offered
                    join session in db.TrainingSessions on enrolment.SessionId equals session.Id
                    where session.StartsAt <= now
                    select session.Id;
        var due = await lapsed.Union(begun).Union(Left(now).Select(x => x.SessionId)).ToListAsync(cancellation);
        foreach (var id in due)
        {
            try
            {
                await db.WriteAsync(() => SettleAsync(id, now, cancellation), cancellation);
            }
            catch (RuleViolation fault)
            {
                // The next minute tries again; the other sessions do not wait for it.
                log.LogWarning("The seats of session {Session} could not be given: {Code}.", id, fault.Refusal.Code);
            }
        }

        return due.Count;
    }

    private async Task SettleAsync(long id, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.LockAsync(GiveSeats.Lock, cancellation);
        var session = await db.TrainingSessions.Whole().SingleAsync(x => x.Id == id, cancellation);
        var left = await Left(now).Where(x => x.SessionId == id).ToListAsync(cancellation);
        left.ForEach(x => x.End(WithdrawalCause.EmploymentEnded, now));
        await give.RunAsync(session, await give.QueueAsync(id, cancellation), null, cancellation);
        await give.TellAsync(session, left, cancellation);
    }

    /// <summary>Places in sessions to come of people who are not employed by then.</summary>
    private IQueryable<Enrolment> Left(DateTimeOffset now) =>
        from enrolment in db.Enrolments
        where enrolment.State == EnrolmentState.Requested || enrolment.State == EnrolmentState.Waitlisted
            || enrolment.State == EnrolmentState.Offered || enrolment.State == EnrolmentState.Enrolled
        join session in db.TrainingSessions on enrolment.SessionId equals session.Id
        where session.StartsAt > now && !db.Set<EmploymentPeriod>().Any(x => EF.Property<long>(x, "EmployeeId") == enrolment.EmployeeId
            && x.HiredOn <= session.FirstOn && (x.LeftOn == null || x.LeftOn >= session.FirstOn))
        select enrolment;
}
