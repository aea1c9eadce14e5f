using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>Whose figures an item takes.</summary>
public enum ItemScope
{
    /// <summary>The person's own.</summary>
    Own,

    /// <summary>Those of the department the person heads, or else of the segment's department (scoring 1.1).</summary>
    Department,
}

/// <summary>The best grade left when an item's score lies under a threshold (scoring 4).</summary>
/// <param name="Grade">The grade (<c>C</c>).</param>
/// <param name="Below">Applies to a score under this one, 2 decimals.</param>
public sealed record ItemCeiling(string Grade, decimal Below);

/// <summary>An item of a section: a KPI, its weight and how it is scored.</summary>
/// <param name="KpiId">The KPI; each once in a template.</param>
/// <param name="Weight">Percent of its section, above 0, at most 2 decimals; a section totals exactly 100.00.</param>
/// <param name="Method">How it is scored.</param>
/// <param name="Scope">Whose figures it takes.</param>
/// <param name="Target">What the actual is held against, where the method asks for one.</param>
/// <param name="Cap">The most an item can score, 100–200 with at most 2 decimals.</param>
/// <param name="Ceiling">The best grade left under a threshold, where there is one.</param>
/// <param name="Reason">Why it has this weight, in one line.</param>
/// <param name="IsProposed">Weight, method and target are a proposal on which the documents are silent.</param>
public sealed record TemplateItemContent(
    long KpiId,
    decimal Weight,
    ScoringMethod Method,
    ItemScope Scope,
    decimal? Target,
    decimal Cap,
    ItemCeiling? Ceiling,
    Bilingual? Reason,
    bool IsProposed)
{
    public const decimal UsualCap = 120;
}

/// <summary>A section of a template, for instance KPI 70, behaviour 20, learning 10.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Percent of the template, above 0, at most 2 decimals; a template totals exactly 100.00.</param>
/// <param name="Items">In their order, at least one.</param>
public sealed record TemplateSectionContent(Bilingual Name, decimal Weight, IReadOnlyList<TemplateItemContent> Items);

/// <summary>All of a template that can be edited, as one whole.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PositionId">Whom it is for.</param>
/// <param name="Sections">In their order, at least one.</param>
public sealed record KpiTemplateContent(Bilingual Name, long PositionId, IReadOnlyList<TemplateSectionContent> Sections);
