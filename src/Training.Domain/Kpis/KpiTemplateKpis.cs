using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What the KPIs of a template must be.</summary>
public static class KpiTemplateKpis
{
    /// <summary>Values: kpiId.</summary>
    public const string Unknown = "kpiTemplate.kpiUnknown";

    /// <summary>Values: code.</summary>
    public const string Retired = "kpiTemplate.kpiRetired";

    /// <summary>The KPI is kept for other uses than appraisals. Values: code.</summary>
    public const string NotForAppraisal = "kpiTemplate.kpiNotForAppraisal";

    /// <summary>The KPI is one of departments; a person has no figures of their own. Values: code.</summary>
    public const string OfDepartment = "kpiTemplate.kpiOfDepartment";

    /// <summary>Refuses a content that breaks the rules of templates, or whose KPIs cannot be scored. Every fault is named at its
    /// place; where another state of the KPIs would mend them all, that is said.</summary>
    /// <param name="content">The content.</param>
    /// <param name="kpis">Those of its KPIs that exist, with their versions, by id.</param>
    public static void Check(KpiTemplateContent content, IReadOnlyDictionary<long, Kpi> kpis)
    {
        var (lasting, passing) = (KpiTemplateRules.Faults(content), Faults(content, kpis).ToList());
        if (lasting.Count == 0 && passing.Count > 0 && passing.TrueForAll(x => x.Code != Unknown))
        {
            throw KpiTemplateLifeRefusals.KpisNotUsable.Naming(
                passing[0].Place, [.. passing.Select(x => new RuleDetail(x.Code, x.Values) { Field = x.Place })], ("count", passing.Count));
        }

        KpiTemplateRules.Refuse([.. lasting, .. passing]);
    }

    /// <summary>What is wrong with its KPIs alone.</summary>
    private static IEnumerable<TemplateFault> Faults(KpiTemplateContent content, IReadOnlyDictionary<long, Kpi> kpis) =>
        content.Sections.SelectMany((section, i) => section.Items.SelectMany((item, j) =>
            Faults($"sections[{i}].items[{j}]", item, kpis.GetValueOrDefault(item.KpiId))));

    private static IEnumerable<TemplateFault> Faults(string place, TemplateItemContent item, Kpi? kpi) => kpi switch
    {
        null => [new($"{place}.kpiId", Unknown, ("kpiId", item.KpiId))],
        { IsRetired: true } => [new($"{place}.kpiId", Retired, ("code", kpi.Code))],
        { Latest.Use: KpiUse.NotForAppraisal } => [new($"{place}.kpiId", NotForAppraisal, ("code", kpi.Code))],
        { Latest.Use: KpiUse.Department } when item.Scope == ItemScope.Own => [new($"{place}.scope", OfDepartment, ("code", kpi.Code))],
        _ => [],
    };
}
