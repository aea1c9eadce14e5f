using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>What the KPIs of a template must be.</summary>
public static class KpiTemplateKpis
{
    /// <summary>Refuses a content that breaks the rules of templates, or whose KPIs cannot be scored: ones that do not exist, are
    /// retired, are not for appraisals, or have figures of departments only where the person's own are asked for. Every fault is
    /// named at its place, what no state of the KPIs would mend before the rest.</summary>
    /// <param name="content">The content.</param>
    /// <param name="kpis">Those of its KPIs that exist, with their versions, by id.</param>
    public static void Check(KpiTemplateContent content, IReadOnlyDictionary<long, Kpi> kpis) =>
        RuleViolation.ThrowAll([.. KpiTemplateRules.Faults(content), .. Faults(content, kpis)]);

    /// <summary>What is wrong with its KPIs alone, by place.</summary>
    public static IEnumerable<RuleViolation> Faults(KpiTemplateContent content, IReadOnlyDictionary<long, Kpi> kpis)
    {
        foreach (var (i, section) in content.Sections.Index())
        {
            foreach (var (j, item) in section.Items.Index())
            {
                if (Fault($"sections[{i}].items[{j}]", item, kpis.GetValueOrDefault(item.KpiId)) is { } fault)
                {
                    yield return fault;
                }
            }
        }
    }

    private static RuleViolation? Fault(string place, TemplateItemContent item, Kpi? kpi) => kpi switch
    {
        null => KpiTemplateLifeRefusals.KpiUnknown.At($"{place}.kpiId", ("kpiId", item.KpiId)),
        { IsRetired: true } => KpiTemplateLifeRefusals.KpiRetired.At($"{place}.kpiId", ("code", kpi.Code)),
        { Latest.Use: KpiUse.NotForAppraisal } => KpiTemplateLifeRefusals.KpiNotForAppraisal.At($"{place}.kpiId", ("code", kpi.Code)),
        { Latest.Use: KpiUse.Department } when item.Scope == ItemScope.Own => KpiTemplateLifeRefusals.KpiOfDepartment.At($"{place}.scope", ("code", kpi.Code)),
        _ => null,
    };
}
