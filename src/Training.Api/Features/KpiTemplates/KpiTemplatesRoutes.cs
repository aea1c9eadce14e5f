using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Kpis;
using Training.Domain.People;

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
            .Refuses(KpiTemplateRefusals.Faulty, KpiTemplateLifeRefusals.KpisNotUsable);
        managed.MapPut("/{id}", EditKpiTemplate.HandleAsync).WithName(nameof(EditKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState, KpiTemplateRefusals.Faulty, KpiTemplateLifeRefusals.KpisNotUsable);
        managed.MapDelete("/{id}", DeleteKpiTemplate.HandleAsync).WithName(nameof(DeleteKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState);
        managed.MapPost("/{id}/publish", PublishKpiTemplate.HandleAsync).WithName(nameof(PublishKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState, KpiTemplateLifeRefusals.QuarterPast, KpiTemplateLifeRefusals.KpisNotUsable);
        managed.MapPost("/{id}/retire", RetireKpiTemplate.HandleAsync).WithName(nameof(RetireKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState);
        managed.MapPost("/{id}/try", TryKpiTemplate.HandleAsync).WithName(nameof(TryKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.QuarterNotBegun).Refuses(OfKpis).Refuses(KpiTemplateLifeRefusals.KpiUnknown);
        managed.MapPost("/{id}/revise", ReviseKpiTemplate.HandleAsync).WithName(nameof(ReviseKpiTemplate))
            .Refuses(KpiTemplateLifeRefusals.NotInThisState, KpiTemplateLifeRefusals.DraftOpen);
    }
}
