using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.PunchQuestions;

internal static class PunchQuestionRoutes
{
    /// <summary>Questions to supervisors about shifts with a missing punch.</summary>
    public static void MapPunchQuestions(this IEndpointRouteBuilder api)
    {
        var questions = api.MapGroup("/punch-questions").WithTags("performance-events").RequireAuthorization(Policies.ReportEvents);

        questions.MapGet("", ListPunchQuestions.Handle).WithName(nameof(ListPunchQuestions));
        var one = questions.MapGroup("/{id}").Refuses(CommonRefusals.Unknown);
        one.MapGet("", GetPunchQuestion.HandleAsync).WithName(nameof(GetPunchQuestion));
        one.MapPost("/answer", AnswerPunchQuestion.HandleAsync).WithName(nameof(AnswerPunchQuestion))
            .Refuses(AccessRefusals.OwnRecord, PunchQuestionRefusals.NotYours, PunchQuestionRefusals.NotInThisState)
            .Refuses(PunchQuestionRefusals.Minutes, PerformanceEventRefusals.LatenessThere, PerformanceEventRefusals.NotEmployed);
    }
}
