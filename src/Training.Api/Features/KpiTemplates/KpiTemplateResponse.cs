using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.KpiTemplates;

/// <summary>A KPI by which people are scored, and how.</summary>
/// <param name="KpiNameZh">As the KPI is named now.</param>
/// <param name="Unit">What its figures are counted in.</param>
/// <param name="Decimals">Decimals of its figures.</param>
/// <param name="Weight">Percent of its section.</param>
/// <param name="Method">How the actual becomes a score; members of other kinds are <c>null</c>.</param>
/// <param name="Target">What the actual is held against, where the method asks for one.</param>
/// <param name="Scope">Whose figures are taken.</param>
/// <param name="Cap">The most it can score.</param>
/// <param name="Ceiling">The best grade left when the score lies under a threshold.</param>
/// <param name="ReasonZh">Why it has this weight.</param>
/// <param name="IsProposed">Weight, method and target are a proposal for HR to decide on.</param>
public sealed record KpiTemplateItemResponse(
    long KpiId, string KpiCode, string KpiNameZh, string? KpiNameEn, KpiUnit Unit, int Decimals, decimal Weight, ScoringMethod Method,
    decimal? Target, ItemScope Scope, decimal Cap, ItemCeiling? Ceiling, string? ReasonZh, string? ReasonEn, bool IsProposed);

/// <summary>A section of a template.</summary>
/// <param name="Weight">Percent of the template.</param>
/// <param name="ItemsWeight">What its items total: 100.</param>
public sealed record KpiTemplateSectionResponse(
    string NameZh, string? NameEn, decimal Weight, decimal ItemsWeight, IReadOnlyList<KpiTemplateItemResponse> Items);

/// <summary>A version of a template.</summary>
/// <param name="Number">1, 2, 3 … within the code.</param>
/// <param name="FromQuarter">The first quarter in which it holds; none: from the beginning, or not published.</param>
/// <param name="RetiredFromQuarter">The first quarter in which it holds no more.</param>
/// <param name="SectionsWeight">What its sections total: 100.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
public sealed record KpiTemplateResponse(
    long Id, string Code, int Number, string NameZh, string? NameEn, long PositionId, string PositionCode, string PositionNameZh,
    string? PositionNameEn, KpiTemplateState State, string? FromQuarter, DateTimeOffset? PublishedAt, string? RetiredFromQuarter,
    DateTimeOffset? RetiredAt, decimal SectionsWeight, IReadOnlyList<KpiTemplateSectionResponse> Sections,
    IReadOnlyList<KpiTemplateAct> AllowedActions, int Version) : IVersioned
{
    internal static KpiTemplateResponse Of(
        KpiTemplate x, TemplatePosition position, IReadOnlyDictionary<long, TemplateKpi> kpis, IReadOnlyList<KpiTemplateAct> allowedActions) => new(
        x.Id, x.Code, x.Number, x.NameZh, x.NameEn, x.PositionId, position.Code, position.NameZh, position.NameEn, x.State, x.FromQuarter,
        x.PublishedAt, x.RetiredFromQuarter, x.RetiredAt, x.Sections.Sum(y => y.Weight),
        [.. x.Content.Sections.Select(y => Section(y, kpis))], allowedActions, x.Version);

    private static KpiTemplateSectionResponse Section(TemplateSectionContent x, IReadOnlyDictionary<long, TemplateKpi> kpis) => new(
        x.Name.Zh, x.Name.En, x.Weight, x.Items.Sum(y => y.Weight), [.. x.Items.Select(y => Item(y, kpis[y.KpiId]))]);

    private static KpiTemplateItemResponse Item(TemplateItemContent x, TemplateKpi kpi) => new(
        x.KpiId, kpi.Code, kpi.NameZh, kpi.NameEn, kpi.Unit, kpi.Decimals, x.Weight, x.Method, x.Target, x.Scope, x.Cap, x.Ceiling,
        x.Reason?.Zh, x.Reason?.En, x.IsProposed);
}

internal sealed record TemplatePosition(string Code, string NameZh, string? NameEn);

internal sealed record TemplateKpi(long Id, string Code, string NameZh, string? NameEn, KpiUnit Unit, int Decimals);
