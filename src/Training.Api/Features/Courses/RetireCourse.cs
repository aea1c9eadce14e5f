using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Courses;

internal static class RetireCourse
{
    /// <summary>Takes a course out of the catalogue: from now on it can be put into no plan. What was completed stays.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var course = await db.Courses.Include(x => x.Modules).Where(x => x.Id == id).OneAsync(cancellation);
                ifMatch.Accept(course);
                course.Retire(clock.Now);
                await db.FlushAsync(cancellation);
                return CourseResponse.Of(course);
            },
            cancellation);
}
