using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>Whose scores stand in reports.</summary>
internal sealed partial class Visible
{
    /// <summary>Of <see cref="Appraisals"/>, which hold none of people who stand above the caller, those whose scores are put beside each other
    /// for them: never their own.</summary>
    public IQueryable<Appraisal> ComparedAppraisals()
    {
        var self = caller.EmployeeId ?? 0;
        return Appraisals().Where(x => x.EmployeeId != self);
    }
}
