using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>By what the people of a position are scored: one version of a template. Drafts are edited; a published version never
/// changes, and a revision of it is the next version. In a quarter that version holds for the position which began last; one that
/// was retired before it began does not count, and one that is retired leaves the position without any from then on.</summary>
public sealed class KpiTemplate : IVersioned
{
    public const int MaxCodeLength = 32;
    public const int MaxNameLength = 200;
    public const int MaxReasonLength = 500;
    public const int MaxSections = 20;
    public const int MaxItems = 50;

    private readonly List<KpiTemplateSection> _sections = [];

    private KpiTemplate()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key (<c>KT01</c>), shared by all versions of the template; never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>1, 2, 3 … within the code.</summary>
    public int Number { get; private set; }

    /// <summary>Whose template it is; the same in all versions.</summary>
    public long PositionId { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>What lists sort the name by; worked out from the name at the edge.</summary>
    public string NameSortKey { get; private set; } = "";

    /// <summary>What <c>q</c> looks in; worked out at the edge.</summary>
    public string SearchText { get; private set; } = "";

    public KpiTemplateState State { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The first quarter in which a published version holds (<c>2026Q4</c>); none: from the beginning.</summary>
    public string? FromQuarter { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The first quarter in which a retired version holds no more.</summary>
    public string? RetiredFromQuarter { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<KpiTemplateSection> Sections => _sections;

    /// <summary>The content as it can be edited, in its order.</summary>
    public KpiTemplateContent Content =>
        new(new Bilingual(NameZh, NameEn), PositionId, [.. _sections.OrderBy(x => x.Sequence).Select(x => x.Content)]);

    /// <summary>The first version of a template. Refused: a content that breaks the rules.</summary>
    public static KpiTemplate Draft(string code, KpiTemplateContent content)
    {
        var template = new KpiTemplate { Code = PlainText.Key(code), Number = 1, PositionId = content.PositionId };
        template.Take(content);
        return template;
    }

    /// <summary>Replaces the whole content of a draft; the position stays. Refused: once published; a content that breaks the rules.</summary>
    public void Edit(KpiTemplateContent content)
    {
        KpiTemplateLife.Table.Next(State, KpiTemplateAct.Edit);
        Take(content);
    }

    /// <summary>To be asked before what a draft says is looked at. Refused: once published.</summary>
    public void RequireDraft() => KpiTemplateLife.Table.Next(State, KpiTemplateAct.Edit);

    /// <summary>To be asked before a draft is deleted. Refused: once published.</summary>
    public void RefuseDeletion() => KpiTemplateLife.Table.Next(State, KpiTemplateAct.Delete);

    /// <summary>Freezes the draft and lets it hold from the quarter on. Refused: a quarter before <paramref name="earliest"/>: the
    /// current one, or that of the version before where it is later.</summary>
    public void Publish(Quarter from, Quarter earliest, DateTimeOffset now)
    {
        var next = KpiTemplateLife.Table.Next(State, KpiTemplateAct.Publish);
        if (from < earliest)
        {
            throw KpiTemplateLifeRefusals.QuarterPast.At("fromQuarter", ("quarter", from.ToString()), ("earliest", earliest.ToString()));
        }

        (State, FromQuarter, PublishedAt) = (next, from.ToString(), now);
    }

    /// <summary>As <see cref="Publish"/>, for the first version of an installation: it holds in every quarter.</summary>
    public void PublishFromBeginning(DateTimeOffset now) =>
        (State, PublishedAt) = (KpiTemplateLife.Table.Next(State, KpiTemplateAct.Publish), now);

    /// <summary>Takes the version out of force from the quarter after <paramref name="current"/> on. Refused: a draft; a second time.</summary>
    public void Retire(Quarter current, DateTimeOffset now)
    {
        State = KpiTemplateLife.Table.Next(State, KpiTemplateAct.Retire);
        (RetiredAt, RetiredFromQuarter) = (now, current.Next.ToString());
    }

    /// <summary>A draft of the next version, which begins with what this one says. Refused: a draft.</summary>
    public KpiTemplate Revise(int number)
    {
        KpiTemplateLife.Table.Next(State, KpiTemplateAct.Revise);
        var next = new KpiTemplate { Code = Code, Number = number, PositionId = PositionId };
        next.TakeChecked(Content);
        next.FindBy(NameSortKey, SearchText);
        return next;
    }

    /// <summary>Keeps what the name is sorted and found by; called whenever the name was given or edited.</summary>
    public void FindBy(string nameSortKey, string searchText)
    {
        NameSortKey = nameSortKey;
        SearchText = searchText;
    }

    private void Take(KpiTemplateContent content)
    {
        KpiTemplateRules.Check(content);
        TakeChecked(content);
    }

    private void TakeChecked(KpiTemplateContent content)
    {
        (NameZh, NameEn) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En));
        _sections.RemoveAll(old => old.Sequence > content.Sections.Count);
        foreach (var (i, section) in content.Sections.Index())
        {
            if (_sections.Find(x => x.Sequence == i + 1) is { } kept)
            {
                kept.Take(section);
            }
            else
            {
                _sections.Add(KpiTemplateSection.Of(section, i + 1));
            }
        }
    }
}
