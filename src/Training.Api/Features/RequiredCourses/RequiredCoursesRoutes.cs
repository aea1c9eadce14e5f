using Training.Api.Access;

namespace Training.Api.Features.RequiredCourses;

internal static class RequiredCoursesRoutes
{
    /// <summary>Who lacks which of the courses that their position requires.</summary>
    public static void MapRequiredCourses(this IEndpointRouteBuilder api)
    {
        var my = api.MapGroup("/my").WithTags("my").RequireAuthorization(Policies.SignedIn);
        my.MapGet("/required-courses", ListMyRequiredCourses.HandleAsync).WithName(nameof(ListMyRequiredCourses));
        my.MapGet("/team/required-courses", ListTeamRequiredCourses.HandleAsync).WithName(nameof(ListTeamRequiredCourses));

        api.MapGroup("/reports").WithTags("reports").RequireAuthorization(Policies.ReadReports)
            .MapGet("/required-courses", ReportRequiredCourses.HandleAsync).WithName(nameof(ReportRequiredCourses));
    }
}
