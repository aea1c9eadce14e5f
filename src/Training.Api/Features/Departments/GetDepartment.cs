using System.Linq.Expressions;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Departments;

/// <summary>A department.</summary>
/// <param name="Code">Unique; never changes.</param>
/// <param name="ParentId">The department above; none for the top.</param>
/// <param name="HeadId">The employee who heads it today; none: nobody.</param>
/// <param name="RetiredAt">From when it can no longer be chosen; none while it can.</param>
/// <param name="Heads">Who headed it from which day to which, earliest first, the present one last.</param>
public sealed record DepartmentResponse(
    long Id, string Code, string NameZh, string? NameEn, long? ParentId, string? ParentCode, string? ParentNameZh,
    long? HeadId, string? HeadEmployeeNumber, string? HeadNameZh, DateTimeOffset? RetiredAt, IReadOnlyList<DatedHead> Heads, int Version) : IVersioned;

internal static class GetDepartment
{
    /// <summary>Reads a department; everybody may.</summary>
    internal static Task<DepartmentResponse> HandleAsync(long id, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        ReadAsync(db, id, clock.Today, cancellation);

    internal static async Task<DepartmentResponse> ReadAsync(TrainingDb db, long id, DateOnly today, CancellationToken cancellation)
    {
        var row = await db.Departments.Where(x => x.Id == id).Select(DepartmentRow.Of(db)).OneAsync(cancellation);
        return row.ToResponse(await db.HeadTermsOfAsync(id, cancellation), today);
    }
}

/// <summary>A department as it is read, with the code and name of the one above.</summary>
internal sealed record DepartmentRow(
    long Id, string Code, string NameZh, string? NameEn, long? ParentId, string? ParentCode, string? ParentNameZh, DateTimeOffset? RetiredAt, int Version)
{
    public static Expression<Func<Department, DepartmentRow>> Of(TrainingDb db) => x => new DepartmentRow(
        x.Id, x.Code, x.NameZh, x.NameEn, x.ParentId,
        db.Departments.Where(y => y.Id == x.ParentId).Select(y => y.Code).FirstOrDefault(),
        db.Departments.Where(y => y.Id == x.ParentId).Select(y => y.NameZh).FirstOrDefault(),
        x.RetiredAt, x.Version);

    public DepartmentListItem ToListItem(HeadTerm? head) => new(
        Id, Code, NameZh, NameEn, ParentId, ParentCode, ParentNameZh, head?.EmployeeId, head?.EmployeeNumber, head?.NameZh, RetiredAt, Version);

    public DepartmentResponse ToResponse(IReadOnlyList<HeadTerm> heads, DateOnly today)
    {
        var head = heads.FirstOrDefault(x => x.HoldsOn(today));
        return new(
            Id, Code, NameZh, NameEn, ParentId, ParentCode, ParentNameZh, head?.EmployeeId, head?.EmployeeNumber, head?.NameZh, RetiredAt,
            [.. heads.Select(x => new DatedHead(new(x.EmployeeId, x.EmployeeNumber, x.NameZh, x.NameLatin), x.From, x.To))], Version);
    }
}
