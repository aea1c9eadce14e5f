using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>Why the content of a template is refused.</summary>
public static class KpiTemplateRefusals
{
    /// <summary>The content has faults; each stands at its place with a code of its own (<see cref="KpiTemplateFaults"/>).
    /// Values: count.</summary>
    public static readonly Refusal Faulty = Refusal.Content("kpiTemplate.faulty");
}

/// <summary>The codes of what can be wrong at one place of a template, and with one target.</summary>
public static class KpiTemplateFaults
{
    public const string NoSections = "kpiTemplate.noSections";

    /// <summary>Values: section (its name).</summary>
    public const string NoItems = "kpiTemplate.noItems";

    /// <summary>Values: weight.</summary>
    public const string WeightOutOfRange = "kpiTemplate.weightOutOfRange";

    /// <summary>Values: total.</summary>
    public const string SectionsNotHundred = "kpiTemplate.sectionsNotHundred";

    /// <summary>Values: total, section.</summary>
    public const string ItemsNotHundred = "kpiTemplate.itemsNotHundred";

    /// <summary>Value: place, where it stands first.</summary>
    public const string KpiTwice = "kpiTemplate.kpiTwice";

    /// <summary>Values: cap, min, max.</summary>
    public const string CapOutOfRange = "kpiTemplate.capOutOfRange";

    /// <summary>A parameter that the method needs is absent. Values: kind.</summary>
    public const string ParameterMissing = "kpiTemplate.parameterMissing";

    /// <summary>A parameter that another method has. Values: kind.</summary>
    public const string ParameterNotOfKind = "kpiTemplate.parameterNotOfKind";

    /// <summary>Values: count, min, max.</summary>
    public const string PointsCount = "kpiTemplate.pointsCount";

    /// <summary>Values: count, min, max.</summary>
    public const string StepsCount = "kpiTemplate.stepsCount";

    /// <summary>Values: value, before.</summary>
    public const string NotRising = "kpiTemplate.notRising";

    /// <summary>The first step begins at nothing.</summary>
    public const string FirstStepBounded = "kpiTemplate.firstStepBounded";

    public const string StepUnbounded = "kpiTemplate.stepUnbounded";

    /// <summary>A score outside 0 … cap, or with more than 2 decimals. Values: score, cap.</summary>
    public const string ScoreOutOfRange = "kpiTemplate.scoreOutOfRange";

    /// <summary>A figure too large, or with more than 4 decimals. Values: value, max, decimals.</summary>
    public const string FigureOutOfRange = "kpiTemplate.figureOutOfRange";

    /// <summary>Values: value.</summary>
    public const string BelowZero = "kpiTemplate.belowZero";

    /// <summary>Values: floor, start.</summary>
    public const string FloorAboveStart = "kpiTemplate.floorAboveStart";

    /// <summary>The method asks for a target.</summary>
    public const string TargetMissing = "kpiTemplate.targetMissing";

    /// <summary>The method divides by the target. Values: target.</summary>
    public const string TargetNotAboveZero = "kpiTemplate.targetNotAboveZero";

    /// <summary>Marks 1 to 5, one text for each. Values: count.</summary>
    public const string AnchorsNotFive = "kpiTemplate.anchorsNotFive";

    /// <summary>A text that says nothing.</summary>
    public const string AnchorBlank = "kpiTemplate.anchorBlank";

    /// <summary>Values: length, max.</summary>
    public const string AnchorTooLong = "kpiTemplate.anchorTooLong";

    /// <summary>Values: grade, max.</summary>
    public const string CeilingGrade = "kpiTemplate.ceilingGrade";

    /// <summary>Values: below, cap.</summary>
    public const string CeilingOutOfRange = "kpiTemplate.ceilingOutOfRange";
}
