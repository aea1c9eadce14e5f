using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Courses;

internal static class EditCourse
{
    /// <summary>Replaces the whole content of a course; plans and completions keep naming it. Refused once it is retired.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, EditCourseRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var course = await db.Courses.Include(x => x.Modules).Where(x => x.Id == id).OneAsync(cancellation);
                ifMatch.Require(course);
                course.Edit(request.Content());
                EditCourseRequest.Index(course);
                await db.FlushAsync(cancellation);
                return CourseResponse.Of(course);
            },
            cancellation);
}
