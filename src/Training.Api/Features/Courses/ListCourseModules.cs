using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;

namespace Training.Api.Features.Courses;

/// <summary>A module of a course.</summary>
public sealed record CourseModuleItem(int ModuleNumber, string TitleZh, string? TitleEn, IReadOnlyList<Domain.Rules.Bilingual> KeyPoints);

internal static class ListCourseModules
{
    private static readonly Sorts<CourseModuleItem> Fields = new(x => x.ModuleNumber, "moduleNumber") { { "moduleNumber", x => x.ModuleNumber } };

    /// <summary>The modules with their key points, of a published version; where none is named, in preparation to who manages
    /// courses, of the last published version to others.</summary>
    internal static async Task<ListOf<CourseModuleItem>> HandleAsync(
        long id, [FromQuery(Name = "version")] int? version, [AsParameters] ListRequest list, CurrentPerson caller,
        TrainingDb db, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().Include(x => x.Modules).Include(x => x.Versions).AsSplitQuery()
            .OneAsync(id, cancellation);
        version = course.VersionFor(version, caller);
        IEnumerable<CourseModuleItem> modules = version is null
            ? course.Modules.Select(x => new CourseModuleItem(x.Number, x.TitleZh, x.TitleEn, x.KeyPoints))
            : course.Versions.Single(x => x.Number == version).Modules.Select(x => new CourseModuleItem(x.Number, x.Title.Zh, x.Title.En, x.KeyPoints));
        return ListOf.From([.. modules], Fields, list);
    }
}
