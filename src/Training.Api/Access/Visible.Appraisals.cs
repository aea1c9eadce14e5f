using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>What people are appraised in.</summary>
internal sealed partial class Visible
{
    /// <summary>Cycles: to HR all; to others those that are no longer in preparation.</summary>
    public IQueryable<AppraisalCycle> AppraisalCycles() =>
        caller.IsHumanResources ? db.AppraisalCycles : db.AppraisalCycles.Where(x => x.Phase != AppraisalCyclePhase.Planned);

    /// <summary>Appraisals: to HR those of people who do not stand above them; to others their own, and those with a segment that they
    /// may see.</summary>
    public IQueryable<Appraisal> Appraisals()
    {
        if (caller.IsHumanResources)
        {
            var above = AboveToday();
            return db.Appraisals.Where(x => !above.Contains(x.EmployeeId));
        }

        var (self, ofLine) = (caller.EmployeeId ?? 0, OfLine());
        return db.Appraisals.Where(x => x.EmployeeId == self || ofLine.Any(y => y.AppraisalId == x.Id));
    }

    /// <summary>Segments: all of the appraisals that HR may see; to others those of their own appraisals, and those in whose days the
    /// person stood below them, or below somebody whose deputy they are today.</summary>
    public IQueryable<AppraisalSegment> AppraisalSegments()
    {
        var (self, ofLine) = (caller.EmployeeId ?? 0, OfLine().Select(x => x.Id));
        return caller.IsHumanResources
            ? db.AppraisalSegments
            : db.AppraisalSegments.Where(x => ofLine.Contains(x.Id) || db.Appraisals.Any(y => y.Id == x.AppraisalId && y.EmployeeId == self));
    }

    private IQueryable<AppraisalSegment> OfLine()
    {
        var (seats, above) = (Seats(), AboveToday());
        return from line in db.ReportingLines
               where seats.Contains(line.SupervisorId) && !above.Contains(line.EmployeeId)
               join appraisal in db.Appraisals on line.EmployeeId equals appraisal.EmployeeId
               join segment in db.AppraisalSegments on appraisal.Id equals segment.AppraisalId
               where line.From <= segment.ToOn && (line.To == null || line.To >= segment.FromOn)
               select segment;
    }
}
