using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>A new course.</summary>
public sealed record CreateCourseRequest : EditCourseRequest
{
    /// <summary>Business key, unique without regard to case; never changes.</summary>
    [KeyLength(1, Course.MaxCodeLength)]
    public required string Code { get; init; }
}

internal static class CreateCourse
{
    /// <summary>Adds a course to the catalogue and publishes its first version. Refused: a code that is in use; prerequisites that
    /// do not exist or are retired; functions that no standard in force has.</summary>
    internal static async Task<Created<CourseResponse>> HandleAsync(
        CreateCourseRequest request, OrganisationClock clock, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CourseGraph.Lock, cancellation);
                var code = PlainText.Key(request.Code);
                if (await db.Courses.AnyAsync(x => x.Code == code, cancellation))
                {
                    throw CourseRefusals.CodeTaken.At("code", ("code", code));
                }

                await db.RequirePrerequisitesAsync(0, request.PrerequisiteIds, [], cancellation);
                await db.RequireFunctionsAsync(request.FunctionCodes, [], cancellation);
                var course = Course.Create(code, request.Content(), clock.Today);
                EditCourseRequest.Index(course);
                db.Courses.Add(course);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(course, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/courses/{created.Id}", created);
    }
}
