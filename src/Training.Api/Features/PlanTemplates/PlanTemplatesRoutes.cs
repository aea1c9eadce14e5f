using Training.Api.Access;
using Training.Api.Errors;

namespace Training.Api.Features.PlanTemplates;

internal static class PlanTemplatesRoutes
{
    /// <summary>The patterns that plans are made from.</summary>
    public static void MapPlanTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/plan-templates").WithTags("plan-templates").RequireAuthorization(Policies.SignedIn);

        templates.MapGet("/", ListPlanTemplates.Handle).WithName(nameof(ListPlanTemplates));
        templates.MapGet("/{id}", GetPlanTemplate.HandleAsync).WithName(nameof(GetPlanTemplate)).Refuses(CommonRefusals.Unknown);
    }
}
