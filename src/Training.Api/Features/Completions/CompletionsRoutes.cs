using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.Plans;

namespace Training.Api.Features.Completions;

internal static class CompletionsRoutes
{
    /// <summary>Who completed which course when.</summary>
    public static void MapCompletions(this IEndpointRouteBuilder api)
    {
        var completions = api.MapGroup("/completions").WithTags("completions");

        completions.MapGet("/", ListCompletions.Handle).WithName(nameof(ListCompletions)).RequireAuthorization(Policies.SignedIn);
        completions.MapGet("/{id}", GetCompletion.HandleAsync).WithName(nameof(GetCompletion)).RequireAuthorization(Policies.SignedIn)
            .Refuses(CommonRefusals.Unknown);
        completions.MapPost("/", RecordCompletion.HandleAsync).WithName(nameof(RecordCompletion)).RequireAuthorization(Policies.RecordCompletions)
            .Refuses(CommonRefusals.Unknown, CompletionRefusals.Own, CompletionRefusals.NotYours, CompletionRefusals.CourseUnknown)
            .Refuses(CompletionRefusals.AlreadyRecorded, CompletionRefusals.BeforeHire, CompletionRefusals.InFuture, CompletionRefusals.ScoreOutOfRange)
            .Refuses(CompletionRefusals.EvidenceMissing, CompletionRefusals.ScoreMissing, CompletionRefusals.BelowPassMark);
        completions.MapPut("/{id}", CorrectCompletion.HandleAsync).WithName(nameof(CorrectCompletion)).RequireAuthorization(Policies.RecordCompletions)
            .Refuses(CompletionRefusals.Own, CompletionRefusals.NotYours, CompletionRefusals.AlreadyRecorded, CompletionRefusals.BeforeHire)
            .Refuses(CompletionRefusals.InFuture, CompletionRefusals.ScoreOutOfRange)
            .Refuses(CompletionRefusals.EvidenceMissing, CompletionRefusals.ScoreMissing, CompletionRefusals.BelowPassMark);
        completions.MapPost("/{id}/file", AttachCompletionFile.HandleAsync).WithName(nameof(AttachCompletionFile)).TakesUpload(Files.MostBytes)
            .RequireAuthorization(Policies.RecordCompletions)
            .Refuses(CompletionRefusals.Own, CompletionRefusals.NotYours, CommonRefusals.VersionMissing, DataRefusals.FileKind);
        completions.MapGet("/{id}/file", DownloadCompletionFile.HandleAsync).WithName(nameof(DownloadCompletionFile))
            .RequireAuthorization(Policies.SignedIn).Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Refuses(CompletionRefusals.NoFile);
    }
}
