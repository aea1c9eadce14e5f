using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Queries;

/// <summary>For whom an act on a cycle is done.</summary>
internal static class CycleScope
{
    /// <summary>Of the appraisals those of one person, or of the people whose last segment with days lies in a department or below it; without
    /// either all. Refused: an unknown department; somebody without one.</summary>
    public static async Task<IQueryable<Appraisal>> InScopeAsync(
        this IQueryable<Appraisal> appraisals, TrainingDb db, long? departmentId, long? employeeId, CancellationToken cancellation)
    {
        var found = employeeId is null ? appraisals : appraisals.Where(x => x.EmployeeId == employeeId);
        if (employeeId is { } person && !await found.AnyAsync(cancellation))
        {
            throw AppraisalCycleRefusals.PersonUnknown.At("employeeId", ("employeeId", person));
        }

        if (departmentId is not { } department)
        {
            return found;
        }

        if (!await db.Departments.AnyAsync(x => x.Id == department, cancellation))
        {
            throw AppraisalCycleRefusals.DepartmentUnknown.At("departmentId", ("departmentId", department));
        }

        var below = (await DepartmentTree.ReadAsync(db, cancellation)).WithAllBelow([department]);
        var living = db.AppraisalSegments.Where(x => x.Days > 0);
        return found.Where(x => living.Any(y => y.AppraisalId == x.Id && below.Contains(y.DepartmentId)
            && !living.Any(z => z.AppraisalId == x.Id && (z.ToOn > y.ToOn || (z.ToOn == y.ToOn && z.Number > y.Number)))));
    }
}
