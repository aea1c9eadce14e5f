using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Positions;

/// <summary>A position to be.</summary>
/// <param name="Code">1 to 32 characters, unique without regard to case; never changes.</param>
/// <param name="CourseIds">The courses that everybody who holds it must have completed; a course given twice counts once.</param>
/// <param name="DutiesZh">The duties, one a line.</param>
public sealed record CreatePositionRequest(
    [KeyLength(1, 32)] string Code, [TextLength(1, 100)] string NameZh, [ItemCount(0, 100)] IReadOnlyList<long> CourseIds,
    [TextLength(0, 100)] string? NameEn = null, [TextLength(0, 4000)] string? DutiesZh = null, [TextLength(0, 4000)] string? DutiesEn = null);

internal static class CreatePosition
{
    /// <summary>Creates a position. Refused: a code in use; a course that does not exist or is retired.</summary>
    internal static async Task<Created<PositionResponse>> HandleAsync(
        CreatePositionRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var content = new PositionContent(
            new Bilingual(request.NameZh, request.NameEn), request.DutiesZh, request.DutiesEn, request.CourseIds.ToHashSet());
        var response = await db.WriteAsync(
            async () =>
            {
                var position = Position.Create(request.Code, content);
                if (await db.Positions.AnyAsync(x => x.Code == position.Code, cancellation))
                {
                    throw PositionRefusals.CodeTaken.At("code", ("code", position.Code));
                }

                await RequiredCourses.RequireAsync(db, request.CourseIds, [], cancellation);
                db.Positions.Add(position);
                await db.FlushAsync(cancellation);
                return await GetPosition.ReadAsync(db, position.Id, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/positions/{response.Id}", response);
    }
}

internal static class RequiredCourses
{
    /// <summary>Refuses courses that do not exist, and retired ones that the position does not require already.</summary>
    public static async Task RequireAsync(
        TrainingDb db, IReadOnlyList<long> courseIds, IReadOnlyCollection<long> already, CancellationToken cancellation)
    {
        var known = await db.Courses.AsNoTracking().Where(x => courseIds.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.RetiredAt }).ToDictionaryAsync(x => x.Id, cancellation);
        foreach (var (index, courseId) in courseIds.Index())
        {
            if (!known.TryGetValue(courseId, out var course))
            {
                throw PositionRefusals.CourseUnknown.At($"courseIds[{index}]", ("courseId", courseId));
            }

            if (course.RetiredAt is not null && !already.Contains(courseId))
            {
                throw PositionRefusals.CourseRetired.At($"courseIds[{index}]", ("courseCode", course.Code));
            }
        }
    }
}
