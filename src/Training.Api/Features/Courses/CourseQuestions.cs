using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>An option of a choice.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English, where there is one.</param>
/// <param name="IsRight">Whether it is right.</param>
public sealed record QuestionOptionRequest(
    [TextLength(1, Course.MaxNameLength)] string Zh, [TextLength(0, Course.MaxNameLength)] string? En = null, bool IsRight = false);

/// <summary>A review question of a course.</summary>
/// <param name="Number">1 to 200, each once.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="TextZh">The question, or the statement that is true or not, in Chinese.</param>
/// <param name="TextEn">The same in English, where there is one.</param>
/// <param name="ModuleNumber">The module it is about; none: the course as a whole.</param>
/// <param name="Options">Of a choice 2 to 20: of a single choice exactly one is right, of a multiple choice at least one.</param>
/// <param name="IsTrue">Whether the statement is true, where that is the question.</param>
/// <param name="ModelAnswer">Of a short answer.</param>
public sealed record CourseQuestionRequest(
    int Number,
    QuestionKind Kind,
    [TextLength(1, Course.MaxTextLength)] string TextZh,
    [TextLength(0, Course.MaxTextLength)] string? TextEn = null,
    int? ModuleNumber = null,
    [ItemCount(0, 20)] IReadOnlyList<QuestionOptionRequest>? Options = null,
    bool? IsTrue = null,
    BilingualText? ModelAnswer = null)
{
    internal CourseQuestionContent Content() => new(
        Number, ModuleNumber, Kind, new Bilingual(TextZh, TextEn), [.. (Options ?? []).Select(x => new QuestionOption(x.Zh, x.En, x.IsRight))],
        IsTrue, ModelAnswer?.Plain());
}

internal static class AddCourseQuestion
{
    /// <summary>Adds a review question to the content in preparation. Refused: a retired course; a number that is taken or out of bounds;
    /// a module that the course does not have; an answer that is missing, or is not of the kind.</summary>
    internal static async Task<Created<CourseResponse>> HandleAsync(
        long id, CourseQuestionRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        TypedResults.Created(
            $"/api/v1/courses/{id}/questions", await db.ChangeAsync(id, ifMatch, course => course.AddQuestion(request.Content()), cancellation));
}

internal static class EditCourseQuestion
{
    /// <summary>Another content or number of a review question in preparation; published versions keep what they had. Refused: as for a
    /// new one.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, int number, CourseQuestionRequest request, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.ChangeAsync(
            id, ifMatch, x => x.QuestionNumbered(number), (course, question) => course.EditQuestion(question, request.Content()), cancellation);
}

internal static class RemoveCourseQuestion
{
    /// <summary>Takes a review question out of the content in preparation; published versions keep it. Refused: a retired course.</summary>
    internal static Task<CourseResponse> HandleAsync(
        long id, int number, IfMatch ifMatch, TrainingDb db, CancellationToken cancellation) =>
        db.ChangeAsync(
            id, ifMatch, x => x.QuestionNumbered(number), (course, question) => course.RemoveQuestion(question), cancellation);

    internal static CourseQuestion QuestionNumbered(this Course course, int number) =>
        course.Questions.SingleOrDefault(x => x.Number == number) ?? throw CommonRefusals.Unknown.With();
}
