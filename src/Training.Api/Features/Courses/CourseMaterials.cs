using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>A link to learn from.</summary>
/// <param name="Url">A web address (<c>http</c> or <c>https</c>).</param>
public sealed record AddCourseLinkRequest(
    [TextLength(1, Course.MaxNameLength)] string TitleZh,
    [TextLength(1, CourseMaterial.MaxUrlLength)] string Url,
    [TextLength(0, Course.MaxNameLength)] string? TitleEn = null);

/// <summary>How the file is called in the course.</summary>
/// <param name="TitleZh">Chinese title; the file's name unless given.</param>
/// <param name="TitleEn">English title.</param>
public sealed record CourseFileTitle(
    [FromQuery(Name = "titleZh"), TextLength(1, Course.MaxNameLength)] string? TitleZh = null,
    [FromQuery(Name = "titleEn"), TextLength(0, Course.MaxNameLength)] string? TitleEn = null);

internal static class AddCourseLink
{
    /// <summary>Adds a link to the content in preparation. Refused: a retired course; what is no web address.</summary>
    internal static async Task<Created<CourseResponse>> HandleAsync(
        long id, AddCourseLinkRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        TypedResults.Created(
            $"/api/v1/courses/{id}/materials",
            await db.ChangeAsync(id, ifMatch, course => course.AddLink(new Bilingual(request.TitleZh, request.TitleEn), request.Url), cancellation));
}

internal static class AddCourseFile
{
    /// <summary>Adds a file to the content in preparation: PDF, PNG, JPEG, an Office workbook or document, or plain text, at most
    /// 10 MB. Refused: a retired course; a file of another kind.</summary>
    internal static async Task<Created<CourseResponse>> HandleAsync(
        long id, Upload file, [AsParameters] CourseFileTitle title, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        TypedResults.Created($"/api/v1/courses/{id}/materials", await db.WriteAsync(
            async () =>
            {
                var course = await db.WholeAsync(id, cancellation);
                ifMatch.Require(course);
                course.RefuseIfRetired();
                var stored = await Files.AddAsync(db, file.Name ?? $"{course.Code}-{course.Materials.Count + 1}", file.Bytes, cancellation);
                course.AddFile(new Bilingual(title.TitleZh ?? PlainText.Cut(stored.Name, Course.MaxNameLength), title.TitleEn), stored.Id);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(course, cancellation);
            },
            cancellation));
}

internal static class RemoveCourseMaterial
{
    /// <summary>Takes a material out of the content in preparation; published versions keep it. Refused: a retired course.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, long materialId, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var course = await db.WholeAsync(id, cancellation);
            var material = course.Materials.SingleOrDefault(x => x.Id == materialId && x.IsIn(course.PublishedVersion + 1))
                ?? throw CommonRefusals.Unknown.With();
            ifMatch.Require(course);
            var needless = course.Remove(material);
            await db.FlushAsync(cancellation);
            await Files.RemoveAsync(db, needless, cancellation);
            return await db.ShowAsync(course, cancellation);
        },
        cancellation);
}

internal static class DownloadCourseMaterial
{
    /// <summary>The file of a material, of any published version; one in preparation to who manages courses. Always as an attachment.
    /// Refused: a link.</summary>
    internal static async Task<FileContentHttpResult> HandleAsync(
        long id, long materialId, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var seesAll = caller.ManagesCourses();
        var material = await db.Courses.AsNoTracking().Where(x => x.Id == id)
            .SelectMany(x => x.Materials.Where(y => seesAll || y.AddedIn <= x.PublishedVersion)).Where(x => x.Id == materialId).OneAsync(cancellation);
        var fileId = material.FileId ?? throw CourseRefusals.MaterialIsLink.With(("url", material.Url));
        var file = await db.StoredFiles.AsNoTracking().OneAsync(fileId, cancellation);
        return TypedResults.File(await Files.BytesAsync(db, fileId, cancellation), file.MediaType, file.Name);
    }
}
