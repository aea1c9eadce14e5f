using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What is wrong at one place of a template.</summary>
/// <param name="Place">As in the JSON (<c>sections[0].items[2].method.points[1].x</c>).</param>
/// <param name="Code">Of <see cref="KpiTemplateFaults"/>.</param>
public sealed record TemplateFault(string Place, string Code, params IReadOnlyList<(string Name, object? Value)> Values);

/// <summary>What a template must keep to before it can score (scoring 1.4 and 2).</summary>
public static class KpiTemplateRules
{
    /// <summary>What each level totals, to the last hundredth.</summary>
    public const decimal FullWeight = 100;

    /// <summary>The cap lets a figure on target score 100, and nothing count for more than twice that.</summary>
    public const decimal MinCap = 100;

    public const decimal MaxCap = 200;
    public const int MaxGradeLength = 8;

    /// <summary>Beyond this, sums and products of a quarter would not stay exact.</summary>
    public const decimal MaxFigure = 999_999_999;

    private const int WeightDecimals = 2;

    /// <summary>Every fault, in the order of the content; none: it can be published.</summary>
    public static IReadOnlyList<TemplateFault> Faults(KpiTemplateContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var faults = new List<TemplateFault>();
        if (content.Sections.Count == 0)
        {
            faults.Add(new("sections", KpiTemplateFaults.NoSections));
            return faults;
        }

        for (var i = 0; i < content.Sections.Count; i++)
        {
            AddSection(faults, $"sections[{i}]", content.Sections[i]);
        }

        if (TotalOf(content.Sections.Select(x => x.Weight)) is { } total && total != FullWeight)
        {
            faults.Add(new("sections", KpiTemplateFaults.SectionsNotHundred, ("total", total)));
        }

        AddTwice(faults, content);
        return faults;
    }

    /// <summary>Refuses a content with faults, naming every place.</summary>
    public static void Check(KpiTemplateContent content) => Refuse(Faults(content));

    /// <summary>What is wrong with a target for a method: it is missing, or nothing that can be divided by.</summary>
    public static IReadOnlyList<TemplateFault> TargetFaults(ScoringMethod method, decimal? target, string place)
    {
        ArgumentNullException.ThrowIfNull(method);
        var isDivisor = method.Kind == ScoringMethodKind.Ratio || method.IsRelative == true;
        var isBound = method is { Kind: ScoringMethodKind.PassFail, Passes: PassRule.AtLeast or PassRule.AtMost };
        return target switch
        {
            null => isDivisor || isBound ? [new(place, KpiTemplateFaults.TargetMissing)] : [],
            <= 0 when isDivisor => [new(place, KpiTemplateFaults.TargetNotAboveZero, ("target", target))],
            _ => MethodRules.IsFigure(target.Value) ? [] : [MethodRules.NoFigure(place, target.Value)],
        };
    }

    /// <summary>Refuses with all of the faults at once; without any it does nothing.</summary>
    public static void Refuse(IReadOnlyList<TemplateFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Count > 0)
        {
            throw KpiTemplateRefusals.Faulty.Naming(
                faults[0].Place, [.. faults.Select(x => new RuleDetail(x.Code, x.Values) { Field = x.Place })], ("count", faults.Count));
        }
    }

    private static void AddSection(List<TemplateFault> faults, string place, TemplateSectionContent section)
    {
        AddWeight(faults, $"{place}.weight", section.Weight);
        if (section.Items.Count == 0)
        {
            faults.Add(new($"{place}.items", KpiTemplateFaults.NoItems, ("section", section.Name)));
            return;
        }

        for (var i = 0; i < section.Items.Count; i++)
        {
            AddItem(faults, $"{place}.items[{i}]", section.Items[i]);
        }

        if (TotalOf(section.Items.Select(x => x.Weight)) is { } total && total != FullWeight)
        {
            faults.Add(new($"{place}.items", KpiTemplateFaults.ItemsNotHundred, ("section", section.Name), ("total", total)));
        }
    }

    private static void AddItem(List<TemplateFault> faults, string place, TemplateItemContent item)
    {
        AddWeight(faults, $"{place}.weight", item.Weight);
        if (item.Cap is < MinCap or > MaxCap || !Decimals.Fits(item.Cap, ItemScore.Decimals))
        {
            faults.Add(new($"{place}.cap", KpiTemplateFaults.CapOutOfRange, ("cap", item.Cap), ("min", MinCap), ("max", MaxCap)));
        }

        faults.AddRange(MethodRules.Faults(item.Method, item.Cap, $"{place}.method"));
        faults.AddRange(TargetFaults(item.Method, item.Target, $"{place}.target"));
        AddCeiling(faults, $"{place}.ceiling", item);
    }

    private static void AddCeiling(List<TemplateFault> faults, string place, TemplateItemContent item)
    {
        if (item.Ceiling is not { } ceiling)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(ceiling.Grade) || ceiling.Grade.Length > MaxGradeLength)
        {
            faults.Add(new($"{place}.grade", KpiTemplateFaults.CeilingGrade, ("grade", ceiling.Grade), ("max", MaxGradeLength)));
        }

        if (ceiling.Below <= 0 || ceiling.Below > item.Cap || !Decimals.Fits(ceiling.Below, ItemScore.Decimals))
        {
            faults.Add(new($"{place}.below", KpiTemplateFaults.CeilingOutOfRange, ("below", ceiling.Below), ("cap", item.Cap)));
        }
    }

    private static void AddWeight(List<TemplateFault> faults, string place, decimal weight)
    {
        if (weight is <= 0 or > FullWeight || !Decimals.Fits(weight, WeightDecimals))
        {
            faults.Add(new(place, KpiTemplateFaults.WeightOutOfRange, ("weight", weight)));
        }
    }

    // None where a weight is so far out that the sum would say nothing; that weight is a fault itself.
    private static decimal? TotalOf(IEnumerable<decimal> weights) =>
        weights.All(x => Math.Abs(x) <= MaxFigure) ? Decimals.Trimmed(weights.Sum()) : null;

    // Each KPI once in a template, in whichever section.
    private static void AddTwice(List<TemplateFault> faults, KpiTemplateContent content)
    {
        var first = new Dictionary<long, string>();
        foreach (var (place, kpi) in content.Sections.SelectMany((section, i) =>
            section.Items.Select((item, j) => ($"sections[{i}].items[{j}].kpiId", item.KpiId))))
        {
            if (!first.TryAdd(kpi, place))
            {
                faults.Add(new(place, KpiTemplateFaults.KpiTwice, ("place", first[kpi])));
            }
        }
    }
}
