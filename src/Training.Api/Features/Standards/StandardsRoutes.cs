using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Features.Standards;

internal static class StandardsRoutes
{
    private static readonly Refusal[] Wrong =
    [
        StandardRefusals.WeightsNotHundred, StandardRefusals.WeightOutOfRange, StandardRefusals.LevelOutOfRange, StandardRefusals.LevelTwice,
        StandardRefusals.FunctionOutOfRange, StandardRefusals.FunctionTwice, StandardRefusals.PassMarkAboveFull,
    ];

    /// <summary>The occupational standards: read by everybody, written by HR, edition by edition.</summary>
    public static void MapStandards(this IEndpointRouteBuilder api)
    {
        var standards = api.MapGroup("/standards").WithTags("standards");
        standards.MapGet("", ListStandards.Handle).WithName(nameof(ListStandards)).RequireAuthorization(Policies.SignedIn);
        standards.MapGet("/{code}", GetStandard.HandleAsync).WithName(nameof(GetStandard))
            .RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        standards.MapGet("/{code}/levels/{level}", GetStandardLevel.HandleAsync).WithName(nameof(GetStandardLevel))
            .RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);

        var managed = standards.MapGroup("").RequireAuthorization(Policies.ManageCourses);
        managed.MapPost("", CreateStandard.HandleAsync).WithName(nameof(CreateStandard)).Refuses([StandardRefusals.CodeTaken, .. Wrong]);
        managed.MapPut("/{code}/draft", WriteStandard.HandleAsync).WithName(nameof(WriteStandard)).Refuses([CommonRefusals.Unknown, .. Wrong]);
        managed.MapDelete("/{code}/draft", DiscardStandardDraft.HandleAsync).WithName(nameof(DiscardStandardDraft))
            .Refuses(CommonRefusals.Unknown, StandardRefusals.NotInThisState);
        managed.MapPost("/{code}/publish", PublishStandard.HandleAsync).WithName(nameof(PublishStandard))
            .Refuses(CommonRefusals.Unknown, StandardRefusals.NotInThisState);
    }
}
