using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Plans;

namespace Training.Api.Features.TrainingItems;

internal static class TrainingItemRoutes
{
    /// <summary>One person's training item: given more time, or exempted from.</summary>
    public static void MapTrainingItems(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/training-items/{id}").WithTags("training").Refuses(CommonRefusals.Unknown);

        one.MapGet("", GetTrainingItem.HandleAsync).WithName(nameof(GetTrainingItem)).RequireAuthorization(Policies.SignedIn);
        one.MapPost("/extend", ExtendTrainingItem.HandleAsync).WithName(nameof(ExtendTrainingItem)).RequireAuthorization(Policies.RecordCompletions)
            .Refuses(TrainingItemRefusals.Own, TrainingItemRefusals.NotYours, TrainingItemRefusals.NotOpen, TrainingItemRefusals.NotLater);
        one.MapPost("/exempt", ExemptTrainingItem.HandleAsync).WithName(nameof(ExemptTrainingItem)).RequireAuthorization(Policies.RecordCompletions)
            .Refuses(TrainingItemRefusals.Own, TrainingItemRefusals.NotYours, TrainingItemRefusals.NotOpen);
    }
}
