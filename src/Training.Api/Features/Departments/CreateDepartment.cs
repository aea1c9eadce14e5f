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
/// <param name="HeadId">The employee who heads it.</param>
public sealed record CreateDepartmentRequest(
    [KeyLength(1, 32)] string Code, [TextLength(1, 100)] string NameZh, [TextLength(0, 100)] string? NameEn = null,
    long? ParentId = null, long? HeadId = null);

internal static class CreateDepartment
{
    /// <summary>Creates a department. Refused: a code in use; a parent or head that does not exist; a retired parent.</summary>
    internal static async Task<Created<DepartmentResponse>> HandleAsync(
        CreateDepartmentRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var response = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(DepartmentTree.Lock, cancellation);
                var department = Department.Create(request.Code, new Bilingual(request.NameZh, request.NameEn), request.ParentId, request.HeadId);
                if (await db.Departments.AnyAsync(x => x.Code == department.Code, cancellation))
                {
                    throw DepartmentRefusals.CodeTaken.At("code", ("code", department.Code));
                }

                await DepartmentTree.RequireAsync(db, request.ParentId, request.HeadId, cancellation);
                db.Departments.Add(department);
                await db.FlushAsync(cancellation);
                return await GetDepartment.ReadAsync(db, department.Id, cancellation);
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

    public static async Task RequireAsync(TrainingDb db, long? parentId, long? headId, CancellationToken cancellation)
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

        if (headId is not null && !await db.Employees.AnyAsync(x => x.Id == headId, cancellation))
        {
            throw DepartmentRefusals.HeadUnknown.At("headId", ("headId", headId));
        }
    }
}
