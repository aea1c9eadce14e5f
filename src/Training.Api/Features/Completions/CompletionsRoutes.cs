using Training.Api.Access;
using Training.Api.Errors;
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
    }
}
