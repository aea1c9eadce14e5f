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

/// <summary>A question with what was answered.</summary>
/// <param name="Mean">Mean of a scale, to two decimals.</param>
/// <param name="Counts">How often 1, 2, 3, 4 and 5 were given.</param>
/// <param name="Texts">What was written, in an order that tells nothing of the writers.</param>
public sealed record SurveyQuestionResult(
    SurveyQuestionKind Kind, string TextZh, string? TextEn, decimal? Mean, IReadOnlyList<int> Counts, IReadOnlyList<string> Texts);

/// <summary>A survey.</summary>
/// <param name="Questions">What is asked.</param>
/// <param name="AnsweredByMe">The caller has answered.</param>
/// <param name="Answers">How many have answered.</param>
/// <param name="LeastAnswers">They are summed up by so many at a time.</param>
/// <param name="Results">To HR and the trainer, from so many answers on; else none.</param>
public sealed record SurveyResponse(
    IReadOnlyList<SurveyQuestionResponse> Questions, bool AnsweredByMe, int Answers, int LeastAnswers, IReadOnlyList<SurveyQuestionResult>? Results);

internal static class GetSurvey
{
    /// <summary>The survey of a session; summed up for HR and the trainer by five answers at a time. Nobody sees who answered what.</summary>
    internal static async Task<SurveyResponse> HandleAsync(long id, Visible visible, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var session = await visible.Sessions().AsNoTracking().OneAsync(id, cancellation);
        var self = caller.EmployeeId ?? 0;
        var answers = await db.SurveyAnswers.AsNoTracking().Where(x => x.SessionId == id).OrderBy(x => x.Id).ToListAsync(cancellation);
        var mine = await db.Enrolments.AnyAsync(x => x.SessionId == id && x.EmployeeId == self && x.SurveyAnsweredAt != null, cancellation);
        var maySee = caller.IsHumanResources || (session.TrainerId is { } trainer && caller.Is(trainer));
        return new SurveyResponse(
            [.. session.Survey.Select(x => new SurveyQuestionResponse(x.Kind, x.Text.Zh, x.Text.En))], mine, answers.Count, SurveySummary.LeastAnswers,
            maySee && answers.Count >= SurveySummary.LeastAnswers
                ? [.. SurveySummary.Of(session.Survey, answers)
                    .Select(x => new SurveyQuestionResult(x.Question.Kind, x.Question.Text.Zh, x.Question.Text.En, x.Mean, x.Counts, x.Texts))]
                : null);
    }
}

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
