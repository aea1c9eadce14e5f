using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Courses;

namespace Training.Api.Queries;

/// <summary>What is retired is asked of nobody anew.</summary>
internal static class RetiredCourses
{
    /// <summary>Refuses when one of the courses is retired, naming the first by code.</summary>
    public static async Task RefuseRetiredAsync(this TrainingDb db, IReadOnlyCollection<long> courseIds, CancellationToken cancellation)
    {
        var retired = await db.Courses.Where(x => courseIds.Contains(x.Id) && x.RetiredAt != null)
            .OrderBy(x => x.Code).Select(x => x.Code).FirstOrDefaultAsync(cancellation);
        if (retired is not null)
        {
            throw CourseRefusals.Retired.With(("code", retired));
        }
    }
}
