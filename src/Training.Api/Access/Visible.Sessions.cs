using Training.Domain.Sessions;

namespace Training.Api.Access;

/// <summary>Sessions and what people do in them.</summary>
internal sealed partial class Visible
{
    /// <summary>Sessions: to HR all; to others those that were announced, and those they train.</summary>
    public IQueryable<TrainingSession> Sessions()
    {
        var self = caller.EmployeeId;
        return caller.IsHumanResources
            ? db.TrainingSessions
            : db.TrainingSessions.Where(x => x.State != SessionState.Draft || (self != null && x.TrainerId == self));
    }

    /// <summary>The sessions that the caller trains.</summary>
    public IQueryable<TrainingSession> TrainedSessions()
    {
        var self = caller.EmployeeId;
        return db.TrainingSessions.Where(x => self != null && x.TrainerId == self);
    }

    /// <summary>Enrolments: to HR all; to others those of the people who are visible today, of those who were below them on the first
    /// day of the session, and of the sessions they train those that are not over.</summary>
    public IQueryable<Enrolment> Enrolments()
    {
        if (caller.IsHumanResources)
        {
            return db.Enrolments;
        }

        var self = caller.EmployeeId ?? 0;
        var (known, trained) = (Known(), TrainedSessions().Select(x => x.Id));
        var former = from line in db.ReportingLines
                     where line.SupervisorId == self
                     join enrolment in db.Enrolments on line.EmployeeId equals enrolment.EmployeeId
                     join session in db.TrainingSessions on enrolment.SessionId equals session.Id
                     where line.From <= session.FirstOn && (line.To == null || line.To >= session.FirstOn)
                     select enrolment.Id;
        return db.Enrolments.Where(x => known.Contains(x.EmployeeId)
            || (trained.Contains(x.SessionId) && x.State != EnrolmentState.Withdrawn && x.State != EnrolmentState.Declined) || former.Contains(x.Id));
    }

    /// <summary>Retraining orders: to HR all; to others those of the people who are visible today, and those they coach.</summary>
    public IQueryable<RetrainingOrder> RetrainingOrders()
    {
        var (self, known) = (caller.EmployeeId, Known());
        return caller.IsHumanResources
            ? db.RetrainingOrders
            : db.RetrainingOrders.Where(x => known.Contains(x.EmployeeId) || (self != null && x.CoachId == self));
    }
}
