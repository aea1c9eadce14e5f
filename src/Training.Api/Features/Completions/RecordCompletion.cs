using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Completions;

/// <summary>That a person completed a course.</summary>
/// <param name="EmployeeId">Who.</param>
/// <param name="CourseId">What; a retired course may have been completed before.</param>
/// <param name="CompletedOn">When: neither in the future nor before the person was first hired.</param>
/// <param name="Result">Excellent, passed or failed; failed closes nothing.</param>
/// <param name="Score">Marks out of 100 with at most one decimal, where there are any.</param>
/// <param name="Evidence">What shows it, in words.</param>
public sealed record RecordCompletionRequest(
    long EmployeeId,
    long CourseId,
    DateOnly CompletedOn,
    CompletionResult Result,
    decimal? Score = null,
    [TextLength(0, Completion.MaxEvidenceLength)] string? Evidence = null);

internal static class RecordCompletion
{
    /// <summary>Records that a person completed a course; it closes their open training items of that course. By HR, the direct
    /// supervisor or their deputy, never for oneself.</summary>
    internal static async Task<Created<CompletionResponse>> HandleAsync(
        RecordCompletionRequest request,
        Acts.RecordCompletion record,
        Visible visible,
        Relations relations,
        OrganisationClock clock,
        TrainingDb db,
        CancellationToken cancellation)
    {
        var recorded = await db.WriteAsync(
            async () =>
            {
                var relation = await relations.ToAsync(request.EmployeeId, clock.Today, cancellation);

                // A deputy sees the people of the supervisor only to act for them.
                var people = relation == Relation.DirectReport ? db.Employees : visible.Employees();
                var employee = await people.Include(x => x.Periods).Where(x => x.Id == request.EmployeeId).OneAsync(cancellation);
                var content = new CompletionContent(request.CompletedOn, request.Result, request.Score, request.Evidence);
                var completion = await record.RunAsync(employee, request.CourseId, content, relation, cancellation);
                return await CompletionRow.Of(db.Completions.Where(x => x.Id == completion.Id), db)
                    .Select(CompletionRow.Answer).SingleAsync(cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/completions/{recorded.Id}", recorded);
    }
}
