using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

internal static class AddCourseModule
{
    /// <summary>Adds a module to the content in preparation. Refused: a retired course; a number that is taken or out of bounds.</summary>
    internal static async Task<Created<CourseResponse>> HandleAsync(
        long id, CourseModuleRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        TypedResults.Created(
            $"/api/v1/courses/{id}/modules", await db.ChangeAsync(id, ifMatch, course => course.AddModule(request.Content()), cancellation));
}

internal static class EditCourseModule
{
    /// <summary>Another title, key points or number of a module in preparation; published versions keep what they had, and its
    /// review questions go with it. Refused: a retired course; a number that is taken or out of bounds.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, int number, CourseModuleRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.ChangeAsync(
            id, ifMatch, x => x.ModuleNumbered(number), (course, module) => course.EditModule(module, request.Content()), cancellation);
}

internal static class RemoveCourseModule
{
    /// <summary>Takes a module out of the content in preparation; published versions keep it. Refused: a retired course; one that
    /// a review question is about.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, int number, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.ChangeAsync(
            id, ifMatch, x => x.ModuleNumbered(number), (course, module) => course.RemoveModule(module), cancellation);

    internal static CourseModule ModuleNumbered(this Course course, int number) =>
        course.Modules.SingleOrDefault(x => x.Number == number) ?? throw CommonRefusals.Unknown.With();
}
