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
/// <param name="DueWorkingDays">How long whoever lacks a course has for it; 60 working days unless given.</param>
public sealed record CreatePositionRequest(
    [KeyLength(1, 32)] string Code, [TextLength(1, 100)] string NameZh, [ItemCount(0, 100)] IReadOnlyList<long> CourseIds,
    [TextLength(0, 100)] string? NameEn = null, [TextLength(0, 4000)] string? DutiesZh = null, [TextLength(0, 4000)] string? DutiesEn = null,
    [ItemCount(0, 100)] IReadOnlyList<RequiredCourseDays>? DueWorkingDays = null);

/// <summary>How long whoever lacks a required course has for it.</summary>
/// <param name="CourseId">One of the required courses.</param>
/// <param name="WorkingDays">5 to 500 working days after the day since when they lack it.</param>
public sealed record RequiredCourseDays(long CourseId, [Within("5", "500")] int WorkingDays);

internal static class CreatePosition
{
    /// <summary>Creates a position. Refused: a code in use; a course that does not exist or is retired.</summary>
    internal static async Task<Created<PositionResponse>> HandleAsync(
        CreatePositionRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var content = new PositionContent(
            new Bilingual(request.NameZh, request.NameEn), request.DutiesZh, request.DutiesEn, request.CourseIds.ToHashSet())
        {
            DueWorkingDays = RequiredCourses.DaysOf(request.CourseIds, request.DueWorkingDays),
        };
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
    /// <summary>By course; the last counts where one is given twice. Refused: for a course that is not required.</summary>
    public static Dictionary<long, int> DaysOf(IReadOnlyList<long> courseIds, IReadOnlyList<RequiredCourseDays>? days)
    {
        var byCourse = new Dictionary<long, int>();
        foreach (var (index, given) in (days ?? []).Index())
        {
            if (!courseIds.Contains(given.CourseId))
            {
                throw PositionRefusals.DaysWithoutCourse.At($"dueWorkingDays[{index}].courseId", ("courseId", given.CourseId));
            }

            byCourse[given.CourseId] = given.WorkingDays;
        }

        return byCourse;
    }

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
