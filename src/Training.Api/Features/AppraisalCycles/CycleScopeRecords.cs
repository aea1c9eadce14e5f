using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>For whom: the company unless said.</summary>
/// <param name="DepartmentId">The people whose last segment lies in the department or below it.</param>
/// <param name="EmployeeId">One person.</param>
public sealed record CycleScopeRequest(long? DepartmentId = null, long? EmployeeId = null);

/// <summary>An appraisal that was left behind.</summary>
/// <param name="Stage">How far it has come; a calibrated or unrated one lacks figures or marks.</param>
/// <param name="Code">The refusal that stands in the way where a target of it is undecided; none: what else is missing.</param>
public sealed record LeftBehindAppraisal(
    long AppraisalId, long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, AppraisalStage Stage, string? Code);

internal static class CycleScopeRecords
{
    private const int MostShown = 200;

    /// <summary>The first two hundred of the appraisals, with their people; two queries.</summary>
    public static async Task<IReadOnlyList<LeftBehindAppraisal>> NamedAsync(
        this TrainingDb db, IReadOnlyList<Appraisal> appraisals, CancellationToken cancellation)
    {
        var shown = appraisals.OrderBy(x => x.Id).AtMost(MostShown);
        var ids = shown.Select(x => x.EmployeeId).ToList();
        var people = await db.Employees.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
        var undecided = await db.UndecidedAsync([.. shown.Select(x => x.Id)], cancellation);
        return
        [
            .. shown.Select(x =>
            {
                var person = people[x.EmployeeId];
                var code = undecided.Contains(x.Id) ? TargetRefusals.Undecided.Code : null;
                return new LeftBehindAppraisal(x.Id, person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin, x.Stage, code);
            }),
        ];
    }
}
