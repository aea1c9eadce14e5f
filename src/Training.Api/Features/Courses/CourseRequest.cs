using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Localization;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>A length on the calendar.</summary>
/// <param name="Value">1 to 365 of its unit.</param>
/// <param name="Unit">Days or weeks of seven days.</param>
public sealed record CourseLengthRequest(int Value, LengthUnit Unit);

/// <summary>A module of a course.</summary>
/// <param name="Number">1 to 200, each once; editing keeps the module of a number that stays.</param>
/// <param name="TitleZh">Chinese title.</param>
/// <param name="TitleEn">English title, where there is one.</param>
/// <param name="KeyPoints">In the order in which they are taught.</param>
public sealed record CourseModuleRequest(
    int Number,
    [TextLength(1, Course.MaxNameLength)] string TitleZh,
    [TextLength(0, Course.MaxNameLength)] string? TitleEn = null,
    [ItemCount(0, 50)] IReadOnlyList<BilingualText>? KeyPoints = null)
{
    internal CourseModuleContent Content() =>
        new(Number, new Bilingual(TitleZh, TitleEn), [.. (KeyPoints ?? []).Select(point => point.Plain())]);
}

/// <summary>All of a course that can be edited.</summary>
public record EditCourseRequest
{
    /// <summary>Chinese name.</summary>
    [TextLength(1, Course.MaxNameLength)]
    public required string NameZh { get; init; }

    /// <summary>English name, where there is one.</summary>
    [TextLength(0, Course.MaxNameLength)]
    public string? NameEn { get; init; }

    /// <summary>Where the course comes from.</summary>
    public required CourseCategory Category { get; init; }

    /// <summary>Level of the occupational standard it prepares for: 3 (lowest) to 1 (highest), or none.</summary>
    public int? StandardLevel { get; init; }

    /// <summary>How it is taught, for the greater part; in the classroom unless given.</summary>
    public CourseMode Mode { get; init; } = CourseMode.Classroom;

    /// <summary>Hours in class, 0 to 1000 with at most one decimal.</summary>
    public decimal? ClassHours { get; init; }

    /// <summary>Hours of practice, as the class hours.</summary>
    public decimal? PracticeHours { get; init; }

    /// <summary>How long a run takes on the calendar, where that is fixed instead of hours.</summary>
    public CourseLengthRequest? Length { get; init; }

    /// <summary>For whom, in Chinese.</summary>
    [TextLength(0, Course.MaxTextLength)]
    public string? AudienceZh { get; init; }

    /// <summary>For whom, in English.</summary>
    [TextLength(0, Course.MaxTextLength)]
    public string? AudienceEn { get; init; }

    /// <summary>The document it was taken from; with <see cref="SourceLocator"/>.</summary>
    [TextLength(0, Course.MaxNameLength)]
    public string? SourceDocument { get; init; }

    /// <summary>The place in the document.</summary>
    [TextLength(0, Course.MaxNameLength)]
    public string? SourceLocator { get; init; }

    /// <summary>After how many months (1 to 120) a completion has to be repeated; none: never.</summary>
    public int? ValidityMonths { get; init; }

    /// <summary>What makes it completed; having taken part unless given.</summary>
    public CompletionRule CompletionRule { get; init; } = CompletionRule.Participation;

    /// <summary>The least score of who passes, 0 to 100 with at most one decimal; with the rule <c>passMark</c>, and only then.</summary>
    public decimal? PassMark { get; init; }

    /// <summary>Of the minutes of a session that have to be attended, 0 to 100; 80 unless given.</summary>
    [Within("0", "100")]
    public int AttendancePercent { get; init; } = Course.UsualAttendancePercent;

    /// <summary>Whether the survey after a session has to be answered.</summary>
    public bool RequiresSurvey { get; init; }

    /// <summary>Whether the practice has to be signed off by the trainer or HR.</summary>
    public bool RequiresSignOff { get; init; }

    /// <summary>The courses to be completed before; a course given twice counts once.</summary>
    [ItemCount(0, Course.MaxPrerequisites)]
    public IReadOnlyList<long> PrerequisiteIds { get; init; } = [];

    /// <summary>Codes of the functions of an occupational standard that it serves (<c>CSM-3-1</c>); a code given twice counts once.</summary>
    [ItemCount(0, Course.MaxFunctions)]
    public IReadOnlyList<string> FunctionCodes { get; init; } = [];

    /// <summary>The modules, in any order; one that a review question is about stays.</summary>
    [ItemCount(0, Course.MaxModules)]
    public required IReadOnlyList<CourseModuleRequest> Modules { get; init; }

    internal CourseContent Content() => new(
        new Bilingual(NameZh, NameEn),
        Category,
        StandardLevel,
        ClassHours,
        PracticeHours,
        Length is null ? null : new CourseLength(Length.Value, Length.Unit),
        BilingualText.OrNull(AudienceZh, AudienceEn),
        PlainText.OrNull(SourceDocument) is { } document ? new SourcePlace(document, SourceLocator ?? "") : null,
        ValidityMonths,
        [.. Modules.Select(x => x.Content())])
    {
        Mode = Mode,
        CompletionRule = CompletionRule,
        PassMark = PassMark,
        AttendancePercent = AttendancePercent,
        RequiresSurvey = RequiresSurvey,
        RequiresSignOff = RequiresSignOff,
        PrerequisiteIds = PrerequisiteIds.ToHashSet(),
        FunctionCodes = FunctionCodes,
    };

    /// <summary>Keeps what the course is listed and found by.</summary>
    internal static void Index(Course course) => course.FindBy(CourseText.SortKey(course.NameZh), CourseText.SearchText(course.NameZh, course.NameEn, course.Code));
}
