using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Features.Completions;

internal static class GetCompletion
{
    /// <summary>One completion.</summary>
    internal static Task<CompletionResponse> HandleAsync(long id, Visible visible, TrainingDb db, CancellationToken cancellation) =>
        CompletionRow.Of(visible.Completions().Where(x => x.Id == id), db).Select(CompletionRow.Answer).OneAsync(cancellation);
}
