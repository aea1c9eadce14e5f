using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Rules;

namespace Training.Api.Features.Departments;

/// <summary>The whole of what may be edited about a department.</summary>
/// <param name="ParentId">The department above, not retired, neither itself nor below it; none for the top.</param>
/// <param name="HeadId">The employee who heads it.</param>
public sealed record EditDepartmentRequest(
    [TextLength(1, 100)] string NameZh, [TextLength(0, 100)] string? NameEn = null, long? ParentId = null, long? HeadId = null);

internal static class EditDepartment
{
    /// <summary>Edits a department as a whole. Refused: a retired one; a parent that is unknown, retired, itself or below it;
    /// an unknown head.</summary>
    internal static Task<DepartmentResponse> HandleAsync(
        long id, EditDepartmentRequest request, IfMatch ifMatch, FollowAudience follow, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(DepartmentTree.Lock, cancellation);
                var department = await db.Departments.OneAsync(id, cancellation);
                ifMatch.Require(department);
                var parentStays = request.ParentId == department.ParentId;
                await DepartmentTree.RequireAsync(db, parentStays ? null : request.ParentId, request.HeadId, cancellation);
                var parents = await db.Departments.ToDictionaryAsync(x => x.Id, x => x.ParentId, cancellation);
                department.Edit(new Bilingual(request.NameZh, request.NameEn), request.ParentId, request.HeadId, parents);
                await db.FlushAsync(cancellation);
                if (!parentStays)
                {
                    await follow.RunAsync(null, cancellation);
                }

                return await GetDepartment.ReadAsync(db, id, cancellation);
            },
            cancellation);
}
