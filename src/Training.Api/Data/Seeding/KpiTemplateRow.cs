using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

internal sealed record KpiTemplateRow(
    string Code, string NameZh, string? NameEn, string PositionCode, IReadOnlyList<KpiTemplateSectionRow> Sections)
{
    /// <summary>The content, with the id of the KPI that stands at the place under the code.</summary>
    public KpiTemplateContent Content(long positionId, Func<string, string, long> kpiId) => new(
        new Bilingual(NameZh, NameEn),
        positionId,
        [.. Sections.Select((x, i) => new TemplateSectionContent(
            new Bilingual(x.NameZh, x.NameEn), x.Weight, [.. x.Items.Select((y, j) => y.Content(kpiId($"sections[{i}].items[{j}].kpiCode", y.KpiCode)))]))]);
}

internal sealed record KpiTemplateSectionRow(string NameZh, string? NameEn, decimal Weight, IReadOnlyList<KpiTemplateItemRow> Items);

internal sealed record KpiTemplateItemRow(
    string KpiCode, decimal Weight, ItemScope Scope, ScoringMethod Method, decimal? Target, decimal Cap, ItemCeiling? Ceiling, string ReasonZh,
    string? ReasonEn, bool Proposed)
{
    public TemplateItemContent Content(long kpiId) =>
        new(kpiId, Weight, Method, Scope, Target, Cap, Ceiling, new Bilingual(ReasonZh, ReasonEn), Proposed);
}
