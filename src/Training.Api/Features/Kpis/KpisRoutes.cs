using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Courses;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Kpis;

internal static class KpisRoutes
{
    /// <summary>What the content of a KPI is refused for.</summary>
    private static readonly Refusal[] Content =
    [
        KpiRefusals.DecimalsOutOfRange, KpiRefusals.MoreDecimals, KpiRefusals.RangeReversed, KpiRefusals.MinimumSampleOutOfRange,
        KpiRefusals.EventKindMissing, KpiRefusals.EventKindUnknown, KpiRefusals.TrainingMeasureMissing, KpiRefusals.SourceMember, KpiRefusals.SourcePeriod,
        KpiRefusals.ProposedUnknown, KpiRefusals.CourseUnknown, KpiRefusals.PositionUnknown, CourseRefusals.Retired, PositionRefusals.Retired,
        PerformanceEventKindRefusals.Retired,
    ];

    /// <summary>The library of key performance indicators.</summary>
    public static void MapKpis(this IEndpointRouteBuilder api)
    {
        var kpis = api.MapGroup("/kpis").WithTags("kpis").RequireAuthorization(Policies.SignedIn);
        kpis.MapGet("/", ListKpis.Handle).WithName(nameof(ListKpis));
        kpis.MapGet("/{id}", GetKpi.HandleAsync).WithName(nameof(GetKpi)).Refuses(CommonRefusals.Unknown);
        kpis.MapGet("/{id}/versions/{number}", GetKpiVersion.HandleAsync).WithName(nameof(GetKpiVersion)).Refuses(CommonRefusals.Unknown);

        var managed = api.MapGroup("/kpis").WithTags("kpis").RequireAuthorization(Policies.ManageKpis);
        managed.MapPost("/", CreateKpi.HandleAsync).WithName(nameof(CreateKpi)).Refuses(KpiRefusals.CodeTaken).Refuses(Content);
        managed.MapPut("/{id}", EditKpi.HandleAsync).WithName(nameof(EditKpi))
            .Refuses(CommonRefusals.Unknown, KpiRefusals.Retired, KpiRefusals.QuarterPast, KpiRefusals.NothingChanged, KpiRefusals.AlreadyMeasured).Refuses(Content);
        managed.MapPost("/{id}/retire", RetireKpi.HandleAsync).WithName(nameof(RetireKpi))
            .Refuses(CommonRefusals.Unknown, KpiRefusals.Retired);
    }
}
