using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalNotes;

internal static class AppraisalNoteRoutes
{
    /// <summary>What supervisors note down of the days of a quarter.</summary>
    public static void MapAppraisalNotes(this IEndpointRouteBuilder api)
    {
        var notes = api.MapGroup("/appraisals/{id}/notes").WithTags("appraisals").RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        notes.MapGet("", ListAppraisalNotes.HandleAsync).WithName(nameof(ListAppraisalNotes));
        notes.MapPost("", WriteAppraisalNote.HandleAsync).WithName(nameof(WriteAppraisalNote))
            .Refuses(AccessRefusals.OwnRecord).Refuses(OfContent);
        notes.MapGet("/{noteId}", GetAppraisalNote.HandleAsync).WithName(nameof(GetAppraisalNote));
        notes.MapPut("/{noteId}", EditAppraisalNote.HandleAsync).WithName(nameof(EditAppraisalNote))
            .Refuses(AppraisalNoteRefusals.NotTheWriter).Refuses(OfContent);
        notes.MapDelete("/{noteId}", DeleteAppraisalNote.HandleAsync).WithName(nameof(DeleteAppraisalNote))
            .Refuses(AppraisalNoteRefusals.NotTheWriter, AppraisalNoteRefusals.SegmentScored, AppraisalNoteRefusals.Published);
    }

    private static readonly Refusal[] OfContent =
    [
        AppraisalNoteRefusals.NotTheSupervisor, AppraisalNoteRefusals.SegmentScored, AppraisalNoteRefusals.Published,
        AppraisalNoteRefusals.OutsideQuarter, AppraisalNoteRefusals.InFuture,
    ];
}
