using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Rules;

namespace Training.Api.Features.Positions;

/// <summary>A position.</summary>
/// <param name="Code">Unique; never changes.</param>
/// <param name="DutiesZh">The duties, one a line.</param>
/// <param name="Courses">The courses that everybody who holds it must have completed, by code.</param>
/// <param name="RetiredAt">From when it can no longer be chosen; none while it can.</param>
public sealed record PositionResponse(
    long Id, string Code, string NameZh, string? NameEn, string? DutiesZh, string? DutiesEn,
    IReadOnlyList<RequiredCourse> Courses, DateTimeOffset? RetiredAt, int Version) : IVersioned;

/// <summary>A course that a position requires.</summary>
/// <param name="RequiredFrom">Since when; none: since there is the position.</param>
/// <param name="DueWorkingDays">Working days within which whoever lacks it has to complete it.</param>
public sealed record RequiredCourse(long CourseId, string Code, string NameZh, string? NameEn, DateOnly? RequiredFrom, int DueWorkingDays);

internal static class GetPosition
{
    /// <summary>Reads a position; everybody may.</summary>
    internal static Task<PositionResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        ReadAsync(db, id, cancellation);

    internal static Task<PositionResponse> ReadAsync(TrainingDb db, long id, CancellationToken cancellation) =>
        db.Positions.AsNoTracking().Where(x => x.Id == id)
            .Select(x => new PositionResponse(
                x.Id, x.Code, x.NameZh, x.NameEn, x.DutiesZh, x.DutiesEn,
                x.Courses.Join(db.Courses, y => y.CourseId, z => z.Id, (y, z) => new { y, z }).OrderBy(x => x.z.Code)
                    .Select(x => new RequiredCourse(x.z.Id, x.z.Code, x.z.NameZh, x.z.NameEn, x.y.RequiredFrom, x.y.DueWorkingDays)).ToList(),
                x.RetiredAt, x.Version))
            .OneAsync(cancellation);
}
