using Training.Api.Data;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>A module of a course.</summary>
public sealed record CourseModuleResponse(int Number, string TitleZh, string? TitleEn, IReadOnlyList<Bilingual> KeyPoints);

/// <summary>A course as another names it.</summary>
public sealed record NamedCourse(long Id, string Code, string NameZh, string? NameEn);

/// <summary>A function of an occupational standard that a course serves.</summary>
/// <param name="Code">Standard, level and number: <c>CSM-3-1</c>.</param>
/// <param name="NameZh">Chinese name; none where no standard in force has the function any more.</param>
/// <param name="NameEn">English name, where there is one.</param>
public sealed record ServedFunction(string Code, string? NameZh, string? NameEn);

/// <summary>A published version among those of its course.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="PublishedOn">From this day on people begin it, until the next is published.</param>
/// <param name="Note">What changed.</param>
public sealed record CourseVersionLine(int Number, DateOnly PublishedOn, string? Note);

/// <summary>A course with its modules: the content in preparation to who manages courses, the last published one to others.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Business key; never changes.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name, where there is one.</param>
/// <param name="Category">Where the course comes from.</param>
/// <param name="StandardLevel">Level of the occupational standard, 3 (lowest) to 1 (highest), or none.</param>
/// <param name="Mode">How it is taught, for the greater part.</param>
/// <param name="ClassHours">Hours in class.</param>
/// <param name="PracticeHours">Hours of practice.</param>
/// <param name="Length">How long a run takes on the calendar.</param>
/// <param name="AudienceZh">For whom, in Chinese.</param>
/// <param name="AudienceEn">For whom, in English.</param>
/// <param name="SourceDocument">The document it was taken from.</param>
/// <param name="SourceLocator">The place in the document.</param>
/// <param name="ValidityMonths">After how many months a completion has to be repeated; none: never.</param>
/// <param name="CompletionRule">What makes it completed.</param>
/// <param name="PassMark">The least score of who passes, where the rule is a pass mark.</param>
/// <param name="AttendancePercent">Of the minutes of a session that have to be attended.</param>
/// <param name="RequiresSurvey">The survey after a session has to be answered.</param>
/// <param name="RequiresSignOff">The practice has to be signed off.</param>
/// <param name="RetiredAt">From when it is offered no more.</param>
/// <param name="Successor">What takes its place.</param>
/// <param name="CountsForSuccessor">Who completed it need not complete the successor.</param>
/// <param name="Prerequisites">To be completed before, by code.</param>
/// <param name="Functions">Of an occupational standard, which it serves, by code.</param>
/// <param name="Modules">In the order of their numbers.</param>
/// <param name="QuestionCount">How many review questions there are; they stand at <c>/courses/{id}/questions</c>.</param>
/// <param name="PublishedVersion">The version that people begin now.</param>
/// <param name="HasUnpublishedChanges">The content in preparation is not what was published last.</param>
/// <param name="Versions">All that were published, the last first.</param>
/// <param name="Version">Goes up with every change; the ETag.</param>
public sealed record CourseResponse(
    long Id,
    string Code,
    string NameZh,
    string? NameEn,
    CourseCategory Category,
    int? StandardLevel,
    CourseMode Mode,
    decimal? ClassHours,
    decimal? PracticeHours,
    CourseLength? Length,
    string? AudienceZh,
    string? AudienceEn,
    string? SourceDocument,
    string? SourceLocator,
    int? ValidityMonths,
    CompletionRule CompletionRule,
    decimal? PassMark,
    int AttendancePercent,
    bool RequiresSurvey,
    bool RequiresSignOff,
    DateTimeOffset? RetiredAt,
    NamedCourse? Successor,
    bool CountsForSuccessor,
    IReadOnlyList<NamedCourse> Prerequisites,
    IReadOnlyList<ServedFunction> Functions,
    IReadOnlyList<CourseModuleResponse> Modules,
    int QuestionCount,
    int PublishedVersion,
    bool HasUnpublishedChanges,
    IReadOnlyList<CourseVersionLine> Versions,
    int Version) : IVersioned
{
    internal static CourseResponse Of(
        Course x, IReadOnlyDictionary<long, NamedCourse> others, IReadOnlyDictionary<string, FunctionInForce> functions) => new(
        x.Id,
        x.Code,
        x.NameZh,
        x.NameEn,
        x.Category,
        x.StandardLevel,
        x.Mode,
        x.ClassHours,
        x.PracticeHours,
        x is { LengthValue: { } value, LengthUnit: { } unit } ? new CourseLength(value, unit) : null,
        x.AudienceZh,
        x.AudienceEn,
        x.SourceDocument,
        x.SourceLocator,
        x.ValidityMonths,
        x.CompletionRule,
        x.PassMark,
        x.AttendancePercent,
        x.RequiresSurvey,
        x.RequiresSignOff,
        x.RetiredAt,
        x.SuccessorId is { } successor ? others[successor] : null,
        x.CountsForSuccessor,
        [.. x.Prerequisites.Select(y => others[y.RequiredId]).OrderBy(y => y.Code, StringComparer.Ordinal)],
        [.. x.Functions.Select(y => y.FunctionCode).Order(StringComparer.Ordinal)
            .Select(y => new ServedFunction(y, functions.GetValueOrDefault(y)?.NameZh, functions.GetValueOrDefault(y)?.NameEn))],
        [.. x.Modules.OrderBy(y => y.Number).Select(y => new CourseModuleResponse(y.Number, y.TitleZh, y.TitleEn, y.KeyPoints))],
        x.Questions.Count,
        x.PublishedVersion,
        x.HasUnpublishedChanges,
        [.. x.Versions.OrderByDescending(y => y.Number).Select(y => new CourseVersionLine(y.Number, y.PublishedOn, y.Note))],
        x.Version);

    /// <summary>With the content of a published version; a function that is no longer among the course's own goes by its code alone.</summary>
    internal CourseResponse With(CourseVersion published) => this with
    {
        NameZh = published.NameZh,
        NameEn = published.NameEn,
        Mode = published.Mode,
        ClassHours = published.ClassHours,
        PracticeHours = published.PracticeHours,
        ValidityMonths = published.ValidityMonths,
        CompletionRule = published.CompletionRule,
        PassMark = published.PassMark,
        AttendancePercent = published.AttendancePercent,
        RequiresSurvey = published.RequiresSurvey,
        RequiresSignOff = published.RequiresSignOff,
        Functions = [.. published.FunctionCodes.Select(code => Functions.FirstOrDefault(x => x.Code == code) ?? new ServedFunction(code, null, null))],
        Modules = [.. published.Modules.Select(x => new CourseModuleResponse(x.Number, x.Title.Zh, x.Title.En, x.KeyPoints))],
        QuestionCount = published.Questions.Count,
        HasUnpublishedChanges = false,
    };
}
