using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Measurements;

internal static class MeasurementsRoutes
{
    /// <summary>The figures of KPIs.</summary>
    public static void MapMeasurements(this IEndpointRouteBuilder api)
    {
        var figures = api.MapGroup("/measurements").WithTags("measurements");
        figures.MapGet("", ListMeasurements.Handle).WithName(nameof(ListMeasurements)).RequireAuthorization(Policies.SignedIn);
        figures.MapGet("/{id}", GetMeasurement.HandleAsync).WithName(nameof(GetMeasurement)).RequireAuthorization(Policies.SignedIn);
        figures.MapPost("/batch", RecordMeasurements.HandleAsync).WithName(nameof(RecordMeasurements)).RequireAuthorization(Policies.ManageMeasurements)
            .Refuses(MeasurementRefusals.Refused);

        var acts = figures.MapGroup("").RequireAuthorization(Policies.RecordMeasurements)
            .Refuses(AccessRefusals.OwnRecord, AccessRefusals.NotInRelation, MeasurementRefusals.Waiting);
        acts.MapPost("", RecordMeasurement.HandleAsync).WithName(nameof(RecordMeasurement))
            .Refuses(CommonRefusals.Unknown, MeasurementRefusals.OneSubject, MeasurementRefusals.KpiUnknown)
            .Refuses(MeasurementRefusals.PeriodKind, MeasurementRefusals.InFuture, MeasurementRefusals.NotEmployed, MeasurementRefusals.DepartmentRetired)
            .Refuses(MeasurementRefusals.ComesByItself, MeasurementRefusals.OfDepartments, KpiRefusals.Retired, MeasurementRefusals.Exists)
            .RefusesFigures();
        acts.MapPut("/{id}", ChangeMeasurement.HandleAsync).WithName(nameof(ChangeMeasurement))
            .Refuses(MeasurementRefusals.ComesByItself).RefusesFigures();
        acts.MapPost("/{id}/remove", RemoveMeasurement.HandleAsync).WithName(nameof(RemoveMeasurement))
            .Refuses(MeasurementRefusals.ComesByItself);
    }

    /// <summary>Figures proposed after the data cut-off of their quarter.</summary>
    public static void MapCorrections(this IEndpointRouteBuilder api)
    {
        var corrections = api.MapGroup("/corrections").WithTags("measurements");
        corrections.MapGet("", ListCorrections.Handle).WithName(nameof(ListCorrections)).RequireAuthorization(Policies.SignedIn);
        corrections.MapGet("/{id}", GetCorrection.HandleAsync).WithName(nameof(GetCorrection)).RequireAuthorization(Policies.SignedIn);
        var decided = corrections.MapGroup("/{id}").RequireAuthorization(Policies.ManageMeasurements)
            .Refuses(AccessRefusals.OwnRecord, MeasurementRefusals.Decided);
        decided.MapPost("/accept", AcceptCorrection.HandleAsync).WithName(nameof(AcceptCorrection)).Refuses(MeasurementRefusals.Outdated);
        corrections.MapGet("/{id}/effect", GetCorrectionEffect.HandleAsync).WithName(nameof(GetCorrectionEffect))
            .RequireAuthorization(Policies.ManageMeasurements).Refuses(AccessRefusals.OwnRecord);
        decided.MapPost("/leave", LeaveCorrection.HandleAsync).WithName(nameof(LeaveCorrection));
    }

    private static void RefusesFigures(this RouteHandlerBuilder route) => route.Refuses(
        MeasurementRefusals.MoreDecimals, MeasurementRefusals.TooLarge, MeasurementRefusals.SampleOutOfRange, MeasurementRefusals.Implausible,
        MeasurementRefusals.NotByHand);
}
