using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Plans;

namespace Training.Api.Features.Completions;

/// <summary>What happened in truth; person and course stay.</summary>
/// <param name="CompletedOn">When: neither in the future nor before the person was first hired.</param>
/// <param name="Result">Excellent, passed or failed; failed closes nothing.</param>
/// <param name="Score">Marks out of 100 with at most one decimal, where there are any.</param>
/// <param name="Evidence">What shows it, in words.</param>
public sealed record CorrectCompletionRequest(
    DateOnly CompletedOn, CompletionResult Result, decimal? Score = null, [TextLength(0, Completion.MaxEvidenceLength)] string? Evidence = null);

internal static class CorrectCompletion
{
    /// <summary>Puts a completion right: training items it closed are open again if it no longer closes them. By whoever may record
    /// it. Refused as recording is.</summary>
    internal static Task<CompletionResponse> HandleAsync(
        long id, CorrectCompletionRequest request, IfMatch ifMatch, OnCompletion on, SettleItems settle, OrganisationClock clock, TrainingDb db,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var (completion, by) = await on.LoadAsync(id, cancellation);
                ifMatch.Require(completion);
                var course = await db.Courses.AsNoTracking().Include(x => x.Versions).SingleAsync(x => x.Id == completion.CourseId, cancellation);
                if (await db.Completions.AnyAsync(
                    x => x.Id != id && x.EmployeeId == completion.EmployeeId && x.CourseId == course.Id && x.CompletedOn == request.CompletedOn, cancellation))
                {
                    throw CompletionRefusals.AlreadyRecorded.At("completedOn", ("courseCode", course.Code), ("completedOn", request.CompletedOn));
                }

                var hiredOn = await db.Employees.Where(x => x.Id == completion.EmployeeId).SelectMany(x => x.Periods).MinAsync(x => x.HiredOn, cancellation);
                completion.Correct(
                    course.TermsFor(completion.CourseVersion, request.CompletedOn),
                    new CompletionContent(request.CompletedOn, request.Result, request.Score, request.Evidence), by, hiredOn, clock.Today);
                await settle.RunAsync([completion], [], cancellation);
                return await CompletionRow.Of(db.Completions.Where(x => x.Id == id), db).Select(CompletionRow.Answer).SingleAsync(cancellation);
            },
            cancellation);
}
