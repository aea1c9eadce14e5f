using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Departments;

/// <summary>A department to be.</summary>
/// <param name="Code">1 to 32 characters, unique without regard to case; never changes.</param>
/// <param name="ParentId">The department above, not retired; none for the top.</param>
/// <param name="HeadId">The employee who heads it; none: nobody.</param>
/// <param name="HeadFrom">The first day of the head, past or today, within employment; today unless given.</param>
public sealed record CreateDepartmentRequest(
    [KeyLength(1, 32)] string Code, [TextLength(1, 100)] string NameZh, [TextLength(0, 100)] string? NameEn = null,
    long? ParentId = null, long? HeadId = null, DateOnly? HeadFrom = null);

internal static class CreateDepartment
{
    /// <summary>Creates a department. Refused: a code in use; a parent or head that does not exist; a retired parent; a
    /// head from a day to come, or from one on which they are not employed.</summary>
    internal static async Task<Created<DepartmentResponse>> HandleAsync(
        CreateDepartmentRequest request, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var response = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(DepartmentTree.Lock, cancellation);
                var department = Department.Create(request.Code, new Bilingual(request.NameZh, request.NameEn), request.ParentId);
                if (await db.Departments.AnyAsync(x => x.Code == department.Code, cancellation))
                {
                    throw DepartmentRefusals.CodeTaken.At("code", ("code", department.Code));
                }

                await DepartmentTree.RequireParentAsync(db, request.ParentId, cancellation);
                await DepartmentHeads.NameAsync(db, department, request.HeadId, request.HeadFrom, clock.Today, cancellation);
                db.Departments.Add(department);
                await db.FlushAsync(cancellation);
                return await GetDepartment.ReadAsync(db, department.Id, clock.Today, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/departments/{response.Id}", response);
    }
}

/// <summary>What holds for the tree as a whole.</summary>
internal static class DepartmentTree
{
    /// <summary>Held by every write that changes the tree, so that no loop and no child of a retired one comes about between two.</summary>
    public const string Lock = "departments";

    public static async Task RequireParentAsync(TrainingDb db, long? parentId, CancellationToken cancellation)
    {
        if (parentId is not null)
        {
            var parent = await db.Departments.AsNoTracking().SingleOrDefaultAsync(x => x.Id == parentId, cancellation)
                ?? throw DepartmentRefusals.ParentUnknown.At("parentId", ("parentId", parentId));
            if (parent.RetiredAt is not null)
            {
                throw DepartmentRefusals.Retired.At("parentId", ("code", parent.Code));
            }
        }
    }
}
