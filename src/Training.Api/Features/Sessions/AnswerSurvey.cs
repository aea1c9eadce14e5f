using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>The answer to one question.</summary>
/// <param name="Scale">1 (worst) to 5 (best), for a scale.</param>
/// <param name="Text">For a text; may be left out.</param>
public sealed record SurveyValueRequest(int? Scale = null, [TextLength(0, SurveyAnswer.MaxTextLength)] string? Text = null);

/// <summary>The answer to a survey.</summary>
/// <param name="Answers">One for each question, in order.</param>
public sealed record AnswerSurveyRequest([ItemCount(0, 30)] IReadOnlyList<SurveyValueRequest> Answers);

internal static class AnswerSurvey
{
    /// <summary>Answers the survey of a session, once, by who attended and after its end; it may be what the completion was waiting for. The
    /// answer is kept without a name.</summary>
    internal static Task<SurveyResponse> HandleAsync(
        long id, AnswerSurveyRequest request, Visible visible, CurrentPerson caller, SettleEnrolments settle, OrganisationClock clock, TrainingDb db,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(GiveSeats.Lock, cancellation);
                var session = await visible.Sessions().Whole().OneAsync(id, cancellation);
                var self = caller.EmployeeId ?? 0;
                var enrolment = await db.Enrolments.Include(x => x.Attendance).Active()
                    .SingleOrDefaultAsync(x => x.SessionId == id && x.EmployeeId == self, cancellation) ?? throw SurveyRefusals.NotAttended.With();
                var content = new SurveyContent([.. request.Answers.Select(x => new SurveyValue(x.Scale, x.Text))]);
                var by = new EnrolmentActor(caller.AccountId, caller.EmployeeId, caller.IsHumanResources, false);
                db.SurveyAnswers.Add(enrolment.Answer(session, content, by, clock.Now));
                await settle.RunAsync(session, [enrolment], cancellation);
                return await GetSurvey.HandleAsync(id, visible, caller, db, cancellation);
            },
            cancellation);
}
