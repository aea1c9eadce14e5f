using Training.Domain.Incentives;

namespace Training.Api.Access;

/// <summary>What happened to people on a day.</summary>
internal sealed partial class Visible
{
    /// <summary>Performance events: to HR and approvers all; to others their own, and those of the people who stood on the event's day
    /// below them, or below somebody whose deputy they are today; never those of the people above them.</summary>
    public IQueryable<PerformanceEvent> PerformanceEvents()
    {
        if (caller.IsHumanResources || caller.IsApprover)
        {
            return db.PerformanceEvents;
        }

        var self = caller.EmployeeId;
        var (seats, above) = (Seats(), AboveToday());
        var ofLine = from line in db.ReportingLines
                     where seats.Contains(line.SupervisorId) && !above.Contains(line.EmployeeId)
                     join found in db.PerformanceEvents on line.EmployeeId equals found.EmployeeId
                     where line.From <= found.OccurredOn && (line.To == null || line.To >= found.OccurredOn)
                     select found.Id;
        return db.PerformanceEvents.Where(x => x.EmployeeId == self || ofLine.Contains(x.Id));
    }

    /// <summary>Who stood on the day below the caller, or below somebody whose deputy the caller is today; neither themselves nor anybody
    /// above them today. Direct reports alone when asked.</summary>
    public IQueryable<long> LineOn(DateOnly day, bool directOnly = false)
    {
        var self = caller.EmployeeId ?? 0;
        var (seats, above) = (Seats(), AboveToday());
        return db.ReportingLines
            .Where(x => x.From <= day && (x.To == null || x.To >= day) && (!directOnly || x.IsDirect) && x.EmployeeId != self
                && seats.Contains(x.SupervisorId) && !above.Contains(x.EmployeeId))
            .Select(x => x.EmployeeId);
    }

    /// <summary>Questions about missing punches: to HR all; to others those about the people who stood below them, or below somebody whose
    /// deputy they are today, on that day.</summary>
    public IQueryable<PunchQuestion> PunchQuestions()
    {
        if (caller.IsHumanResources)
        {
            return db.PunchQuestions;
        }

        var (self, seats, above) = (caller.EmployeeId ?? 0, Seats(), AboveToday());
        var ofLine = from line in db.ReportingLines
                     where seats.Contains(line.SupervisorId) && line.EmployeeId != self && !above.Contains(line.EmployeeId)
                     join question in db.PunchQuestions on line.EmployeeId equals question.EmployeeId
                     where line.From <= question.Day && (line.To == null || line.To >= question.Day)
                     select question.Id;
        return db.PunchQuestions.Where(x => ofLine.Contains(x.Id));
    }
}
