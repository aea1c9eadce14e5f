using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Positions;

/// <summary>The whole of what may be edited about a position.</summary>
/// <param name="CourseIds">The courses that everybody who holds it must have completed; a course given twice counts once.</param>
/// <param name="DutiesZh">The duties, one a line.</param>
/// <param name="DueWorkingDays">How long whoever lacks a course has for it; 60 working days unless given.</param>
public sealed record EditPositionRequest(
    [TextLength(1, 100)] string NameZh, [ItemCount(0, 100)] IReadOnlyList<long> CourseIds,
    [TextLength(0, 100)] string? NameEn = null, [TextLength(0, 4000)] string? DutiesZh = null, [TextLength(0, 4000)] string? DutiesEn = null,
    [ItemCount(0, 100)] IReadOnlyList<RequiredCourseDays>? DueWorkingDays = null);

internal static class EditPosition
{
    /// <summary>Edits a position as a whole. Refused: a retired one; a course that does not exist, or is newly required though
    /// retired.</summary>
    internal static Task<PositionResponse> HandleAsync(
        long id, EditPositionRequest request, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var position = await db.Positions.Include(x => x.Courses).OneAsync(id, cancellation);
                ifMatch.Require(position);
                await RequiredCourses.RequireAsync(db, request.CourseIds, [.. position.Courses.Select(x => x.CourseId)], cancellation);
                position.Edit(new PositionContent(
                    new Bilingual(request.NameZh, request.NameEn), request.DutiesZh, request.DutiesEn, request.CourseIds.ToHashSet())
                {
                    DueWorkingDays = RequiredCourses.DaysOf(request.CourseIds, request.DueWorkingDays),
                }, clock.Today);
                await db.FlushAsync(cancellation);
                return await GetPosition.ReadAsync(db, id, cancellation);
            },
            cancellation);
}
