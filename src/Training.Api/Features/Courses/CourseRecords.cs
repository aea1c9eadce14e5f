using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

/// <summary>Reading courses whole, and what they refer to.</summary>
internal static class CourseRecords
{
    /// <summary>Held while prerequisites or successors change: a loop may be closed by two courses.</summary>
    public const string Lock = "course-graph";

    /// <summary>The course with all that belongs to it.</summary>
    public static Task<Course> WholeAsync(this TrainingDb db, long id, CancellationToken cancellation) =>
        db.Courses.Include(x => x.Modules).Include(x => x.Versions).Include(x => x.Materials).Include(x => x.Prerequisites).AsSplitQuery()
            .OneAsync(id, cancellation);

    /// <summary>Refuses prerequisites that do not exist, newly chosen ones that are retired, and a loop.</summary>
    /// <param name="courseId">0 for a course to be: nothing requires it yet.</param>
    public static async Task RequirePrerequisitesAsync(
        this TrainingDb db, long courseId, IReadOnlyList<long> wanted, IReadOnlyCollection<long> already, CancellationToken cancellation)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var known = await db.Courses.AsNoTracking().Where(x => wanted.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.RetiredAt }).ToDictionaryAsync(x => x.Id, cancellation);
        foreach (var (index, id) in wanted.Index())
        {
            if (!known.TryGetValue(id, out var course))
            {
                throw CourseRefusals.PrerequisiteUnknown.At($"prerequisiteIds[{index}]", ("courseId", id));
            }

            if (course.RetiredAt is not null && !already.Contains(id))
            {
                throw CourseRefusals.PrerequisiteRetired.At($"prerequisiteIds[{index}]", ("code", course.Code));
            }
        }

        var edges = await db.Courses.SelectMany(x => x.Prerequisites).Select(x => new { x.CourseId, x.RequiredId }).ToListAsync(cancellation);
        if (CoursePrerequisites.Loop(courseId, wanted, edges.Select(x => (x.CourseId, x.RequiredId))) is { } loop)
        {
            var codes = await db.Courses.Where(x => loop.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
            throw CourseRefusals.PrerequisiteLoop.At("prerequisiteIds", ("path", string.Join(" → ", loop.Select(x => codes[x]))));
        }
    }

    /// <summary>The course as it is answered.</summary>
    public static async Task<CourseResponse> ShowAsync(this TrainingDb db, Course course, CancellationToken cancellation)
    {
        var others = course.Prerequisites.Select(x => x.RequiredId).Append(course.SuccessorId ?? 0).ToHashSet();
        var named = await db.Courses.AsNoTracking().Where(x => others.Contains(x.Id))
            .Select(x => new NamedCourse(x.Id, x.Code, x.NameZh, x.NameEn)).ToDictionaryAsync(x => x.Id, cancellation);
        return CourseResponse.Of(course, named);
    }
}
