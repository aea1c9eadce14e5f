using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What can be wrong with the content of a template, each at its place; and with a target.</summary>
public static class KpiTemplateRefusals
{
    /// <summary>Values: weight.</summary>
    public static readonly Refusal WeightOutOfRange = Refusal.Content("kpiTemplate.weightOutOfRange");

    /// <summary>Values: total.</summary>
    public static readonly Refusal SectionsNotHundred = Refusal.Content("kpiTemplate.sectionsNotHundred");

    /// <summary>Values: total, section.</summary>
    public static readonly Refusal ItemsNotHundred = Refusal.Content("kpiTemplate.itemsNotHundred");

    /// <summary>Value: place, where it stands first.</summary>
    public static readonly Refusal KpiTwice = Refusal.Content("kpiTemplate.kpiTwice");

    /// <summary>Values: cap, min, max.</summary>
    public static readonly Refusal CapOutOfRange = Refusal.Content("kpiTemplate.capOutOfRange");

    /// <summary>A parameter that the method needs is absent. Values: kind.</summary>
    public static readonly Refusal ParameterMissing = Refusal.Content("kpiTemplate.parameterMissing");

    /// <summary>A parameter that another method has. Values: kind.</summary>
    public static readonly Refusal ParameterNotOfKind = Refusal.Content("kpiTemplate.parameterNotOfKind");

    /// <summary>Values: count, min, max.</summary>
    public static readonly Refusal PointsCount = Refusal.Content("kpiTemplate.pointsCount");

    /// <summary>Values: count, min, max.</summary>
    public static readonly Refusal StepsCount = Refusal.Content("kpiTemplate.stepsCount");

    /// <summary>Values: value, before.</summary>
    public static readonly Refusal NotRising = Refusal.Content("kpiTemplate.notRising");

    /// <summary>The first step begins at nothing.</summary>
    public static readonly Refusal FirstStepBounded = Refusal.Content("kpiTemplate.firstStepBounded");

    public static readonly Refusal StepUnbounded = Refusal.Content("kpiTemplate.stepUnbounded");

    /// <summary>A score outside 0 … cap, or with more than 2 decimals. Values: score, cap.</summary>
    public static readonly Refusal ScoreOutOfRange = Refusal.Content("kpiTemplate.scoreOutOfRange");

    /// <summary>A figure too large, or with more than 4 decimals. Values: value, max, decimals.</summary>
    public static readonly Refusal FigureOutOfRange = Refusal.Content("kpiTemplate.figureOutOfRange");

    /// <summary>Values: value.</summary>
    public static readonly Refusal BelowZero = Refusal.Content("kpiTemplate.belowZero");

    /// <summary>Values: floor, start.</summary>
    public static readonly Refusal FloorAboveStart = Refusal.Content("kpiTemplate.floorAboveStart");

    /// <summary>The method asks for a target. Values: kind.</summary>
    public static readonly Refusal TargetMissing = Refusal.Content("kpiTemplate.targetMissing");

    /// <summary>The method asks for none. Values: kind.</summary>
    public static readonly Refusal TargetNotOfKind = Refusal.Content("kpiTemplate.targetNotOfKind");

    /// <summary>The method divides by the target. Values: target.</summary>
    public static readonly Refusal TargetNotAboveZero = Refusal.Content("kpiTemplate.targetNotAboveZero");

    /// <summary>Marks 1 to 5, one text for each. Values: count.</summary>
    public static readonly Refusal AnchorsNotFive = Refusal.Content("kpiTemplate.anchorsNotFive");

    /// <summary>A text that says nothing.</summary>
    public static readonly Refusal AnchorBlank = Refusal.Content("kpiTemplate.anchorBlank");

    /// <summary>Values: length, max.</summary>
    public static readonly Refusal AnchorTooLong = Refusal.Content("kpiTemplate.anchorTooLong");

    /// <summary>Values: grade, grades.</summary>
    public static readonly Refusal CeilingGrade = Refusal.Content("kpiTemplate.ceilingGrade");

    /// <summary>Values: below, cap.</summary>
    public static readonly Refusal CeilingOutOfRange = Refusal.Content("kpiTemplate.ceilingOutOfRange");
}
