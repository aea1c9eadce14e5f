using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>What people are appraised in.</summary>
internal sealed partial class Visible
{
    /// <summary>Cycles: to HR all; to others those that are no longer in preparation.</summary>
    public IQueryable<AppraisalCycle> AppraisalCycles() =>
        caller.IsHumanResources ? db.AppraisalCycles : db.AppraisalCycles.Where(x => x.Phase != AppraisalCyclePhase.Planned);
}
