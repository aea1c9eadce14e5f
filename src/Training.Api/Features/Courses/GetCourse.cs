using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Features.Courses;

internal static class GetCourse
{
    /// <summary>A course with its modules.</summary>
    internal static async Task<CourseResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        CourseResponse.Of(await db.Courses.AsNoTracking().Include(x => x.Modules).Where(x => x.Id == id).OneAsync(cancellation));
}
