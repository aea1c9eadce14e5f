using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;

namespace Training.Api.Features.Courses;

/// <summary>A published version of a course.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="PublishedOn">The day on which it was published.</param>
/// <param name="Note">What changed.</param>
/// <param name="CompletionRule">What makes it completed.</param>
/// <param name="PassMark">The least score of who passes, where the rule is a pass mark.</param>
/// <param name="AttendancePercent">Of the minutes of a session that have to be attended.</param>
/// <param name="RequiresSurvey">The survey after a session has to be answered.</param>
/// <param name="RequiresSignOff">The practice has to be signed off.</param>
/// <param name="FunctionCodes">The functions of an occupational standard that it serves, in their order.</param>
/// <param name="Modules">In the order of their numbers.</param>
/// <param name="Questions">The review questions, in the order of their numbers; their answers only for who manages courses.</param>
/// <param name="Materials">What there is to learn from.</param>
public sealed record CourseVersionResponse(
    long CourseId, string CourseCode, int Number, DateOnly PublishedOn, string? Note, string NameZh, string? NameEn, CourseMode Mode,
    decimal? ClassHours, decimal? PracticeHours, int? ValidityMonths, CompletionRule CompletionRule, decimal? PassMark,
    int AttendancePercent, bool RequiresSurvey, bool RequiresSignOff,
    IReadOnlyList<string> FunctionCodes, IReadOnlyList<CourseModuleResponse> Modules, IReadOnlyList<CourseQuestionItem> Questions,
    IReadOnlyList<CourseMaterialItem> Materials);

internal static class GetCourseVersion
{
    /// <summary>A version as it was published, with its modules, questions and materials: what who has begun it finishes on.</summary>
    internal static async Task<CourseVersionResponse> HandleAsync(
        long id, int number, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().OneAsync(id, cancellation);
        var version = await db.Courses.Where(x => x.Id == id).SelectMany(x => x.Versions).Where(x => x.Number == number).AsNoTracking().OneAsync(cancellation);
        var materials = await ListCourseMaterials.Of(db, id, number).OrderBy(x => x.Material.Id).Select(CourseMaterialRow.Item).ToListAsync(cancellation);
        return new CourseVersionResponse(
            course.Id, course.Code, version.Number, version.PublishedOn, version.Note, version.NameZh, version.NameEn, version.Mode,
            version.ClassHours, version.PracticeHours, version.ValidityMonths, version.CompletionRule, version.PassMark,
            version.AttendancePercent, version.RequiresSurvey, version.RequiresSignOff,
            version.FunctionCodes, [.. version.Modules.Select(x => new CourseModuleResponse(x.Number, x.Title.Zh, x.Title.En, x.KeyPoints))],
            [.. version.Questions.Select(x => CourseQuestionItem.Of(x, caller))], materials);
    }
}
