using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Sessions;

namespace Training.Api.Features.Retraining;

internal static class RetrainingRoutes
{
    /// <summary>Orders to train somebody again: coached, by a day, with an outcome.</summary>
    public static void MapRetraining(this IEndpointRouteBuilder api)
    {
        var retraining = api.MapGroup("/retraining").WithTags("retraining").RequireAuthorization(Policies.SignedIn);

        retraining.MapGet("", ListRetraining.Handle).WithName(nameof(ListRetraining));
        var one = retraining.MapGroup("/{id}").Refuses(CommonRefusals.Unknown);
        one.MapGet("", GetRetraining.HandleAsync).WithName(nameof(GetRetraining));
        one.MapPut("", EditRetraining.HandleAsync).WithName(nameof(EditRetraining))
            .Refuses(RetrainingRefusals.NotOpen, RetrainingRefusals.Own, RetrainingRefusals.NotYours, RetrainingRefusals.CoachUnknown)
            .Refuses(RetrainingRefusals.CoachIsPerson, RetrainingRefusals.DueInPast);
        one.MapPost("/close", CloseRetraining.HandleAsync).WithName(nameof(CloseRetraining))
            .Refuses(RetrainingRefusals.NotOpen, RetrainingRefusals.Own, RetrainingRefusals.NotYours, RetrainingRefusals.OutcomeOpen);
    }
}
