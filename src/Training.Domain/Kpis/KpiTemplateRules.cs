using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What a template must keep to before it can score (scoring 1.4 and 2).</summary>
public static class KpiTemplateRules
{
    /// <summary>What each level totals, to the last hundredth.</summary>
    public const decimal FullWeight = 100;

    /// <summary>The cap lets a figure on target score 100, and nothing count for more than twice that.</summary>
    public const decimal MinCap = 100;

    public const decimal MaxCap = 200;

    /// <summary>Beyond this, sums and products of a quarter would not stay exact.</summary>
    public const decimal MaxFigure = 999_999_999;

    private const int WeightDecimals = 2;

    /// <summary>Every fault, in the order of the content, each at its place as in the JSON
    /// (<c>sections[0].items[2].method.points[1].x</c>). A level without anything in it totals 0. None: it can score.</summary>
    public static IReadOnlyList<RuleViolation> Faults(KpiTemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var faults = new List<RuleViolation>();
        for (var i = 0; i < content.Sections.Count; i++)
        {
            AddSection(faults, $"sections[{i}]", content.Sections[i]);
        }

        if (TotalOf(content.Sections.Select(x => x.Weight)) is { } total && total != FullWeight)
        {
            faults.Add(KpiTemplateRefusals.SectionsNotHundred.At("sections", ("total", total)));
        }

        AddTwice(faults, content);
        return faults;
    }

    /// <summary>Refuses a content with faults, naming every place.</summary>
    public static void Check(KpiTemplateContent content) => RuleViolation.ThrowAll(Faults(content));

    /// <summary>What is wrong with a target for a method: it is missing, nothing asks for it, or it is nothing to divide by.</summary>
    public static IReadOnlyList<RuleViolation> TargetFaults(ScoringMethod method, decimal? target, string place)
    {
        ArgumentNullException.ThrowIfNull(method);
        var isDivisor = method.Kind == ScoringMethodKind.Ratio || method.IsRelative == true;
        var isBound = method is { Kind: ScoringMethodKind.PassFail, Passes: PassRule.AtLeast or PassRule.AtMost };
        return target switch
        {
            null => isDivisor || isBound ? [KpiTemplateRefusals.TargetMissing.At(place, ("kind", method.Kind))] : [],
            _ when !isDivisor && !isBound => [KpiTemplateRefusals.TargetNotOfKind.At(place, ("kind", method.Kind))],
            <= 0 when isDivisor => [KpiTemplateRefusals.TargetNotAboveZero.At(place, ("target", target))],
            _ => MethodRules.IsFigure(target.Value) ? [] : [MethodRules.NoFigure(place, target.Value)],
        };
    }

    private static void AddSection(List<RuleViolation> faults, string place, TemplateSectionContent section)
    {
        AddWeight(faults, $"{place}.weight", section.Weight);
        for (var i = 0; i < section.Items.Count; i++)
        {
            AddItem(faults, $"{place}.items[{i}]", section.Items[i]);
        }

        if (TotalOf(section.Items.Select(x => x.Weight)) is { } total && total != FullWeight)
        {
            faults.Add(KpiTemplateRefusals.ItemsNotHundred.At($"{place}.items", ("section", section.Name), ("total", total)));
        }
    }

    private static void AddItem(List<RuleViolation> faults, string place, TemplateItemContent item)
    {
        AddWeight(faults, $"{place}.weight", item.Weight);
        if (item.Cap is < MinCap or > MaxCap || !Decimals.Fits(item.Cap, ItemScore.Decimals))
        {
            faults.Add(KpiTemplateRefusals.CapOutOfRange.At($"{place}.cap", ("cap", item.Cap), ("min", MinCap), ("max", MaxCap)));
        }

        faults.AddRange(MethodRules.Faults(item.Method, item.Cap, $"{place}.method"));
        faults.AddRange(TargetFaults(item.Method, item.Target, $"{place}.target"));
        AddCeiling(faults, $"{place}.ceiling", item);
    }

    private static void AddCeiling(List<RuleViolation> faults, string place, TemplateItemContent item)
    {
        if (item.Ceiling is not { } ceiling)
        {
            return;
        }

        if (!ScoringSettings.Usual.Bands.Any(x => x.Grade == ceiling.Grade))
        {
            faults.Add(KpiTemplateRefusals.CeilingGrade.At(
                $"{place}.grade", ("grade", ceiling.Grade), ("grades", ScoringSettings.Usual.Bands.Select(x => x.Grade).ToList())));
        }

        if (ceiling.Below <= 0 || ceiling.Below > item.Cap || !Decimals.Fits(ceiling.Below, ItemScore.Decimals))
        {
            faults.Add(KpiTemplateRefusals.CeilingOutOfRange.At($"{place}.below", ("below", ceiling.Below), ("cap", item.Cap)));
        }
    }

    private static void AddWeight(List<RuleViolation> faults, string place, decimal weight)
    {
        if (weight is <= 0 or > FullWeight || !Decimals.Fits(weight, WeightDecimals))
        {
            faults.Add(KpiTemplateRefusals.WeightOutOfRange.At(place, ("weight", weight)));
        }
    }

    // None where a weight is so far out that the sum would say nothing; that weight is a fault itself.
    private static decimal? TotalOf(IEnumerable<decimal> weights) =>
        weights.All(x => Math.Abs(x) <= MaxFigure) ? Decimals.Trimmed(weights.Sum()) : null;

    // Each KPI once in a template, in whichever section.
    private static void AddTwice(List<RuleViolation> faults, KpiTemplateContent content)
    {
        var first = new Dictionary<long, string>();
        foreach (var (place, kpi) in content.Sections.SelectMany((section, i) =>
            section.Items.Select((item, j) => ($"sections[{i}].items[{j}].kpiId", item.KpiId))))
        {
            if (!first.TryAdd(kpi, place))
            {
                faults.Add(KpiTemplateRefusals.KpiTwice.At(place, ("place", first[kpi])));
            }
        }
    }
}
