using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

internal static class CoursesRoutes
{
    /// <summary>What the content of a course is refused for.</summary>
    private static readonly Domain.Rules.Refusal[] Content =
    [
        CourseRefusals.StandardLevelOutOfRange, CourseRefusals.HoursOutOfRange, CourseRefusals.LengthOutOfRange,
        CourseRefusals.ValidityOutOfRange, CourseRefusals.ModuleNumberTwice, CourseRefusals.ModuleNumberOutOfRange,
        CourseRefusals.PassMarkMissing, CourseRefusals.PassMarkWithoutRule, CourseRefusals.PassMarkOutOfRange,
        CourseRefusals.PrerequisiteUnknown, CourseRefusals.PrerequisiteRetired, CourseRefusals.FunctionUnknown,
    ];

    /// <summary>What a review question is refused for.</summary>
    private static readonly Domain.Rules.Refusal[] Question =
    [
        CourseRefusals.Retired, CourseRefusals.QuestionNumberTwice, CourseRefusals.QuestionNumberOutOfRange, CourseRefusals.QuestionModuleUnknown,
        CourseRefusals.QuestionOptionsTooFew, CourseRefusals.QuestionNotOneRight, CourseRefusals.QuestionNoneRight,
        CourseRefusals.QuestionAnswerMissing, CourseRefusals.QuestionAnswerNotOfKind,
    ];

    /// <summary>The catalogue of courses.</summary>
    public static void MapCourses(this IEndpointRouteBuilder api)
    {
        var courses = api.MapGroup("/courses").WithTags("courses").RequireAuthorization(Policies.SignedIn);
        courses.MapGet("/", ListCourses.Handle).WithName(nameof(ListCourses));
        courses.MapGet("/{id}", GetCourse.HandleAsync).WithName(nameof(GetCourse)).Refuses(CommonRefusals.Unknown);
        courses.MapGet("/{id}/versions/{number}", GetCourseVersion.HandleAsync).WithName(nameof(GetCourseVersion));
        courses.MapGet("/{id}/modules", ListCourseModules.HandleAsync).WithName(nameof(ListCourseModules));
        courses.MapGet("/{id}/questions", ListCourseQuestions.HandleAsync).WithName(nameof(ListCourseQuestions));
        courses.MapGet("/{id}/materials", ListCourseMaterials.HandleAsync).WithName(nameof(ListCourseMaterials));
        courses.MapGet("/{id}/materials/{materialId}/file", DownloadCourseMaterial.HandleAsync).WithName(nameof(DownloadCourseMaterial))
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream").Refuses(CourseRefusals.MaterialIsLink);

        var managed = api.MapGroup("/courses").WithTags("courses").RequireAuthorization(Policies.ManageCourses);
        managed.MapPost("/", CreateCourse.HandleAsync).WithName(nameof(CreateCourse)).Refuses(CourseRefusals.CodeTaken).Refuses(Content);
        managed.MapPut("/{id}", EditCourse.HandleAsync).WithName(nameof(EditCourse))
            .Refuses(CommonRefusals.Unknown, CourseRefusals.Retired, CourseRefusals.PrerequisiteLoop, CourseRefusals.ModuleHasQuestions).Refuses(Content);
        managed.MapPost("/{id}/publish", PublishCourse.HandleAsync).WithName(nameof(PublishCourse))
            .Refuses(CourseRefusals.Retired, CourseRefusals.NothingToPublish);
        managed.MapPost("/{id}/retire", RetireCourse.HandleAsync).WithName(nameof(RetireCourse))
            .Refuses(CommonRefusals.Unknown, CourseRefusals.Retired, CourseRefusals.SuccessorUnknown)
            .Refuses(CourseRefusals.SuccessorRetired, CourseRefusals.SuccessorSelf);
        MapParts(managed);
    }

    private static void MapParts(RouteGroupBuilder managed)
    {
        managed.MapPost("/{id}/modules", AddCourseModule.HandleAsync).WithName(nameof(AddCourseModule))
            .Refuses(CourseRefusals.Retired, CourseRefusals.TooManyModules, CourseRefusals.ModuleNumberTwice, CourseRefusals.ModuleNumberOutOfRange);
        managed.MapPut("/{id}/modules/{number}", EditCourseModule.HandleAsync).WithName(nameof(EditCourseModule))
            .Refuses(CourseRefusals.Retired, CourseRefusals.ModuleNumberTwice, CourseRefusals.ModuleNumberOutOfRange);
        managed.MapDelete("/{id}/modules/{number}", RemoveCourseModule.HandleAsync).WithName(nameof(RemoveCourseModule))
            .Refuses(CourseRefusals.Retired, CourseRefusals.ModuleHasQuestions);
        managed.MapPost("/{id}/questions", AddCourseQuestion.HandleAsync).WithName(nameof(AddCourseQuestion))
            .Refuses([CourseRefusals.TooManyQuestions, .. Question]);
        managed.MapPut("/{id}/questions/{number}", EditCourseQuestion.HandleAsync).WithName(nameof(EditCourseQuestion)).Refuses(Question);
        managed.MapDelete("/{id}/questions/{number}", RemoveCourseQuestion.HandleAsync).WithName(nameof(RemoveCourseQuestion))
            .Refuses(CourseRefusals.Retired);
        managed.MapPost("/{id}/materials", AddCourseLink.HandleAsync).WithName(nameof(AddCourseLink))
            .Refuses(CourseRefusals.Retired, CourseRefusals.TooManyMaterials, CourseRefusals.LinkNotWeb);
        managed.MapPost("/{id}/materials/file", AddCourseFile.HandleAsync).WithName(nameof(AddCourseFile)).TakesUpload(Files.MostBytes)
            .Refuses(CourseRefusals.Retired, CourseRefusals.TooManyMaterials, CommonRefusals.VersionMissing, DataRefusals.FileKind);
        managed.MapDelete("/{id}/materials/{materialId}", RemoveCourseMaterial.HandleAsync).WithName(nameof(RemoveCourseMaterial))
            .Refuses(CourseRefusals.Retired);
    }
}
