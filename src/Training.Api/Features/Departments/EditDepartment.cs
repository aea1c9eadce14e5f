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
/// <param name="HeadId">The employee who heads it; none: nobody. Who headed it before does so until the day before <c>headFrom</c>.</param>
/// <param name="HeadFrom">From when, past or today, within employment, and not before the first day of the head named last; from that very
/// day on, the head named last never was. Today unless given, for a head that stays since when they are.</param>
public sealed record EditDepartmentRequest(
    [TextLength(1, 100)] string NameZh, [TextLength(0, 100)] string? NameEn = null, long? ParentId = null, long? HeadId = null,
    DateOnly? HeadFrom = null);

internal static class EditDepartment
{
    /// <summary>Edits a department as a whole. Refused: a retired one; a parent that is unknown, retired, itself or below it;
    /// an unknown head, or one from a day to come, from one before the first day of the head named last, or from one on which they are not
    /// employed.</summary>
    internal static Task<DepartmentResponse> HandleAsync(
        long id, EditDepartmentRequest request, IfMatch ifMatch, FollowAudience follow, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(DepartmentTree.Lock, cancellation);
                var department = await db.Departments.Include(x => x.Heads).OneAsync(id, cancellation);
                ifMatch.Require(department);
                var parentStays = request.ParentId == department.ParentId;
                await DepartmentTree.RequireParentAsync(db, parentStays ? null : request.ParentId, cancellation);
                var parents = await db.Departments.ToDictionaryAsync(x => x.Id, x => x.ParentId, cancellation);
                department.Edit(new Bilingual(request.NameZh, request.NameEn), request.ParentId, parents);
                await DepartmentHeads.NameAsync(db, department, request.HeadId, request.HeadFrom, clock.Today, cancellation);
                await db.FlushAsync(cancellation);
                if (!parentStays)
                {
                    await follow.RunAsync(null, cancellation);
                }

                return await GetDepartment.ReadAsync(db, id, clock.Today, cancellation);
            },
            cancellation);
}
