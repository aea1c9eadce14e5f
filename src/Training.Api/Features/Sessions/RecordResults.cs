using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>Results of one person, as a whole: what is left out is taken away.</summary>
/// <param name="EnrolmentId">Whose; each once.</param>
/// <param name="Theory">0 to 100 with at most one decimal; so the others.</param>
/// <param name="Practical">Of the practical test.</param>
/// <param name="StageQuiz">Of the quiz after a stage.</param>
public sealed record ResultEntryRequest(long EnrolmentId, decimal? Theory = null, decimal? Practical = null, decimal? StageQuiz = null);

/// <summary>Results of a session.</summary>
/// <param name="Entries">1 to 1000 people.</param>
public sealed record RecordResultsRequest([ItemCount(1, 1000)] IReadOnlyList<ResultEntryRequest> Entries);

internal static class RecordResults
{
    /// <summary>Records the results of people, all in one act: theory, practical, stage quiz. Outcome and completions follow. By the trainer
    /// of the session and HR; the caller's own is left out and listed.</summary>
    internal static Task<RecordedResponse> HandleAsync(
        long id, RecordResultsRequest request, Recording recording, OrganisationClock clock, CancellationToken cancellation) =>
        recording.RunAsync(
            id,
            [.. request.Entries.Select(x => x.EnrolmentId)],
            (session, enrolment, i, by) => session.StartsAt > clock.Now
                ? throw ResultRefusals.TooEarly.With(("startsAt", session.StartsAt))
                : enrolment.Score(
                    new SessionResults(request.Entries[i].Theory, request.Entries[i].Practical, request.Entries[i].StageQuiz), by, $"entries[{i}]."),
            cancellation);
}
