using Training.Domain.Rules;

namespace Training.Domain.Kpis;

public static class KpiTemplateRules
{
    public static IReadOnlyList<RuleViolation> Faults(KpiTemplateContent content) => [];

    public static void Check(KpiTemplateContent content) => RuleViolation.ThrowAll(Faults(content));
}
