using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

internal static class CoursesRoutes
{
    /// <summary>The catalogue of courses.</summary>
    public static void MapCourses(this IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup("/courses").WithTags("courses");

        courses.MapGet("/", ListCourses.Handle).WithName(nameof(ListCourses)).RequireAuthorization(Policies.SignedIn);
        courses.MapGet("/{id}", GetCourse.HandleAsync).WithName(nameof(GetCourse)).RequireAuthorization(Policies.SignedIn)
            .Refuses(CommonRefusals.Unknown);

        var managed = courses.MapGroup("").RequireAuthorization(Policies.ManageCourses);
        managed.MapPost("/", CreateCourse.HandleAsync).WithName(nameof(CreateCourse))
            .Refuses(CourseRefusals.CodeTaken).Refuses(Content);
        managed.MapPut("/{id}", EditCourse.HandleAsync).WithName(nameof(EditCourse))
            .Refuses(CommonRefusals.Unknown, CourseRefusals.Retired).Refuses(Content);
        managed.MapPost("/{id}/retire", RetireCourse.HandleAsync).WithName(nameof(RetireCourse))
            .Refuses(CommonRefusals.Unknown, CourseRefusals.Retired);
    }

    /// <summary>What the content of a course is refused for.</summary>
    private static readonly Domain.Rules.Refusal[] Content =
    [
        CourseRefusals.StandardLevelOutOfRange, CourseRefusals.HoursOutOfRange, CourseRefusals.LengthOutOfRange,
        CourseRefusals.ValidityOutOfRange, CourseRefusals.ModuleNumberTwice, CourseRefusals.ModuleNumberOutOfRange,
    ];
}
