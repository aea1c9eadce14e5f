using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

/// <summary>A material of a course: either a link or a file.</summary>
/// <param name="Url">A web address; none for a file.</param>
/// <param name="FileName">The file's name; none for a link.</param>
/// <param name="FileLength">In bytes.</param>
/// <param name="AddedIn">The first version it belongs to.</param>
public sealed record CourseMaterialItem(
    long Id, string TitleZh, string? TitleEn, string? Url, string? FileName, int? FileLength, int AddedIn);

/// <summary>A material with its file.</summary>
internal sealed class CourseMaterialRow
{
    public required CourseMaterial Material { get; init; }

    public StoredFile? File { get; init; }

    public static readonly Expression<Func<CourseMaterialRow, CourseMaterialItem>> Item = x => new CourseMaterialItem(
        x.Material.Id, x.Material.TitleZh, x.Material.TitleEn, x.Material.Url, x.File == null ? null : x.File.Name,
        x.File == null ? null : x.File.Length, x.Material.AddedIn);
}

internal static class ListCourseMaterials
{
    private static readonly Sorts<CourseMaterialRow> Fields = new(x => x.Material.Id, "addedIn")
    {
        { "addedIn", x => x.Material.AddedIn },
        { "titleZh", x => x.Material.TitleZh },
    };

    /// <summary>What there is to learn from, in a published version; where none is named, in preparation to who manages
    /// courses, in the last published version to others.</summary>
    internal static async Task<ListOf<CourseMaterialItem>> HandleAsync(
        long id, [FromQuery(Name = "version")] int? version, [AsParameters] ListRequest list, CurrentPerson caller,
        TrainingDb db, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().OneAsync(id, cancellation);
        version = course.VersionFor(version, caller);
        return ListOf.From(Of(db, id, version ?? course.PublishedVersion + 1), Fields, CourseMaterialRow.Item, list);
    }

    /// <summary>The materials of a version; one above the last is the content in preparation.</summary>
    internal static IQueryable<CourseMaterialRow> Of(TrainingDb db, long courseId, int version) =>
        from material in db.Courses.AsNoTracking().Where(x => x.Id == courseId).SelectMany(x => x.Materials)
        where material.AddedIn <= version && (material.WithdrawnIn == null || material.WithdrawnIn > version)
        join file in db.StoredFiles on material.FileId equals file.Id into files
        from file in files.DefaultIfEmpty()
        select new CourseMaterialRow { Material = material, File = file };
}
