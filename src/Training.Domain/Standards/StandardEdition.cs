using Training.Domain.Rules;

namespace Training.Domain.Standards;

/// <summary>An edition of a standard. Once published it stands as it is.</summary>
public sealed class StandardEdition
{
    private readonly List<StandardLevel> _levels = [];

    internal StandardEdition(int number) => Number = number;

    private StandardEdition()
    {
    }

    public long Id { get; private set; }

    public long StandardId { get; private set; }

    /// <summary>1, 2, 3 … within the standard, unique there.</summary>
    public int Number { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public string? DefinitionZh { get; private set; }

    public string? DefinitionEn { get; private set; }

    public string? SourceDocument { get; private set; }

    public string? SourceLocator { get; private set; }

    public ExaminationRules? Examination { get; private set; }

    /// <summary>From when it is in force, until the next one is; none while it is being written.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public IReadOnlyCollection<StandardLevel> Levels => _levels;

    internal void Publish(DateTimeOffset now) => PublishedAt = now;

    internal void Take(StandardContent content)
    {
        (NameZh, NameEn) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En));
        (DefinitionZh, DefinitionEn) = (PlainText.OrNull(content.Definition?.Zh), PlainText.OrNull(content.Definition?.En));
        (SourceDocument, SourceLocator) = (PlainText.OrNull(content.Source?.Document), PlainText.OrNull(content.Source?.Locator));
        Examination = content.Examination;
        _levels.RemoveAll(old => content.Levels.All(x => x.Level != old.Level));
        foreach (var given in content.Levels)
        {
            var level = _levels.Find(x => x.Level == given.Level);
            if (level is null)
            {
                level = new StandardLevel(given.Level);
                _levels.Add(level);
            }

            level.Take(given);
        }
    }
}

/// <summary>A level of an edition.</summary>
public sealed class StandardLevel
{
    private readonly List<StandardFunction> _functions = [];

    internal StandardLevel(int level) => Level = level;

    private StandardLevel()
    {
    }

    public long Id { get; private set; }

    public long EditionId { get; private set; }

    /// <summary>5 (the lowest there can be) to 1 (the highest), once in the edition. A higher level includes the lower ones.</summary>
    public int Level { get; private set; }

    public string TitleZh { get; private set; } = "";

    public string? TitleEn { get; private set; }

    public string QualificationZh { get; private set; } = "";

    public string? QualificationEn { get; private set; }

    /// <summary>Who may sit the examination: any one of these is enough.</summary>
    public IReadOnlyList<EligibilityRule> Eligibility { get; private set; } = [];

    public IReadOnlyCollection<StandardFunction> Functions => _functions;

    internal void Take(StandardLevelContent content)
    {
        (TitleZh, TitleEn) = (PlainText.Of(content.Title.Zh), PlainText.OrNull(content.Title.En));
        (QualificationZh, QualificationEn) = (PlainText.Of(content.Qualification.Zh), PlainText.OrNull(content.Qualification.En));
        Eligibility = content.Eligibility;
        _functions.RemoveAll(old => content.Functions.All(x => x.Number != old.Number));
        foreach (var given in content.Functions)
        {
            var function = _functions.Find(x => x.Number == given.Number);
            if (function is null)
            {
                function = new StandardFunction(given.Number);
                _functions.Add(function);
            }

            function.Take(given);
        }
    }
}

/// <summary>A function of the occupation on a level.</summary>
public sealed class StandardFunction
{
    internal StandardFunction(int number) => Number = number;

    private StandardFunction()
    {
    }

    public long Id { get; private set; }

    public long LevelId { get; private set; }

    /// <summary>Once in the level; makes the function's code.</summary>
    public int Number { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>Its share of the level; those of a level total exactly 100.</summary>
    public decimal WeightPercent { get; private set; }

    /// <summary>Basic knowledge beside the functions of the work.</summary>
    public bool IsBasic { get; private set; }

    /// <summary>What one has to be able to do and to know, in their order.</summary>
    public IReadOnlyList<WorkContent> Contents { get; private set; } = [];

    internal void Take(StandardFunctionContent content)
    {
        (NameZh, NameEn) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En));
        (WeightPercent, IsBasic, Contents) = (content.WeightPercent, content.IsBasic, content.Contents);
    }
}
