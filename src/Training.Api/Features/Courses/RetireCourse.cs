using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

/// <summary>What follows a course.</summary>
/// <param name="SuccessorId">The course that takes its place: where a position requires the retired one, it requires this instead.</param>
/// <param name="CountsForSuccessor">Who completed the retired one need not complete the successor while that completion counts.</param>
public sealed record RetireCourseRequest(long? SuccessorId = null, bool CountsForSuccessor = false);

internal static class RetireCourse
{
    /// <summary>Takes a course out of the catalogue: from now on it can be put into no plan, and no plan with it is approved. What was
    /// completed stays, and plans that were approved go on with it. Refused: a second time; a successor that does not exist, is retired, or is the course itself.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, RetireCourseRequest request, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CourseGraph.Lock, cancellation);
                var course = await db.WholeAsync(id, cancellation);
                ifMatch.Require(course);
                var successor = request.SuccessorId is { } successorId
                    ? await db.Courses.SingleOrDefaultAsync(x => x.Id == successorId, cancellation)
                        ?? throw CourseRefusals.SuccessorUnknown.At("successorId", ("courseId", successorId))
                    : null;
                var replaced = await db.Courses.Where(x => x.ReplacedById == id).ToListAsync(cancellation);
                course.Retire(clock.Now, clock.Today, successor, request.CountsForSuccessor, replaced);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(course, cancellation);
            },
            cancellation);
}
