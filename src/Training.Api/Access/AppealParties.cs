using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>Who had a part in a result that is appealed against.</summary>
internal sealed class AppealParties(TrainingDb db, CurrentPerson caller)
{
    /// <summary>Whether HR had one, so that an approver names the second reviewer: the person, a rater, or who signed an adjustment that counts
    /// is of HR.</summary>
    public async Task<bool> IsHumanResourcesAsync(Appraisal appraisal, CancellationToken cancellation)
    {
        var (id, person, role) = (appraisal.Id, appraisal.EmployeeId, Role.HumanResources.Id());
        return await db.Users.AnyAsync(
            x => db.UserRoles.Any(y => y.UserId == x.Id && y.RoleId == role)
                && (x.EmployeeId == person
                    || db.AppraisalAdjustments.Any(y => y.AppraisalId == id && y.WithdrawnAt == null && y.AccountId == x.Id)
                    || db.AppraisalSegments.Any(y => y.AppraisalId == id && y.Days > 0 && x.EmployeeId != null
                        && (y.ScoredById == x.EmployeeId || y.ScoredForId == x.EmployeeId))),
            cancellation);
    }

    /// <summary>Whether the caller had one: rated a segment or has to, or signed an adjustment that counts.</summary>
    public async Task<bool> IsCallerAsync(Appraisal appraisal, CancellationToken cancellation)
    {
        var (id, account, self) = (appraisal.Id, caller.AccountId, caller.EmployeeId ?? 0);
        return await db.AppraisalAdjustments.AnyAsync(x => x.AppraisalId == id && x.WithdrawnAt == null && x.AccountId == account, cancellation)
            || await db.AppraisalSegments.AnyAsync(
                x => x.AppraisalId == id && x.Days > 0 && (x.ScoredById == self || x.ScoredForId == self
                    || (x.ScoredById == null && (x.RaterId ?? x.SupervisorId) == self)),
                cancellation);
    }

    /// <summary>Whether the caller names the second reviewer of an appeal: of HR, or an approver where HR had a part.</summary>
    public async Task<bool> MayNameAsync(Appraisal appraisal, CancellationToken cancellation) =>
        !caller.Is(appraisal.EmployeeId) && (caller.IsApprover || (caller.IsHumanResources && !await IsHumanResourcesAsync(appraisal, cancellation)))
        && !await IsCallerAsync(appraisal, cancellation);
}
