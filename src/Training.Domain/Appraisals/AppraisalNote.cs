using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>What a note says of a day.</summary>
public enum AppraisalNoteKind
{
    Praise,
    Observation,
    Incident,
}

/// <summary>All of a note that its writer can change.</summary>
/// <param name="On">The day that it is about.</param>
/// <param name="IsShared">The person reads it at once, and so does HR; otherwise those alone who stood above the person on the day.</param>
public sealed record AppraisalNoteContent(AppraisalNoteKind Kind, DateOnly On, string Text, bool IsShared);

/// <summary>What the supervisor of a day of the quarter noted down about it, to be remembered when the segment is scored. It never enters
/// the arithmetic; it does not change once the segment of its day is scored.</summary>
public sealed class AppraisalNote : IVersioned
{
    /// <summary>Characters of the text at most.</summary>
    public const int MaxTextLength = 2000;

    private AppraisalNote()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public long WriterId { get; private set; }

    /// <summary>The supervisor in whose place they wrote it; none: their own.</summary>
    public long? WrittenForId { get; private set; }

    public AppraisalNoteKind Kind { get; private set; }

    public DateOnly On { get; private set; }

    public string Text { get; private set; } = "";

    public bool IsShared { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>A note. Refused: about a day outside the quarter or to come; once the result is published, or the segment of its day is
    /// scored.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="by">The supervisor of the day, or who stands in for them.</param>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="now">When.</param>
    public static AppraisalNote Write(AppraisalNoteContent content, SegmentScorer by, AppraisalNoteScope scope, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(scope);
        var note = new AppraisalNote { AppraisalId = scope.Appraisal.Id, WriterId = by.EmployeeId, WrittenForId = by.ForId, WrittenAt = now };
        note.Take(content, scope);
        return note;
    }

    /// <summary>Says something else. Refused as above.</summary>
    public void Edit(AppraisalNoteContent content, AppraisalNoteScope scope) => Take(content, scope);

    private void Take(AppraisalNoteContent content, AppraisalNoteScope scope)
    {
        ArgumentNullException.ThrowIfNull(content);
        scope.Require(content.On);
        (Kind, On, Text, IsShared) = (content.Kind, content.On, PlainText.Of(content.Text), content.IsShared);
    }
}

/// <summary>Where a note belongs on a day.</summary>
/// <param name="Appraisal">Of the person.</param>
/// <param name="Quarter">Of its cycle.</param>
/// <param name="Segment">The segment of the note's day; none: none has it yet.</param>
/// <param name="Today">The day of the organisation.</param>
public sealed record AppraisalNoteScope(Appraisal Appraisal, Quarter Quarter, AppraisalSegment? Segment, DateOnly Today)
{
    /// <summary>Refuses once notes of the segment are fixed: it is scored, or the result is published.</summary>
    public void RequireOpen()
    {
        if (Appraisal.IsPublished)
        {
            throw AppraisalNoteRefusals.Published.With();
        }

        if (Segment is { State: AppraisalSegmentState.Scored } segment)
        {
            throw AppraisalNoteRefusals.SegmentScored.With(("number", segment.Number), ("at", segment.ScoredAt));
        }
    }

    internal void Require(DateOnly on)
    {
        RequireOpen();
        if (on < Quarter.FirstDay || on > Quarter.LastDay)
        {
            throw AppraisalNoteRefusals.OutsideQuarter.At("on", ("on", on), ("from", Quarter.FirstDay), ("to", Quarter.LastDay));
        }

        if (on > Today)
        {
            throw AppraisalNoteRefusals.InFuture.At("on", ("on", on), ("today", Today));
        }
    }
}

/// <summary>Why a note is refused.</summary>
public static class AppraisalNoteRefusals
{
    /// <summary>Another than the direct supervisor of the day, or who stands in for them. Values: on.</summary>
    public static readonly Refusal NotTheSupervisor = Refusal.Relation("appraisalNote.notTheSupervisor");

    /// <summary>Another than who wrote it.</summary>
    public static readonly Refusal NotTheWriter = Refusal.Relation("appraisalNote.notTheWriter");

    /// <summary>The segment of its day is scored. Values: number, at.</summary>
    public static readonly Refusal SegmentScored = Refusal.State("appraisalNote.segmentScored");

    /// <summary>The result is published.</summary>
    public static readonly Refusal Published = Refusal.State("appraisalNote.published");

    /// <summary>Values: on, today.</summary>
    public static readonly Refusal InFuture = Refusal.State("appraisalNote.inFuture");

    /// <summary>Values: on, from, to.</summary>
    public static readonly Refusal OutsideQuarter = Refusal.Content("appraisalNote.outsideQuarter");

    /// <summary>To be attached, but no note of a day of the segment that the rater sees. Values: noteId, number.</summary>
    public static readonly Refusal Unknown = Refusal.Content("appraisalNote.unknown");

    /// <summary>Attached to the same item twice. Values: place, where it stands first.</summary>
    public static readonly Refusal AttachedTwice = Refusal.Content("appraisalNote.attachedTwice");
}
