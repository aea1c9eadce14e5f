using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Departments;

internal static class RetireDepartment
{
    /// <summary>Keeps the department for the past and takes it out of every choice; today is the last day of its head. Refused: a second
    /// time; while somebody is assigned to it today or later; while departments below it are not retired.</summary>
    internal static Task<DepartmentResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, cancellation);
                await db.LockAsync(DepartmentTree.Lock, cancellation);
                var department = await db.Departments.Include(x => x.Heads).OneAsync(id, cancellation);
                ifMatch.Accept(department);
                department.Retire(clock.Now, clock.Today);
                await RefuseInUseAsync(db, department, clock.Today, cancellation);
                await db.FlushAsync(cancellation);
                return await GetDepartment.ReadAsync(db, id, clock.Today, cancellation);
            },
            cancellation);

    private static async Task RefuseInUseAsync(TrainingDb db, Department department, DateOnly today, CancellationToken cancellation)
    {
        var people = await db.Assignments
            .Where(x => x.DepartmentId == department.Id && (x.To == null || x.To >= today))
            .Select(x => x.EmployeeId).Distinct().CountAsync(cancellation);
        if (people > 0)
        {
            throw DepartmentRefusals.HasPeople.With(("code", department.Code), ("people", people));
        }

        var children = await db.Departments.Where(x => x.ParentId == department.Id && x.RetiredAt == null)
            .OrderBy(x => x.Code).Select(x => x.Code).ToListAsync(cancellation);
        if (children.Count > 0)
        {
            throw DepartmentRefusals.HasChildren.With(("code", department.Code), ("children", children));
        }
    }
}
