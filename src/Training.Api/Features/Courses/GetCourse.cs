using Training.Api.Access;
using Training.Api.Data;

namespace Training.Api.Features.Courses;

internal static class GetCourse
{
    /// <summary>A course, and which versions were published: to who manages courses with the content in preparation, to others with that
    /// of the last published version.</summary>
    internal static async Task<CourseResponse> HandleAsync(long id, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var course = await db.WholeAsync(id, cancellation);
        var inPreparation = await db.ShowAsync(course, cancellation);
        return caller.ManagesCourses() ? inPreparation : inPreparation.With(course.Versions.Single(x => x.Number == course.PublishedVersion));
    }
}
