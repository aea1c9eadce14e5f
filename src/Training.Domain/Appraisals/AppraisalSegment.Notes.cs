using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>A note that the rater attached to an item when they marked the segment.</summary>
public sealed record NoteLink(long NoteId, long KpiId);

/// <summary>The notes attached to its items.</summary>
public sealed partial class AppraisalSegment
{
    /// <summary>As the marks: a draft until it is scored.</summary>
    public IReadOnlyList<NoteLink> Notes { get; private set; } = [];

    /// <summary>Attaches notes to items, in the place of those before. Refused, naming every place: a note that is none of the segment's
    /// days, an item that the template does not have, the same twice. To be asked while it is open.</summary>
    /// <param name="links">Notes and the items that they are attached to, rated or measured.</param>
    /// <param name="notes">Of the days of the segment.</param>
    /// <param name="items">Of its template.</param>
    public void Attach(IReadOnlyList<NoteLink> links, IReadOnlySet<long> notes, IReadOnlyList<TemplateItem> items)
    {
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(notes);
        RequireOpen();
        RuleViolation.ThrowAll([.. links.Select((x, i) => FaultOf(links, i, notes, items)).OfType<RuleViolation>()]);
        Notes = [.. links];
    }

    private RuleViolation? FaultOf(IReadOnlyList<NoteLink> links, int index, IReadOnlySet<long> notes, IReadOnlyList<TemplateItem> items)
    {
        var (link, place) = (links[index], $"notes[{index}]");
        if (!notes.Contains(link.NoteId))
        {
            return AppraisalNoteRefusals.Unknown.At($"{place}.noteId", ("noteId", link.NoteId), ("number", Number));
        }

        if (items.All(x => x.KpiId != link.KpiId))
        {
            return AppraisalRefusals.ItemUnknown.At($"{place}.kpiId", ("kpiId", link.KpiId));
        }

        return links.Take(index).Index().FirstOrDefault(x => x.Item == link) is { Item: not null } first
            ? AppraisalNoteRefusals.AttachedTwice.At(place, ("place", $"notes[{first.Index}]"))
            : null;
    }
}
