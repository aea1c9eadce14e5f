using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.PlanTemplates;

internal static class PlanTemplatesRoutes
{
    /// <summary>The patterns that plans are made from.</summary>
    public static void MapPlanTemplates(this IEndpointRouteBuilder api)
    {
        var templates = api.MapGroup("/plan-templates").WithTags("plan-templates").RequireAuthorization(Policies.SignedIn);

        templates.MapGet("/", ListPlanTemplates.Handle).WithName(nameof(ListPlanTemplates));
        templates.MapGet("/{id}", GetPlanTemplate.HandleAsync).WithName(nameof(GetPlanTemplate)).Refuses(CommonRefusals.Unknown);

        var managed = api.MapGroup("/plan-templates").WithTags("plan-templates").RequireAuthorization(Policies.ManagePlanTemplates);
        managed.MapPost("/", CreatePlanTemplate.HandleAsync).WithName(nameof(CreatePlanTemplate)).Refuses(PlanTemplateRefusals.CodeTaken).Refuses(Content);
        managed.MapPut("/{id}", EditPlanTemplate.HandleAsync).WithName(nameof(EditPlanTemplate))
            .Refuses(CommonRefusals.Unknown, PlanTemplateRefusals.Retired).Refuses(Content);
        managed.MapPost("/{id}/retire", RetirePlanTemplate.HandleAsync).WithName(nameof(RetirePlanTemplate))
            .Refuses(CommonRefusals.Unknown, PlanTemplateRefusals.Retired);
    }

    /// <summary>What the content of a template is refused for.</summary>
    private static readonly Refusal[] Content =
    [
        CourseRefusals.HoursOutOfRange, CourseRefusals.Retired, PlanRefusals.CourseUnknown, PlanRefusals.CourseTwice, PlanRefusals.DueRule,
        PlanRefusals.StageUnknown, PlanRefusals.StageNumbers, PlanRefusals.StageLength, PlanRefusals.EvaluationMarks,
    ];
}
