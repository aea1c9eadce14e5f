using Training.Api.Queries;
using Training.Domain.Kpis;

namespace Training.Api.Access;

internal sealed partial class Visible
{
    /// <summary>Figures: to HR all. To others their own; those of who stood below them, or below somebody whose deputy they are today,
    /// on the last day of the period, unless these stand above them today; and those of the departments in which they or who stood
    /// below them so were placed on that day, or which they headed on it.</summary>
    public IQueryable<Measurement> Measurements()
    {
        if (caller.IsHumanResources)
        {
            return db.Measurements;
        }

        var (self, seats, above) = (caller.EmployeeId ?? 0, Seats(), AboveToday());
        var lines = db.ReportingLines.Where(x => seats.Contains(x.SupervisorId) && !above.Contains(x.EmployeeId));
        var own = db.Measurements.Where(x => x.EmployeeId == self).Select(x => x.Id);
        var below = from line in lines
                    join figure in db.Measurements on (long?)line.EmployeeId equals figure.EmployeeId
                    where line.From <= figure.PeriodTo && (line.To == null || line.To >= figure.PeriodTo)
                    select figure.Id;
        var placed = from held in db.Assignments
                     join figure in db.Measurements on (long?)held.DepartmentId equals figure.DepartmentId
                     where held.From <= figure.PeriodTo && (held.To == null || held.To >= figure.PeriodTo)
                         && (held.EmployeeId == self || lines.Any(x => x.EmployeeId == held.EmployeeId
                             && x.From <= figure.PeriodTo && (x.To == null || x.To >= figure.PeriodTo)))
                     select figure.Id;
        var headed = from term in db.HeadTerms()
                     where term.EmployeeId == self
                     join figure in db.Measurements on (long?)term.DepartmentId equals figure.DepartmentId
                     where term.From <= figure.PeriodTo && (term.To == null || term.To >= figure.PeriodTo)
                     select figure.Id;
        var known = own.Concat(below).Concat(placed).Concat(headed);
        return db.Measurements.Where(x => known.Contains(x.Id));
    }

    /// <summary>Corrections: to HR all; to others those that they proposed.</summary>
    public IQueryable<Correction> Corrections()
    {
        var account = caller.AccountId;
        return caller.IsHumanResources ? db.Corrections : db.Corrections.Where(x => x.ProposedByAccountId == account);
    }
}
