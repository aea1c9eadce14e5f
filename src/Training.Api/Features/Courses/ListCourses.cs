using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>A course in the list.</summary>
/// <param name="FunctionCodes">The functions of an occupational standard that it serves, in their order.</param>
public sealed record CourseListItem(
    long Id,
    string Code,
    string NameZh,
    string? NameEn,
    CourseCategory Category,
    int? StandardLevel,
    CourseMode Mode,
    IReadOnlyList<string> FunctionCodes,
    decimal? ClassHours,
    decimal? PracticeHours,
    int? ValidityMonths,
    DateTimeOffset? RetiredAt,
    int PublishedVersion,
    int Version);

internal static class ListCourses
{
    private static readonly Sorts<Course> Fields = new(x => x.Id, "code")
    {
        { "code", x => x.Code },
        { "name", x => x.NameSortKey },
        { "category", x => x.Category },
    };

    /// <summary>The catalogue, with the content in preparation where it has changed since it was published. <c>q</c> looks in code, names and the initials of both names; <c>function</c> keeps those
    /// that serve the function of that code (<c>CSM-3-1</c>); <c>retired</c> keeps only the retired (<c>true</c>) or only the offered
    /// (<c>false</c>).</summary>
    internal static ListOf<CourseListItem> Handle(
        [FromQuery(Name = "category")] Choice<CourseCategory>? category,
        [FromQuery(Name = "mode")] Choice<CourseMode>? mode,
        [FromQuery(Name = "standardLevel")] int? standardLevel,
        [FromQuery(Name = "function")] string? function,
        [FromQuery(Name = "retired")] bool? retired,
        [AsParameters] SearchRequest list,
        TrainingDb db)
    {
        var courses = db.Courses.AsNoTracking().Where(x => standardLevel == null || x.StandardLevel == standardLevel);
        if (mode is { Value: var taught })
        {
            courses = courses.Where(x => x.Mode == taught);
        }

        if (category is { Value: var asked })
        {
            courses = courses.Where(x => x.Category == asked);
        }

        if (PlainText.OrNull(function) is { } served)
        {
            var functionCode = PlainText.Key(served);
            courses = courses.Where(x => x.Functions.Any(y => y.FunctionCode == functionCode));
        }

        if (retired is { } isRetired)
        {
            courses = courses.Where(x => x.RetiredAt != null == isRetired);
        }

        if (list.Typed is { } typed)
        {
            courses = courses.Where(x => x.SearchText.Contains(typed));
        }

        return ListOf.From(
            courses,
            Fields,
            x => new CourseListItem(
                x.Id, x.Code, x.NameZh, x.NameEn, x.Category, x.StandardLevel, x.Mode,
                x.Functions.OrderBy(y => y.FunctionCode).Select(y => y.FunctionCode).ToList(), x.ClassHours, x.PracticeHours, x.ValidityMonths,
                x.RetiredAt, x.PublishedVersion, x.Version),
            list);
    }
}
