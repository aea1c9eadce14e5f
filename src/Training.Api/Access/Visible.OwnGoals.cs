using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>What people mean to achieve beside the KPIs.</summary>
internal sealed partial class Visible
{
    /// <summary>Own goals: one's own, and those of appraisals of which the caller may see a segment.</summary>
    public IQueryable<OwnGoal> OwnGoals()
    {
        var (self, segments) = (caller.EmployeeId ?? 0, AppraisalSegments());
        return db.OwnGoals.Where(x => db.Appraisals.Any(y => y.Id == x.AppraisalId && y.EmployeeId == self)
            || segments.Any(y => y.AppraisalId == x.AppraisalId));
    }
}
