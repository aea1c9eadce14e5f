using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Courses;

internal static class EditCourse
{
    /// <summary>Replaces the whole content in preparation: the catalogue shows it at once, and who begins the course once it is
    /// published takes it; versions that were published keep what they had. Refused: a retired course;
    /// prerequisites that do not exist, are newly chosen though retired, or make a loop; newly chosen functions that no standard in
    /// force has; without a module that a review question is about. The questions stay as they are.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, EditCourseRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CourseGraph.Lock, cancellation);
                var course = await db.WholeAsync(id, cancellation);
                ifMatch.Require(course);
                await db.RequirePrerequisitesAsync(id, request.PrerequisiteIds, [.. course.Prerequisites.Select(x => x.RequiredId)], cancellation);
                await db.RequireFunctionsAsync(request.FunctionCodes, [.. course.Functions.Select(x => x.FunctionCode)], cancellation);
                course.Edit(request.Content());
                EditCourseRequest.Index(course);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(course, cancellation);
            },
            cancellation);
}
