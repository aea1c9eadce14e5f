using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.KpiTemplates;

/// <summary>The best grade left when the score of an item lies under a threshold.</summary>
/// <param name="Grade">A grade of the usual bands (<c>C</c>).</param>
/// <param name="Below">Applies to a score under this one, at most 2 decimals.</param>
public sealed record KpiTemplateCeilingRequest(string Grade, decimal Below);

/// <summary>A KPI by which people are scored.</summary>
/// <param name="KpiId">Each KPI once in a template.</param>
/// <param name="Weight">Percent of its section, above 0, at most 2 decimals; a section totals exactly 100.00.</param>
/// <param name="Method">How the actual becomes a score: the kind and the members of that kind.</param>
/// <param name="Target">What the actual is held against: with <c>ratio</c>, relative curves and bands, and <c>passFail</c> unless by the
/// flag, and only then.</param>
/// <param name="Scope">Whose figures are taken; the person's own unless given.</param>
/// <param name="Cap">The most it can score, 100 to 200 with at most 2 decimals; 120 unless given.</param>
/// <param name="Ceiling">Where a low score limits the grade.</param>
/// <param name="ReasonZh">Why it has this weight, in one line.</param>
/// <param name="ReasonEn">The same in English.</param>
/// <param name="IsProposed">Weight, method and target are a proposal for HR to decide on.</param>
public sealed record KpiTemplateItemRequest(
    long KpiId,
    decimal Weight,
    ScoringMethod Method,
    decimal? Target = null,
    ItemScope Scope = ItemScope.Own,
    decimal Cap = TemplateItemContent.UsualCap,
    KpiTemplateCeilingRequest? Ceiling = null,
    [TextLength(0, KpiTemplate.MaxReasonLength)] string? ReasonZh = null,
    [TextLength(0, KpiTemplate.MaxReasonLength)] string? ReasonEn = null,
    bool IsProposed = false)
{
    internal TemplateItemContent Content() => new(
        KpiId, Weight, Method, Scope, Target, Cap, Ceiling is null ? null : new ItemCeiling(PlainText.Key(Ceiling.Grade), Ceiling.Below),
        BilingualText.OrNull(ReasonZh, ReasonEn), IsProposed);
}

/// <summary>A section, for instance KPI 70, behaviour 20, learning 10.</summary>
/// <param name="NameZh">Chinese name.</param>
/// <param name="Weight">Percent of the template, above 0, at most 2 decimals; a template totals exactly 100.00.</param>
/// <param name="Items">In their order.</param>
/// <param name="NameEn">English name.</param>
public sealed record KpiTemplateSectionRequest(
    [TextLength(1, KpiTemplate.MaxNameLength)] string NameZh,
    decimal Weight,
    [ItemCount(1, KpiTemplate.MaxItems)] IReadOnlyList<KpiTemplateItemRequest> Items,
    [TextLength(0, KpiTemplate.MaxNameLength)] string? NameEn = null)
{
    internal TemplateSectionContent Content() => new(new Bilingual(NameZh, NameEn), Weight, [.. Items.Select(x => x.Content())]);
}

/// <summary>All of a template that can be edited.</summary>
public record EditKpiTemplateRequest
{
    /// <summary>Chinese name.</summary>
    [TextLength(1, KpiTemplate.MaxNameLength)]
    public required string NameZh { get; init; }

    /// <summary>English name, where there is one.</summary>
    [TextLength(0, KpiTemplate.MaxNameLength)]
    public string? NameEn { get; init; }

    /// <summary>In their order.</summary>
    [ItemCount(1, KpiTemplate.MaxSections)]
    public required IReadOnlyList<KpiTemplateSectionRequest> Sections { get; init; }

    internal KpiTemplateContent Content(long positionId) =>
        new(new Bilingual(NameZh, NameEn), positionId, [.. Sections.Select(x => x.Content())]);
}
