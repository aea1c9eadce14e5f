using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>All of a course that can be edited, as one whole.</summary>
/// <param name="Name">Chinese and, where there is one, English name.</param>
/// <param name="Category">Where the course comes from.</param>
/// <param name="StandardLevel">Level of the occupational standard it prepares for: 3 (lowest) to 1 (highest), or none.</param>
/// <param name="ClassHours">Class hours (学时), 0–1000 with at most one decimal; none where nobody has fixed them.</param>
/// <param name="PracticeHours">Practice hours (实训学时), as the class hours.</param>
/// <param name="Length">How long a run of the course takes on the calendar, where that is fixed instead of hours.</param>
/// <param name="Audience">For whom, in words.</param>
/// <param name="Source">The document it was taken from.</param>
/// <param name="ValidityMonths">After how many months (1–120) a completion has to be repeated; none: never.</param>
/// <param name="Modules">In any order; each number once.</param>
public sealed record CourseContent(
    Bilingual Name,
    CourseCategory Category,
    int? StandardLevel,
    decimal? ClassHours,
    decimal? PracticeHours,
    CourseLength? Length,
    Bilingual? Audience,
    SourcePlace? Source,
    int? ValidityMonths,
    IReadOnlyList<CourseModuleContent> Modules)
{
    /// <summary>How it is taught, for the greater part.</summary>
    public CourseMode Mode { get; init; } = CourseMode.Classroom;

    /// <summary>What makes it completed.</summary>
    public CompletionRule CompletionRule { get; init; } = CompletionRule.Participation;

    /// <summary>The least score of who passes, 0–100 with at most one decimal; there with <see cref="CompletionRule.PassMark"/>,
    /// and only then.</summary>
    public decimal? PassMark { get; init; }

    /// <summary>Of the minutes of a session that have to be attended, 0–100.</summary>
    public int AttendancePercent { get; init; } = Course.UsualAttendancePercent;

    /// <summary>Whether the survey after a session has to be answered.</summary>
    public bool RequiresSurvey { get; init; }

    /// <summary>Whether the practice has to be signed off.</summary>
    public bool RequiresSignOff { get; init; }

    /// <summary>The courses to be completed before, each once; neither the course itself nor one that needs it first.</summary>
    public IReadOnlyCollection<long> PrerequisiteIds { get; init; } = [];

    /// <summary>Codes of the functions of an occupational standard that it serves (<c>CSM-3-1</c>), at most 50; a code given twice
    /// counts once.</summary>
    public IReadOnlyCollection<string> FunctionCodes { get; init; } = [];

    /// <summary>The review questions, in any order, each number once; where none are given, those that are there stay.</summary>
    public IReadOnlyList<CourseQuestionContent>? Questions { get; init; }
}

/// <summary>A length on the calendar, 1–365 of its unit.</summary>
public sealed record CourseLength(int Value, LengthUnit Unit);

/// <summary>The place of a fact in a document: the document's name and where in it.</summary>
public sealed record SourcePlace(string Document, string Locator);

/// <summary>One module of a course: its number (from 1), title and key points in their order.</summary>
public sealed record CourseModuleContent(int Number, Bilingual Title, IReadOnlyList<Bilingual> KeyPoints);
