using Microsoft.EntityFrameworkCore;

namespace Training.Api.Data;

/// <summary>Which courses have to be completed before which.</summary>
internal static class CourseGraph
{
    /// <summary>Held while prerequisites or successors change: a loop may be closed by two courses.</summary>
    public const string Lock = "course-graph";

    /// <summary>Every prerequisite there is.</summary>
    public static async Task<List<(long CourseId, long RequiredId)>> PrerequisitesAsync(this TrainingDb db, CancellationToken cancellation)
    {
        var edges = await db.Courses.SelectMany(x => x.Prerequisites).Select(x => new { x.CourseId, x.RequiredId }).ToListAsync(cancellation);
        return [.. edges.Select(x => (x.CourseId, x.RequiredId))];
    }
}
