using Microsoft.AspNetCore.Mvc;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalNotes;

internal static class ListAppraisalNotes
{
    private static readonly Sorts<AppraisalNoteItem> Fields = new(x => x.Id, "-on")
    {
        { "on", x => x.On },
        { "kind", x => x.Kind },
        { "writerNumber", x => x.WriterNumber },
        { "writtenAt", x => x.WrittenAt },
    };

    /// <summary>The notes of an appraisal: to those who stood above the person on a note's day, or stand in for one who did, or whom HR
    /// named to score it; shared ones also to the person and HR. Who became the supervisor later does not see those of before.</summary>
    internal static async Task<ListOf<AppraisalNoteItem>> HandleAsync(
        long id, [FromQuery(Name = "kind")] Choice<AppraisalNoteKind>? kind, [FromQuery(Name = "segment")] int? segment, [AsParameters] ListRequest list,
        OnAppraisalNote on, CancellationToken cancellation) =>
        ListOf.From(
            [
                .. (await on.ListAsync(id, cancellation))
                    .Where(x => (kind is not { Value: var asked } || x.Kind == asked) && (segment is null || x.Segment == segment)),
            ],
            Fields, list);
}
