using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.KpiTemplates;

internal static class KpiTemplatesRoutes
{
    /// <summary>By what the people of a position are scored.</summary>
    public static void MapKpiTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/kpi-templates").WithTags("kpi-templates").RequireAuthorization(Policies.SignedIn);
        templates.MapGet("/", ListKpiTemplates.Handle).WithName(nameof(ListKpiTemplates));
        templates.MapGet("/{id}", GetKpiTemplate.HandleAsync).WithName(nameof(GetKpiTemplate));

        var managed = api.MapGroup("/kpi-templates").WithTags("kpi-templates").RequireAuthorization(Policies.ManageKpiTemplates);
        managed.MapPost("/", CreateKpiTemplate.HandleAsync).WithName(nameof(CreateKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.CodeTaken, KpiTemplateLifeRefusals.PositionUnknown, PositionRefusals.Retired)
            .Refuses(OfKpis).Refuses(OfContent);
        managed.MapPut("/{id}", EditKpiTemplate.HandleAsync).WithName(nameof(EditKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState).Refuses(OfKpis).Refuses(OfContent);
        managed.MapDelete("/{id}", DeleteKpiTemplate.HandleAsync).WithName(nameof(DeleteKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState);
        managed.MapPost("/{id}/publish", PublishKpiTemplate.HandleAsync).WithName(nameof(PublishKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState, KpiTemplateLifeRefusals.QuarterPast).Refuses(OfKpis);
        managed.MapPost("/{id}/retire", RetireKpiTemplate.HandleAsync).WithName(nameof(RetireKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState);
        managed.MapPost("/{id}/try", TryKpiTemplate.HandleAsync).WithName(nameof(TryKpiTemplate))
            .Refuses(QuarterRefusals.NotBegun, AppraisalRefusals.CeilingGradeUnknown).Refuses(OfKpis).Refuses(OfContent);
        managed.MapPost("/{id}/revise", ReviseKpiTemplate.HandleAsync).WithName(nameof(ReviseKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState, KpiTemplateLifeRefusals.DraftOpen);
    }

    /// <summary>What its KPIs may be refused for, a published version too.</summary>
    private static readonly Refusal[] OfKpis =
        [KpiTemplateLifeRefusals.KpiRetired, KpiTemplateLifeRefusals.KpiNotForAppraisal, KpiTemplateLifeRefusals.KpiOfDepartment];

    /// <summary>What the content of a draft is refused for.</summary>
    private static readonly Refusal[] OfContent =
    [
        KpiTemplateLifeRefusals.KpiUnknown, KpiTemplateRefusals.WeightOutOfRange, KpiTemplateRefusals.SectionsNotHundred,
        KpiTemplateRefusals.ItemsNotHundred, KpiTemplateRefusals.KpiTwice, KpiTemplateRefusals.CapOutOfRange, KpiTemplateRefusals.ParameterMissing,
        KpiTemplateRefusals.ParameterNotOfKind, KpiTemplateRefusals.PointsCount, KpiTemplateRefusals.StepsCount, KpiTemplateRefusals.NotRising,
        KpiTemplateRefusals.FirstStepBounded, KpiTemplateRefusals.StepUnbounded, KpiTemplateRefusals.ScoreOutOfRange,
        KpiTemplateRefusals.FigureOutOfRange, KpiTemplateRefusals.BelowZero, KpiTemplateRefusals.FloorAboveStart, KpiTemplateRefusals.TargetMissing,
        KpiTemplateRefusals.TargetNotOfKind, KpiTemplateRefusals.TargetNotAboveZero, KpiTemplateRefusals.AnchorsNotFive,
        KpiTemplateRefusals.AnchorBlank, KpiTemplateRefusals.AnchorTooLong, KpiTemplateRefusals.CeilingGrade, KpiTemplateRefusals.CeilingOutOfRange,
    ];
}
