using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>A course of the catalogue: what can be taught and completed. What HR edits is the content in preparation; people
/// begin the version that was published last, and finish on the version they began. A course is never deleted, only retired:
/// completions and plans of the past keep naming it.</summary>
public sealed partial class Course : IVersioned
{
    public const int MaxCodeLength = 32;
    public const int MaxNameLength = 200;
    public const int MaxTextLength = 2000;
    public const int MaxHours = 1000;
    public const int MaxLength = 365;
    public const int MaxValidityMonths = 120;
    public const int MaxModules = 200;

    /// <summary>Of the minutes of a session that have to be attended unless the course says otherwise; a proposal, the documents
    /// name no share.</summary>
    public const int UsualAttendancePercent = 80;

    private readonly List<CourseModule> _modules = [];

    private Course()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key (<c>CRS040</c>), unique without regard to case; never changes.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>What lists sort the name by; worked out from the name at the edge.</summary>
    public string NameSortKey { get; private set; } = "";

    /// <summary>What <c>q</c> looks in: code, names and initials in their search form; worked out at the edge.</summary>
    public string SearchText { get; private set; } = "";

    public CourseCategory Category { get; private set; }

    /// <summary>Level of the occupational standard, 3 (lowest) to 1 (highest), or none.</summary>
    public int? StandardLevel { get; private set; }

    /// <summary>Hours in class, at most one decimal; none where nobody has fixed them.</summary>
    public decimal? ClassHours { get; private set; }

    /// <summary>Hours of practice, apart from the class hours.</summary>
    public decimal? PracticeHours { get; private set; }

    /// <summary>With <see cref="LengthUnit"/>: how long a run takes on the calendar. Both are there or neither.</summary>
    public int? LengthValue { get; private set; }

    public LengthUnit? LengthUnit { get; private set; }

    public string? AudienceZh { get; private set; }

    public string? AudienceEn { get; private set; }

    public string? SourceDocument { get; private set; }

    public string? SourceLocator { get; private set; }

    /// <summary>After how many months a completion has to be repeated; none: never.</summary>
    public int? ValidityMonths { get; private set; }

    public CourseMode Mode { get; private set; }

    public CompletionRule CompletionRule { get; private set; }

    /// <summary>The least score of who passes, where the rule is a pass mark.</summary>
    public decimal? PassMark { get; private set; }

    /// <summary>Of the minutes of a session that have to be attended, 0–100.</summary>
    public int AttendancePercent { get; private set; }

    public bool RequiresSurvey { get; private set; }

    public bool RequiresSignOff { get; private set; }

    /// <summary>From when the course is offered no more. It can then neither be edited nor put into a plan.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<CourseModule> Modules => _modules;

    public bool IsRetired => RetiredAt is not null;

    /// <summary>A course in its first version, published on the day.</summary>
    public static Course Create(string code, CourseContent content, DateOnly today)
    {
        Check(content);
        var course = new Course { Code = PlainText.Key(code) };
        course.Take(content);
        course.AddVersion(today, null);
        return course;
    }

    /// <summary>Replaces the whole content in preparation; the published versions stay. Refused once the course is retired, and
    /// without a module that a question which stays is about.
    /// That prerequisites make no loop is for the caller to see to: <see cref="CoursePrerequisites"/>.</summary>
    public void Edit(CourseContent content)
    {
        RefuseIfRetired();
        Check(content);
        if (content.Questions is null)
        {
            RefuseOrphans("modules", content.Modules.Select(x => x.Number));
        }

        Take(content);
    }

    /// <summary>Keeps what the name is sorted and found by; called whenever the name was given or edited.</summary>
    public void FindBy(string nameSortKey, string searchText)
    {
        NameSortKey = nameSortKey;
        SearchText = searchText;
    }

    /// <summary>Refuses whatever changes a retired course.</summary>
    public void RefuseIfRetired()
    {
        if (IsRetired)
        {
            throw CourseRefusals.Retired.With(("code", Code));
        }
    }

    private static void Check(CourseContent content)
    {
        if (content.StandardLevel is < 1 or > 3)
        {
            throw CourseRefusals.StandardLevelOutOfRange.At("standardLevel", ("standardLevel", content.StandardLevel));
        }

        CheckHours("classHours", content.ClassHours);
        CheckHours("practiceHours", content.PracticeHours);
        if (content.Length is { } length && length.Value is < 1 or > MaxLength)
        {
            throw CourseRefusals.LengthOutOfRange.At("length.value", ("length", length.Value), ("max", MaxLength));
        }

        if (content.ValidityMonths is < 1 or > MaxValidityMonths)
        {
            throw CourseRefusals.ValidityOutOfRange.At("validityMonths", ("validityMonths", content.ValidityMonths), ("max", MaxValidityMonths));
        }

        CheckRule(content);
        CheckModules(content.Modules);
        CheckQuestions(content);
    }

    private static void CheckRule(CourseContent content)
    {
        if (content.CompletionRule != CompletionRule.PassMark)
        {
            if (content.PassMark is not null)
            {
                throw CourseRefusals.PassMarkWithoutRule.At("passMark", ("passMark", content.PassMark));
            }

            return;
        }

        if (content.PassMark is not { } mark)
        {
            throw CourseRefusals.PassMarkMissing.At("passMark");
        }

        if (mark is < 0 or > 100 || !Decimals.Fits(mark, 1))
        {
            throw CourseRefusals.PassMarkOutOfRange.At("passMark", ("passMark", mark));
        }
    }

    internal static void CheckHours(string field, decimal? hours)
    {
        if (hours is { } value && (value is < 0 or > MaxHours || !Decimals.Fits(value, 1)))
        {
            throw CourseRefusals.HoursOutOfRange.At(field, ("hours", value), ("max", MaxHours));
        }
    }

    private static void CheckModules(IReadOnlyList<CourseModuleContent> modules)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < modules.Count; i++)
        {
            CheckModule($"modules[{i}].number", modules[i], seen);
            seen.Add(modules[i].Number);
        }
    }

    private static void CheckModule(string field, CourseModuleContent module, HashSet<int> taken)
    {
        if (module.Number is < 1 or > MaxModules)
        {
            throw CourseRefusals.ModuleNumberOutOfRange.At(field, ("number", module.Number), ("max", MaxModules));
        }

        if (taken.Contains(module.Number))
        {
            throw CourseRefusals.ModuleNumberTwice.At(field, ("number", module.Number));
        }
    }

    private void Take(CourseContent content)
    {
        NameZh = PlainText.Of(content.Name.Zh);
        NameEn = PlainText.OrNull(content.Name.En);
        Category = content.Category;
        StandardLevel = content.StandardLevel;
        ClassHours = content.ClassHours;
        PracticeHours = content.PracticeHours;
        LengthValue = content.Length?.Value;
        LengthUnit = content.Length?.Unit;
        AudienceZh = PlainText.OrNull(content.Audience?.Zh);
        AudienceEn = PlainText.OrNull(content.Audience?.En);
        SourceDocument = PlainText.OrNull(content.Source?.Document);
        SourceLocator = PlainText.OrNull(content.Source?.Locator);
        ValidityMonths = content.ValidityMonths;
        (Mode, CompletionRule, PassMark) = (content.Mode, content.CompletionRule, content.PassMark);
        (AttendancePercent, RequiresSurvey, RequiresSignOff) = (content.AttendancePercent, content.RequiresSurvey, content.RequiresSignOff);
        TakePrerequisites(content.PrerequisiteIds);
        TakeFunctions(content.FunctionCodes);
        TakeModules(content.Modules);
        if (content.Questions is { } questions)
        {
            TakeQuestions(questions);
        }

        Compare();
    }

    private void TakeModules(IReadOnlyList<CourseModuleContent> modules)
    {
        _modules.RemoveAll(old => modules.All(x => x.Number != old.Number));
        foreach (var module in modules)
        {
            if (_modules.Find(x => x.Number == module.Number) is { } kept)
            {
                kept.Take(module);
            }
            else
            {
                _modules.Add(CourseModule.Of(module));
            }
        }
    }
}
