using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.PlanTemplates;

/// <summary>A new plan template.</summary>
public sealed record CreatePlanTemplateRequest : EditPlanTemplateRequest
{
    /// <summary>Business key, unique without regard to case; never changes.</summary>
    [KeyLength(1, Plan.MaxCodeLength)]
    public required string Code { get; init; }
}

internal static class CreatePlanTemplate
{
    /// <summary>Adds a template that plans are made from. Refused: a code that is in use; courses that do not exist or are retired.</summary>
    internal static async Task<Created<PlanTemplateResponse>> HandleAsync(
        CreatePlanTemplateRequest request, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                var code = PlainText.Key(request.Code);
                if (await db.PlanTemplates.AnyAsync(x => x.Code == code, cancellation))
                {
                    throw PlanTemplateRefusals.CodeTaken.At("code", ("code", code));
                }

                var content = request.Content();
                var template = PlanTemplate.Create(code, content);
                await db.RequireCoursesAsync(content, [], cancellation);
                EditPlanTemplateRequest.Index(template);
                db.PlanTemplates.Add(template);
                await db.FlushAsync(cancellation);
                return await db.ShowAsync(template, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/plan-templates/{created.Id}", created);
    }
}
