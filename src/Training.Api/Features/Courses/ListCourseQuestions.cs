using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>An option of a choice.</summary>
/// <param name="IsRight">Whether it is right; shown to who manages courses.</param>
public sealed record QuestionOptionItem(string Zh, string? En, bool? IsRight);

/// <summary>A review question of a course.</summary>
/// <param name="QuestionNumber">Each once in the course.</param>
/// <param name="ModuleNumber">The module it is about; none: the course as a whole.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="TextZh">The question, or the statement that is true or not, in Chinese.</param>
/// <param name="TextEn">The same in English, where there is one.</param>
/// <param name="Options">Of a choice, in their order.</param>
/// <param name="IsTrue">Whether the statement is true; shown to who manages courses.</param>
/// <param name="ModelAnswer">Of a short answer; shown to who manages courses.</param>
public sealed record CourseQuestionItem(
    int QuestionNumber, int? ModuleNumber, QuestionKind Kind, string TextZh, string? TextEn, IReadOnlyList<QuestionOptionItem> Options,
    bool? IsTrue, Bilingual? ModelAnswer)
{
    /// <summary>The question as the person may read it: with its answer only for who manages courses.</summary>
    internal static CourseQuestionItem Of(CourseQuestionContent x, CurrentPerson caller)
    {
        var showsAnswer = caller.ManagesCourses();
        return new(
            x.Number,
            x.ModuleNumber,
            x.Kind,
            x.Text.Zh,
            x.Text.En,
            [.. x.Options.Select(y => new QuestionOptionItem(y.Zh, y.En, showsAnswer ? y.IsRight : null))],
            showsAnswer ? x.IsTrue : null,
            showsAnswer ? x.ModelAnswer : null);
    }
}

internal static class ListCourseQuestions
{
    private static readonly Sorts<CourseQuestionItem> Fields = new(x => x.QuestionNumber, "questionNumber")
    {
        { "questionNumber", x => x.QuestionNumber },
        { "moduleNumber", x => x.ModuleNumber },
    };

    /// <summary>The review questions of a published version; where none is named, in preparation to who manages courses, of the last
    /// published version to others; <c>moduleNumber</c> keeps those of one module. Which
    /// options are right, whether a statement is true, and model answers are shown only to who manages courses.</summary>
    internal static async Task<ListOf<CourseQuestionItem>> HandleAsync(
        long id, [FromQuery(Name = "version")] int? version, [FromQuery(Name = "moduleNumber")] int? moduleNumber, [AsParameters] ListRequest list,
        CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().Include(x => x.Questions).Include(x => x.Versions).AsSplitQuery()
            .OneAsync(id, cancellation);
        version = course.VersionFor(version, caller);
        var questions = version is null ? course.Questions.Select(x => x.Content) : course.Versions.Single(x => x.Number == version).Questions;
        return ListOf.From(
            [.. questions.Where(x => moduleNumber is null || x.ModuleNumber == moduleNumber).Select(x => CourseQuestionItem.Of(x, caller))], Fields, list);
    }
}
