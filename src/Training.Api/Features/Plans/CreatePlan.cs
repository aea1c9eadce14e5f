using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>A new plan: from a template (<c>templateId</c>, and no content of its own), or with its whole content.</summary>
/// <param name="DepartmentId">Its audience: the people of this department and below, narrowed by <c>audience</c>.</param>
/// <param name="StartsOn">First day; due days count from here.</param>
/// <param name="Code">Business key; made from half-year and department unless given.</param>
/// <param name="TemplateId">The template whose content is copied.</param>
/// <param name="EndsOn">Last day, included; none: open.</param>
/// <param name="TitleZh">Chinese title; the template's name unless given.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="BackgroundZh">Why the plan is made, in Chinese.</param>
/// <param name="BackgroundEn">Why the plan is made, in English.</param>
/// <param name="Objectives">What it is to achieve, in order.</param>
/// <param name="Stages">In any order.</param>
/// <param name="Items">In their order.</param>
/// <param name="Audience">Narrows the audience within the department; also beside a template.</param>
public sealed record CreatePlanRequest(
    long DepartmentId,
    DateOnly StartsOn,
    [KeyLength(1, Plan.MaxCodeLength)] string? Code = null,
    long? TemplateId = null,
    DateOnly? EndsOn = null,
    [TextLength(1, Plan.MaxTitleLength)] string? TitleZh = null,
    [TextLength(0, Plan.MaxTitleLength)] string? TitleEn = null,
    [TextLength(0, Plan.MaxTextLength)] string? BackgroundZh = null,
    [TextLength(0, Plan.MaxTextLength)] string? BackgroundEn = null,
    [ItemCount(0, 50)] IReadOnlyList<BilingualText>? Objectives = null,
    [ItemCount(0, 50)] IReadOnlyList<PlanStageRequest>? Stages = null,
    [ItemCount(0, 200)] IReadOnlyList<PlanItemRequest>? Items = null,
    PlanAudienceRequest? Audience = null)
{
    internal AudienceFilter Filter => Audience?.Filter() ?? AudienceFilter.Everybody;

    internal Bilingual? Title => BilingualText.OrNull(TitleZh, TitleEn);

    internal bool HasContent => (BackgroundZh ?? BackgroundEn) is not null || Objectives is not null || Stages is not null || Items is not null;
}

internal static class CreatePlan
{
    /// <summary>Drafts a plan. Supervisors draft for a department in which they or somebody below them works today.</summary>
    internal static async Task<Created<PlanResponse>> HandleAsync(
        CreatePlanRequest request, DraftPlan draft, PlanRecords plans, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                var content = request.TemplateId is { } templateId
                    ? await FromTemplateAsync(request, templateId, db, cancellation)
                    : FromRequest(request);
                var plan = await draft.RunAsync(request.Code, content, cancellation);
                return await plans.AnswerAsync(plan, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/plans/{created.Id}", created);
    }

    private static async Task<PlanContent> FromTemplateAsync(
        CreatePlanRequest request, long templateId, TrainingDb db, CancellationToken cancellation)
    {
        if (request.HasContent)
        {
            throw PlanRefusals.TemplateOrContent.At("templateId");
        }

        var template = await db.PlanTemplates.AsNoTracking().Include(x => x.Items).Include(x => x.Stages).AsSplitQuery()
            .SingleOrDefaultAsync(x => x.Id == templateId, cancellation)
            ?? throw PlanRefusals.TemplateUnknown.At("templateId", ("templateId", templateId));
        return template.For(request.DepartmentId, request.StartsOn, request.EndsOn, request.Title) with { Audience = request.Filter };
    }

    private static PlanContent FromRequest(CreatePlanRequest request) => new(
        request.Title ?? throw PlanRefusals.TemplateOrContent.At("titleZh"),
        null,
        request.DepartmentId,
        request.StartsOn,
        request.EndsOn,
        BilingualText.OrNull(request.BackgroundZh, request.BackgroundEn),
        [.. (request.Objectives ?? []).Select(x => x.Plain())],
        [.. (request.Stages ?? []).Select(x => x.Content())],
        [.. (request.Items ?? []).Select(x => x.Content())])
    {
        Audience = request.Filter,
    };
}
