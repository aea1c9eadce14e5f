using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>A section of a version of a template.</summary>
public sealed class KpiTemplateSection
{
    private readonly List<KpiTemplateItem> _items = [];

    private KpiTemplateSection()
    {
    }

    public long Id { get; private set; }

    public long TemplateId { get; private set; }

    /// <summary>Place in the template, from 1.</summary>
    public int Sequence { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>Percent of the template.</summary>
    public decimal Weight { get; private set; }

    public IReadOnlyCollection<KpiTemplateItem> Items => _items;

    public TemplateSectionContent Content =>
        new(new Bilingual(NameZh, NameEn), Weight, [.. _items.OrderBy(x => x.Sequence).Select(x => x.Content)]);

    internal static KpiTemplateSection Of(TemplateSectionContent content, int sequence)
    {
        var section = new KpiTemplateSection { Sequence = sequence };
        section.Take(content);
        return section;
    }

    internal void Take(TemplateSectionContent content)
    {
        (NameZh, NameEn, Weight) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En), content.Weight);
        _items.RemoveAll(old => content.Items.All(x => x.KpiId != old.KpiId));
        foreach (var (i, item) in content.Items.Index())
        {
            if (_items.Find(x => x.KpiId == item.KpiId) is { } kept)
            {
                kept.Take(item, i + 1);
            }
            else
            {
                _items.Add(KpiTemplateItem.Of(item, i + 1));
            }
        }
    }
}

/// <summary>An item of a section: a KPI and how it is scored. Unique by KPI within the template.</summary>
public sealed class KpiTemplateItem
{
    private KpiTemplateItem()
    {
    }

    public long Id { get; private set; }

    public long SectionId { get; private set; }

    /// <summary>Place in the section, from 1.</summary>
    public int Sequence { get; private set; }

    public long KpiId { get; private set; }

    /// <summary>Percent of the section.</summary>
    public decimal Weight { get; private set; }

    public ScoringMethod Method { get; private set; } = null!;

    public ItemScope Scope { get; private set; }

    public decimal? Target { get; private set; }

    /// <summary>The most it can score.</summary>
    public decimal Cap { get; private set; }

    /// <summary>With <see cref="CeilingBelow"/>: the best grade left when the score lies under it. Both are there or neither.</summary>
    public string? CeilingGrade { get; private set; }

    public decimal? CeilingBelow { get; private set; }

    /// <summary>Why it has this weight.</summary>
    public string? ReasonZh { get; private set; }

    public string? ReasonEn { get; private set; }

    /// <summary>Weight, method and target are a proposal for HR to decide on.</summary>
    public bool IsProposed { get; private set; }

    public ItemCeiling? Ceiling => CeilingGrade is { } grade && CeilingBelow is { } below ? new(grade, below) : null;

    public TemplateItemContent Content => new(
        KpiId, Weight, Method, Scope, Target, Cap, Ceiling, ReasonZh is null ? null : new Bilingual(ReasonZh, ReasonEn), IsProposed);

    internal static KpiTemplateItem Of(TemplateItemContent content, int sequence)
    {
        var item = new KpiTemplateItem { KpiId = content.KpiId };
        item.Take(content, sequence);
        return item;
    }

    internal void Take(TemplateItemContent content, int sequence)
    {
        (Sequence, Weight, Method, Scope) = (sequence, content.Weight, content.Method, content.Scope);
        (Target, Cap, IsProposed) = (content.Target, content.Cap, content.IsProposed);
        (CeilingGrade, CeilingBelow) = (content.Ceiling is { } ceiling ? PlainText.Key(ceiling.Grade) : null, content.Ceiling?.Below);
        (ReasonZh, ReasonEn) = (PlainText.OrNull(content.Reason?.Zh), PlainText.OrNull(content.Reason?.En));
    }
}
