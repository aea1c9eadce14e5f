using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

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
