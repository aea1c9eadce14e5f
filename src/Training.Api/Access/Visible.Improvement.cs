using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>What comes after a published result.</summary>
internal sealed partial class Visible
{
    /// <summary>Improvement plans: to HR those of people who do not stand above them; to others their own, those of the people who are
    /// visible today, and those they coach.</summary>
    public IQueryable<ImprovementPlan> ImprovementPlans()
    {
        var (self, known, above) = (caller.EmployeeId ?? 0, Known(), AboveToday());
        return caller.IsHumanResources
            ? db.ImprovementPlans.Where(x => x.CoachId == self || !above.Contains(x.EmployeeId))
            : db.ImprovementPlans.Where(x => x.CoachId == self || known.Contains(x.EmployeeId));
    }

    /// <summary>Of the appraisals those that the caller sees whole: HR, approvers, the person, and who sees every segment with days.</summary>
    public IQueryable<Appraisal> WholeAppraisals()
    {
        var (self, isAll, segments) = (caller.EmployeeId ?? 0, caller.IsHumanResources || caller.IsApprover, AppraisalSegments());
        return Appraisals().Where(x => isAll || x.EmployeeId == self
            || !db.AppraisalSegments.Any(y => y.AppraisalId == x.Id && y.Days > 0 && !segments.Any(z => z.Id == y.Id)));
    }
}
