using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEvents;

internal static class PerformanceEventRoutes
{
    private static readonly Refusal[] OfContent =
    [
        PerformanceEventRefusals.KindUnknown, PerformanceEventKindRefusals.Retired, PerformanceEventRefusals.InFuture,
        PerformanceEventRefusals.NotEmployed, PerformanceEventRefusals.DetailMissing, PerformanceEventRefusals.DetailNotTaken,
        PerformanceEventRefusals.LatenessThere,
    ];

    /// <summary>What happened to people: reported, answered, decided.</summary>
    public static void MapPerformanceEvents(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("/performance-events").WithTags("performance-events");
        events.MapGet("", ListPerformanceEvents.Handle).WithName(nameof(ListPerformanceEvents)).RequireAuthorization(Policies.SignedIn);
        events.MapPost("", ReportPerformanceEvent.HandleAsync).WithName(nameof(ReportPerformanceEvent)).RequireAuthorization(Policies.ReportEvents)
            .Refuses(CommonRefusals.Unknown, AccessRefusals.OwnRecord, AccessRefusals.NotInRelation).Refuses(OfContent);
        events.MapPost("/confirm", ConfirmPerformanceEvents.HandleAsync).WithName(nameof(ConfirmPerformanceEvents))
            .RequireAuthorization(Policies.RunImports);

        var one = events.MapGroup("/{id}").Refuses(CommonRefusals.Unknown);
        one.MapGet("", GetPerformanceEvent.HandleAsync).WithName(nameof(GetPerformanceEvent)).RequireAuthorization(Policies.SignedIn);
        one.MapPut("", EditPerformanceEvent.HandleAsync).WithName(nameof(EditPerformanceEvent)).RequireAuthorization(Policies.ReportEvents)
            .Refuses(AccessRefusals.OwnRecord, PerformanceEventRefusals.NotYours, PerformanceEventRefusals.NotInThisState).Refuses(OfContent);
        one.MapPost("/file", AttachPerformanceEventFile.HandleAsync).WithName(nameof(AttachPerformanceEventFile)).TakesUpload(Files.MostBytes)
            .RequireAuthorization(Policies.ReportEvents)
            .Refuses(AccessRefusals.OwnRecord, PerformanceEventRefusals.NotYours, PerformanceEventRefusals.NotInThisState)
            .Refuses(CommonRefusals.VersionMissing, DataRefusals.FileKind);
        one.MapGet("/file", DownloadPerformanceEventFile.HandleAsync).WithName(nameof(DownloadPerformanceEventFile))
            .RequireAuthorization(Policies.SignedIn).Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Refuses(PerformanceEventRefusals.NoFile);
        one.MapPost("/respond", RespondToPerformanceEvent.HandleAsync).WithName(nameof(RespondToPerformanceEvent))
            .RequireAuthorization(Policies.SignedIn)
            .Refuses(PerformanceEventRefusals.NotThePerson, PerformanceEventRefusals.NotInThisState, PerformanceEventRefusals.ViewTimeOver)
            .Refuses(PerformanceEventRefusals.ObjectionUnexplained);
        MapDecisions(one.MapGroup("").RequireAuthorization(Policies.DecideEvents).Refuses(AccessRefusals.OwnRecord, PerformanceEventRefusals.NotInThisState));

        api.MapGroup("/my/performance-events").WithTags("my").RequireAuthorization(Policies.SignedIn)
            .MapGet("", ListMyPerformanceEvents.Handle).WithName(nameof(ListMyPerformanceEvents));
    }

    private static void MapDecisions(RouteGroupBuilder one)
    {
        one.MapPost("/confirm", ConfirmPerformanceEvent.HandleAsync).WithName(nameof(ConfirmPerformanceEvent))
            .Refuses(PerformanceEventRefusals.OwnReport, PerformanceEventRefusals.OwnImport, PerformanceEventRefusals.ViewTimeOpen);
        one.MapPost("/reject", RejectPerformanceEvent.HandleAsync).WithName(nameof(RejectPerformanceEvent))
            .Refuses(PerformanceEventRefusals.OwnReport, PerformanceEventRefusals.OwnImport);
        one.MapPost("/revoke", RevokePerformanceEvent.HandleAsync).WithName(nameof(RevokePerformanceEvent))
            .Refuses(PerformanceEventRefusals.OwnConfirmation);
    }
}
