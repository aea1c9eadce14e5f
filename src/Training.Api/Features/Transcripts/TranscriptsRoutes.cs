using Training.Api.Access;
using Training.Api.Errors;

namespace Training.Api.Features.Transcripts;

internal static class TranscriptsRoutes
{
    /// <summary>What a person has learnt: lines, hours, and a page to be printed.</summary>
    public static void MapTranscripts(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/employees/{id}/transcript").WithTags("transcript").RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        one.MapGet("", ListTranscript.HandleAsync).WithName(nameof(ListTranscript));
        one.MapGet("/hours", ListTranscriptHours.HandleAsync).WithName(nameof(ListTranscriptHours));
        one.MapGet("/page", GetTranscriptPage.HandleAsync).WithName(nameof(GetTranscriptPage));

        var own = api.MapGroup("/my/transcript").WithTags("transcript").RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        own.MapGet("", ListMyTranscript.HandleAsync).WithName(nameof(ListMyTranscript));
        own.MapGet("/hours", ListMyTranscriptHours.HandleAsync).WithName(nameof(ListMyTranscriptHours));
        own.MapGet("/page", GetMyTranscriptPage.HandleAsync).WithName(nameof(GetMyTranscriptPage));
    }
}
