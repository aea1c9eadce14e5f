using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>A published version of a course, as it was on the day of publication; it never changes. Training items and
/// completions name the version they were begun in.</summary>
public sealed class CourseVersion
{
    public const int MaxNoteLength = 400;

    private CourseVersion()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }

    /// <summary>From 1 on, without gaps.</summary>
    public int Number { get; private set; }

    public DateOnly PublishedOn { get; private set; }

    /// <summary>What changed; none for the first.</summary>
    public string? Note { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public CourseMode Mode { get; private set; }

    public decimal? ClassHours { get; private set; }

    public decimal? PracticeHours { get; private set; }

    public int? ValidityMonths { get; private set; }

    public CompletionRule CompletionRule { get; private set; }

    public decimal? PassMark { get; private set; }

    public int AttendancePercent { get; private set; }

    public bool RequiresSurvey { get; private set; }

    public bool RequiresSignOff { get; private set; }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<CourseModuleContent> Modules { get; private set; } = [];

    /// <summary>Codes of the functions it serves, in their order.</summary>
    public IReadOnlyList<string> FunctionCodes { get; private set; } = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<CourseQuestionContent> Questions { get; private set; } = [];

    /// <summary>What completing this version asks for, and how long it counts.</summary>
    public CourseTerms Terms => new(Number, CompletionRule, PassMark, ValidityMonths, AttendancePercent, RequiresSurvey, RequiresSignOff);

    internal static CourseVersion Of(Course course, int number, DateOnly publishedOn, string? note) => new()
    {
        Number = number,
        PublishedOn = publishedOn,
        Note = PlainText.OrNull(note),
        NameZh = course.NameZh,
        NameEn = course.NameEn,
        Mode = course.Mode,
        ClassHours = course.ClassHours,
        PracticeHours = course.PracticeHours,
        ValidityMonths = course.ValidityMonths,
        CompletionRule = course.CompletionRule,
        PassMark = course.PassMark,
        AttendancePercent = course.AttendancePercent,
        RequiresSurvey = course.RequiresSurvey,
        RequiresSignOff = course.RequiresSignOff,
        Modules = [.. course.Modules.OrderBy(x => x.Number).Select(x => new CourseModuleContent(x.Number, new(x.TitleZh, x.TitleEn), x.KeyPoints))],
        FunctionCodes = [.. course.Functions.Select(x => x.FunctionCode).Order(StringComparer.Ordinal)],
        Questions = [.. course.Questions.OrderBy(x => x.Number).Select(x => x.Content)],
    };

    /// <summary>Whether the other says the same to who takes the course; number, day and note apart.</summary>
    internal bool SaysAs(CourseVersion other) =>
        (NameZh, NameEn, Mode, ClassHours, PracticeHours) == (other.NameZh, other.NameEn, other.Mode, other.ClassHours, other.PracticeHours)
        && (ValidityMonths, CompletionRule, PassMark) == (other.ValidityMonths, other.CompletionRule, other.PassMark)
        && (AttendancePercent, RequiresSurvey, RequiresSignOff) == (other.AttendancePercent, other.RequiresSurvey, other.RequiresSignOff)
        && FunctionCodes.SequenceEqual(other.FunctionCodes)
        && Questions.Count == other.Questions.Count
        && Questions.Zip(other.Questions).All(x => x.First.SaysAs(x.Second))
        && Modules.Count == other.Modules.Count
        && Modules.Zip(other.Modules).All(x => x.First.Number == x.Second.Number && x.First.Title == x.Second.Title
            && x.First.KeyPoints.SequenceEqual(x.Second.KeyPoints));
}

/// <summary>What completing a version of a course asks for, and how long it counts.</summary>
/// <param name="Number">The version.</param>
/// <param name="ValidityMonths">Months after which the training has to be repeated; none: never.</param>
/// <param name="AttendancePercent">Of the minutes of a session that have to be attended.</param>
/// <param name="RequiresSurvey">The survey after a session has to be answered.</param>
/// <param name="RequiresSignOff">The practice has to be signed off.</param>
public sealed record CourseTerms(
    int Number,
    CompletionRule CompletionRule,
    decimal? PassMark,
    int? ValidityMonths,
    int AttendancePercent = Course.UsualAttendancePercent,
    bool RequiresSurvey = false,
    bool RequiresSignOff = false)
{
    /// <summary>The last day on which a completion of the day counts; none: for good.</summary>
    public DateOnly? ValidUntil(DateOnly completedOn) => ValidityMonths is { } months ? completedOn.AddMonths(months) : null;
}
