using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Incentives;

namespace Training.Api.Features.PunchQuestions;

/// <summary>What there was of it.</summary>
/// <param name="Answer">On time, late, absent or on leave.</param>
/// <param name="Minutes">Minutes late, with that answer alone.</param>
/// <param name="Note">In words; of a lateness the person reads it.</param>
public sealed record AnswerPunchQuestionRequest(
    PunchAnswer Answer, [Within("1", "1440")] int? Minutes = null, [TextLength(0, PunchQuestion.MaxNoteLength)] string? Note = null);

internal static class AnswerPunchQuestion
{
    /// <summary>Says what there was of a missing punch: the direct supervisor of that day, their deputy or HR, never about oneself. A lateness
    /// becomes a performance event that the answerer reports, of which the person is told. Refused: a second answer; a lateness where there
    /// is one of that day.</summary>
    internal static Task<PunchQuestionResponse> HandleAsync(
        long id,
        AnswerPunchQuestionRequest request,
        IfMatch ifMatch,
        OnPunchQuestion on,
        Acts.ReportPerformanceEvent report,
        OrganisationClock clock,
        TrainingDb db,
        CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var (question, by) = await on.LoadAsync(id, cancellation);
            ifMatch.Require(question);
            question.AnswerWith(request.Answer, request.Minutes, request.Note, by, clock.Now);
            if (request.Minutes is { } minutes)
            {
                var person = await db.Employees.AsNoTracking().Include(x => x.Periods).SingleAsync(x => x.Id == question.EmployeeId, cancellation);
                var kind = await db.PerformanceEventKinds.AsNoTracking().SingleAsync(x => x.Code == PerformanceEventKind.LatenessCode, cancellation);
                var content = new PerformanceEventContent(question.Day, null, null, minutes, null, null, null, request.Note, null);
                question.Became((await report.RunAsync(person, kind, content, by, cancellation)).Id);
            }

            await db.FlushAsync(cancellation);
            return await on.ReadAsync(id, cancellation);
        },
        cancellation);
}
