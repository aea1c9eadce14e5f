using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Features.Courses;

/// <summary>Reading courses whole, and what they refer to.</summary>
internal static class CourseRecords
{
    /// <summary>The course with all that belongs to it.</summary>
    public static Task<Course> WholeAsync(this TrainingDb db, long id, CancellationToken cancellation) =>
        db.Courses.Include(x => x.Modules).Include(x => x.Questions).Include(x => x.Functions).Include(x => x.Versions).Include(x => x.Materials)
            .Include(x => x.Prerequisites).AsSplitQuery().OneAsync(id, cancellation);

    /// <summary>One change of a course, in one write: 404, 412, then what the change refuses.</summary>
    public static Task<CourseResponse> ChangeAsync(
        this TrainingDb db, long id, IfMatch ifMatch, Action<Course> change, CancellationToken cancellation) =>
        db.ChangeAsync(id, ifMatch, x => x, (course, _) => change(course), cancellation);

    /// <summary>One change of a part of a course; <paramref name="find"/> refuses a part that it does not have, before the version
    /// is looked at.</summary>
    public static Task<CourseResponse> ChangeAsync<T>(
        this TrainingDb db, long id, IfMatch ifMatch, Func<Course, T> find, Action<Course, T> change, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var course = await db.WholeAsync(id, cancellation);
            var part = find(course);
            ifMatch.Require(course);
            change(course, part);
            await db.FlushAsync(cancellation);
            return await db.ShowAsync(course, cancellation);
        },
        cancellation);

    /// <summary>The version asked for: none is the content in preparation to who manages courses, and to others the last that was
    /// published. Refuses the number of a version that was never published.</summary>
    public static int? VersionFor(this Course course, int? asked, CurrentPerson caller)
    {
        if (asked < 1 || asked > course.PublishedVersion)
        {
            throw CommonRefusals.Unknown.With();
        }

        return asked ?? (caller.ManagesCourses() ? null : course.PublishedVersion);
    }

    public static bool ManagesCourses(this CurrentPerson caller) => Policies.Permit(caller.Roles, Policies.ManageCourses);

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

        if (CoursePrerequisites.Loop(courseId, wanted, await db.PrerequisitesAsync(cancellation)) is { } loop)
        {
            var codes = await db.Courses.Where(x => loop.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
            throw CourseRefusals.PrerequisiteLoop.At("prerequisiteIds", ("path", string.Join(" → ", loop.Select(x => codes[x]))));
        }
    }

    /// <summary>Refuses functions that no standard in force has, unless the course has them already.</summary>
    public static async Task RequireFunctionsAsync(
        this TrainingDb db, IReadOnlyList<string> wanted, IReadOnlyCollection<string> already, CancellationToken cancellation)
    {
        var codes = wanted.Select(PlainText.Key).ToList();
        var known = await db.FunctionsAsync(codes, cancellation);
        foreach (var (index, code) in codes.Index())
        {
            if (!known.ContainsKey(code) && !already.Contains(code))
            {
                throw CourseRefusals.FunctionUnknown.At($"functionCodes[{index}]", ("function", code));
            }
        }
    }

    /// <summary>Those of the codes that a standard in force has, with their names.</summary>
    private static async Task<Dictionary<string, FunctionInForce>> FunctionsAsync(
        this TrainingDb db, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        var standards = codes.Select(Standard.OfFunction).OfType<string>().ToHashSet();
        return standards.Count == 0
            ? []
            : (await db.FunctionsInForce(standards).ToListAsync(cancellation)).Where(x => codes.Contains(x.Code)).ToDictionary(x => x.Code);
    }

    /// <summary>The course as it is answered.</summary>
    public static async Task<CourseResponse> ShowAsync(this TrainingDb db, Course course, CancellationToken cancellation)
    {
        var others = course.Prerequisites.Select(x => x.RequiredId).Append(course.SuccessorId ?? 0).ToHashSet();
        var named = await db.Courses.AsNoTracking().Where(x => others.Contains(x.Id))
            .Select(x => new NamedCourse(x.Id, x.Code, x.NameZh, x.NameEn)).ToDictionaryAsync(x => x.Id, cancellation);
        var functions = await db.FunctionsAsync([.. course.Functions.Select(x => x.FunctionCode)], cancellation);
        return CourseResponse.Of(course, named, functions);
    }
}
