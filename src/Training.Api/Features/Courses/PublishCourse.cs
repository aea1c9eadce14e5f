using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

/// <summary>The next version.</summary>
/// <param name="Note">What changed, for those who teach it.</param>
public sealed record PublishCourseRequest([TextLength(0, CourseVersion.MaxNoteLength)] string? Note = null);

internal static class PublishCourse
{
    /// <summary>Publishes the content in preparation as the next version: who begins from now on, begins it; who has begun an earlier
    /// one finishes on that. Refused: a retired course; when nothing has changed.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, PublishCourseRequest request, IfMatch ifMatch, OrganisationClock clock, TrainingDb db, CancellationToken cancellation) =>
        db.ChangeAsync(id, ifMatch, course => course.Publish(clock.Today, request.Note), cancellation);
}
