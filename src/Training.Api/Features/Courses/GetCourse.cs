using Training.Api.Data;

namespace Training.Api.Features.Courses;

internal static class GetCourse
{
    /// <summary>A course: its content in preparation, and which versions were published.</summary>
    internal static async Task<CourseResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        await db.ShowAsync(await db.WholeAsync(id, cancellation), cancellation);
}
