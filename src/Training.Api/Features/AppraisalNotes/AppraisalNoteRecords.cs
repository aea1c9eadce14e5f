using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalNotes;

/// <summary>What can be done to a note.</summary>
public enum AppraisalNoteAct
{
    Edit,
    Delete,
}

/// <summary>A note about a day.</summary>
/// <param name="Kind">What it says of the day.</param>
/// <param name="On">The day: of the quarter, not to come.</param>
/// <param name="Text">What happened.</param>
/// <param name="IsShared">The person reads it at once, and so does HR; otherwise those alone who stood above the person on the day.</param>
public sealed record AppraisalNoteRequest(
    AppraisalNoteKind Kind, DateOnly On, [NotBlank, TextLength(1, AppraisalNote.MaxTextLength)] string Text, bool IsShared = false)
{
    internal AppraisalNoteContent Content() => new(Kind, On, Text, IsShared);
}

/// <summary>A note about a day.</summary>
/// <param name="Writer">Who wrote it.</param>
/// <param name="WrittenFor">The supervisor in whose place they wrote it.</param>
/// <param name="Segment">Number of the segment of the day; none: the day lies in no segment.</param>
/// <param name="AttachedTo">Codes of the KPIs to which the rater attached it; shown with the marks of the segment.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
public sealed record AppraisalNoteResponse(
    long Id, long AppraisalId, AppraisalNoteKind Kind, DateOnly On, string Text, bool IsShared, Person Writer, Person? WrittenFor, int? Segment,
    IReadOnlyList<string> AttachedTo, DateTimeOffset WrittenAt, IReadOnlyList<AppraisalNoteAct> AllowedActions, int Version) : IVersioned;

/// <summary>A note in a list.</summary>
/// <param name="On">The day that it is about.</param>
/// <param name="IsShared">The person and HR read it too.</param>
/// <param name="Segment">Number of the segment of the day.</param>
/// <param name="AttachedTo">Codes of the KPIs to which the rater attached it.</param>
public sealed record AppraisalNoteItem(
    long Id, DateOnly On, AppraisalNoteKind Kind, string Text, bool IsShared, long WriterId, string WriterNumber, string WriterNameZh,
    string? WriterNameLatin, int? Segment, IReadOnlyList<string> AttachedTo, DateTimeOffset WrittenAt, int Version);
