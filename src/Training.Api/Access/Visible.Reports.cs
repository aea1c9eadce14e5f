using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>Whose scores stand in reports.</summary>
internal sealed partial class Visible
{
    /// <summary>Of <see cref="Appraisals"/> those whose scores are put beside each other for the caller: never their own, nor those of people who
    /// stand above them.</summary>
    public IQueryable<Appraisal> ComparedAppraisals()
    {
        var (self, above) = (caller.EmployeeId ?? 0, AboveToday());
        return Appraisals().Where(x => x.EmployeeId != self && !above.Contains(x.EmployeeId));
    }
}
