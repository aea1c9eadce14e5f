using System.Linq.Expressions;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Departments;

/// <summary>A department.</summary>
/// <param name="Code">Unique; never changes.</param>
/// <param name="ParentId">The department above; none for the top.</param>
/// <param name="HeadId">The employee who heads it.</param>
/// <param name="RetiredAt">From when it can no longer be chosen; none while it can.</param>
public sealed record DepartmentResponse(
    long Id, string Code, string NameZh, string? NameEn, long? ParentId, string? ParentCode, string? ParentNameZh,
    long? HeadId, string? HeadEmployeeNumber, string? HeadNameZh, DateTimeOffset? RetiredAt, int Version) : IVersioned;

internal static class GetDepartment
{
    /// <summary>Reads a department; everybody may.</summary>
    internal static Task<DepartmentResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        ReadAsync(db, id, cancellation);

    internal static async Task<DepartmentResponse> ReadAsync(TrainingDb db, long id, CancellationToken cancellation) =>
        (await db.Departments.Where(x => x.Id == id).Select(DepartmentRow.Of(db)).OneAsync(cancellation)).ToResponse();
}

/// <summary>A department as it is read, with the code and names of what it refers to.</summary>
internal sealed record DepartmentRow(
    long Id, string Code, string NameZh, string? NameEn, long? ParentId, string? ParentCode, string? ParentNameZh,
    long? HeadId, string? HeadEmployeeNumber, string? HeadNameZh, DateTimeOffset? RetiredAt, int Version)
{
    public static Expression<Func<Department, DepartmentRow>> Of(TrainingDb db) => x => new DepartmentRow(
        x.Id, x.Code, x.NameZh, x.NameEn, x.ParentId,
        db.Departments.Where(y => y.Id == x.ParentId).Select(y => y.Code).FirstOrDefault(),
        db.Departments.Where(y => y.Id == x.ParentId).Select(y => y.NameZh).FirstOrDefault(),
        x.HeadId,
        db.Employees.Where(y => y.Id == x.HeadId).Select(y => y.EmployeeNumber).FirstOrDefault(),
        db.Employees.Where(y => y.Id == x.HeadId).Select(y => y.NameZh).FirstOrDefault(),
        x.RetiredAt, x.Version);

    public DepartmentListItem ToListItem() => new(
        Id, Code, NameZh, NameEn, ParentId, ParentCode, ParentNameZh, HeadId, HeadEmployeeNumber, HeadNameZh, RetiredAt, Version);

    public DepartmentResponse ToResponse() => new(
        Id, Code, NameZh, NameEn, ParentId, ParentCode, ParentNameZh, HeadId, HeadEmployeeNumber, HeadNameZh, RetiredAt, Version);
}
