using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Domain.Standards;

namespace Training.Api.Features.Standards;

/// <summary>A level of a standard, with the courses of the catalogue that serve its functions.</summary>
/// <param name="Level">5 (the lowest there can be) to 1 (the highest); a higher one includes the lower ones.</param>
/// <param name="Functions">In the order of their numbers; the weights total exactly 100.</param>
/// <param name="Eligibility">Who may sit the examination: any one of these is enough.</param>
/// <param name="CoursesByFunction">For each function, in the same order, the courses on offer that serve it.</param>
/// <param name="FunctionsWithoutCourse">Codes of the functions that no course on offer serves: the gap in the catalogue.</param>
public sealed record StandardLevelWithCoursesResponse(
    int Level, string TitleZh, string? TitleEn, string QualificationZh, string? QualificationEn,
    IReadOnlyList<StandardFunctionResponse> Functions, IReadOnlyList<EligibilityRule> Eligibility,
    IReadOnlyList<FunctionCourses> CoursesByFunction, IReadOnlyList<string> FunctionsWithoutCourse)
    : StandardLevelResponse(Level, TitleZh, TitleEn, QualificationZh, QualificationEn, Functions, Eligibility)
{
    internal static StandardLevelWithCoursesResponse Of(StandardLevelResponse x, ILookup<string, ServingCourse> serving) => new(
        x.Level,
        x.TitleZh,
        x.TitleEn,
        x.QualificationZh,
        x.QualificationEn,
        x.Functions,
        x.Eligibility,
        [.. x.Functions.Select(y => new FunctionCourses(y.Code, [.. serving[y.Code]]))],
        [.. x.Functions.Select(y => y.Code).Where(y => !serving.Contains(y))]);
}

/// <summary>The courses that serve a function, by code.</summary>
public sealed record FunctionCourses(string FunctionCode, IReadOnlyList<ServingCourse> Courses);

/// <summary>A course that serves a function, under the name of its published version.</summary>
public sealed record ServingCourse(long Id, string Code, string NameZh, string? NameEn);

internal static class GetStandardLevel
{
    /// <summary>One level of a standard: its functions with weights, work contents, skills and knowledge, the courses that serve them,
    /// which no course serves, and who may sit its examination; of the edition in force, or of the number <c>edition</c>.</summary>
    internal static async Task<StandardLevelWithCoursesResponse> HandleAsync(
        string code, int level, [FromQuery(Name = "edition")] int? edition, CurrentPerson caller, Visible visible, TrainingDb db,
        CancellationToken cancellation)
    {
        var standard = await visible.Standards().AsNoTracking().WholeAsync(code, cancellation);
        var found = standard.Edition(edition, caller.IsHumanResources).Levels.FirstOrDefault(x => x.Level == level)
            ?? throw CommonRefusals.Unknown.With();
        var shown = StandardLevelResponse.Of(standard.Code, found);
        return StandardLevelWithCoursesResponse.Of(shown, await ServingAsync(db, [.. shown.Functions.Select(x => x.Code)], cancellation));
    }

    /// <summary>The courses on offer whose published version serves these functions, by the code of the function: what is only in
    /// preparation closes no gap.</summary>
    private static async Task<ILookup<string, ServingCourse>> ServingAsync(
        TrainingDb db, IReadOnlyCollection<string> functions, CancellationToken cancellation) =>
        (await db.Courses.AsNoTracking().Where(x => x.RetiredAt == null)
            .SelectMany(x => x.Versions.Where(y => y.Number == x.PublishedVersion), (course, version) => new
            {
                version.FunctionCodes,
                Course = new ServingCourse(course.Id, course.Code, version.NameZh, version.NameEn),
            })
            .ToListAsync(cancellation))
        .OrderBy(x => x.Course.Code, StringComparer.Ordinal)
        .SelectMany(x => x.FunctionCodes.Where(functions.Contains), (x, code) => (Code: code, x.Course))
        .ToLookup(x => x.Code, x => x.Course);
}
