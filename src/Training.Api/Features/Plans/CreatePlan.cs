using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>A new plan: from a template (<c>templateId</c>) or from another plan (<c>sourcePlanId</c>), then without content of
/// its own, or with its whole content.</summary>
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
/// <param name="Audience">Narrows the audience within the department; also beside a template or a plan that is copied.</param>
/// <param name="SupportZh">What people, rooms and equipment it needs from others, in Chinese.</param>
/// <param name="SupportEn">The same in English.</param>
/// <param name="Evaluation">The parts by which its people are judged, in their order.</param>
/// <param name="Recurrence">How often the plan comes round: a half-yearly one that was started is followed by a draft
/// thirty days before its first day returns; copied to a plan made from it.</param>
/// <param name="SourcePlanId">The plan whose content is copied, for instance last year's.</param>
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
    PlanAudienceRequest? Audience = null,
    [TextLength(0, Plan.MaxTextLength)] string? SupportZh = null,
    [TextLength(0, Plan.MaxTextLength)] string? SupportEn = null,
    [ItemCount(0, 20)] IReadOnlyList<PlanEvaluationRequest>? Evaluation = null,
    PlanRecurrence? Recurrence = null,
    long? SourcePlanId = null)
{
    internal AudienceFilter Filter => Audience?.Filter() ?? AudienceFilter.Everybody;

    internal Bilingual? Title => BilingualText.OrNull(TitleZh, TitleEn);

    internal bool HasContent => (BackgroundZh ?? BackgroundEn ?? SupportZh ?? SupportEn) is not null
        || Evaluation is not null || Objectives is not null || Stages is not null || Items is not null;
}

/// <summary>The plan that was made.</summary>
public sealed record CreatePlanResponse : PlanResponse
{
    internal CreatePlanResponse(PlanResponse plan, IReadOnlyList<string> leftOut)
        : base(plan) => LeftOut = leftOut;

    /// <summary>Codes of the courses of the template or the earlier plan that are retired without a successor: the plan does not ask for
    /// them. A retired course with a successor is replaced by it.</summary>
    public IReadOnlyList<string> LeftOut { get; }
}

internal static class CreatePlan
{
    /// <summary>Drafts a plan. Supervisors draft for a department in which they or somebody below them works today. From a template or an
    /// earlier plan retired courses are not taken over: each is replaced by its successor, or left out and named.</summary>
    internal static async Task<Created<CreatePlanResponse>> HandleAsync(
        CreatePlanRequest request, DraftPlan draft, ReplaceRetired replace, PlanRecords plans, Visible visible, TrainingDb db,
        CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                var offered = request.TemplateId is { } templateId
                    ? await replace.RunAsync(await FromTemplateAsync(request, templateId, db, cancellation), cancellation)
                    : request.SourcePlanId is { } sourceId
                        ? await replace.RunAsync(await FromPlanAsync(request, sourceId, visible, cancellation), cancellation)
                        : new OfferedContent(FromRequest(request), []);
                var plan = await draft.RunAsync(request.Code, offered.Content, cancellation);
                return new CreatePlanResponse(await plans.AnswerAsync(plan, cancellation), offered.LeftOut);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/plans/{created.Id}", created);
    }

    private static async Task<PlanContent> FromTemplateAsync(
        CreatePlanRequest request, long templateId, TrainingDb db, CancellationToken cancellation)
    {
        if (request.HasContent || request.SourcePlanId is not null)
        {
            throw PlanRefusals.TemplateOrContent.At("templateId");
        }

        var template = await db.PlanTemplates.AsNoTracking().Include(x => x.Items).Include(x => x.Stages).Include(x => x.Evaluation)
            .Include(x => x.Budget).AsSplitQuery().SingleOrDefaultAsync(x => x.Id == templateId, cancellation)
            ?? throw PlanRefusals.TemplateUnknown.At("templateId", ("templateId", templateId));
        if (template.IsRetired)
        {
            throw PlanTemplateRefusals.Retired.At("templateId", ("code", template.Code));
        }

        var content = template.For(request.DepartmentId, request.StartsOn, request.EndsOn, request.Title);
        return content with { Audience = request.Filter, Recurrence = request.Recurrence ?? content.Recurrence };
    }

    private static async Task<PlanContent> FromPlanAsync(
        CreatePlanRequest request, long sourceId, Visible visible, CancellationToken cancellation)
    {
        if (request.HasContent)
        {
            throw PlanRefusals.TemplateOrContent.At("sourcePlanId");
        }

        var source = await visible.Plans().AsNoTracking().Include(x => x.Items).Include(x => x.Stages).Include(x => x.Budget)
            .Include(x => x.Evaluation).AsSplitQuery().SingleOrDefaultAsync(x => x.Id == sourceId, cancellation)
            ?? throw PlanRefusals.SourceUnknown.At("sourcePlanId", ("planId", sourceId));
        var content = source.ContentFor(request.DepartmentId, request.StartsOn, request.EndsOn, request.Title);
        return content with
        {
            Audience = request.Audience is null ? content.Audience : request.Filter,
            Recurrence = request.Recurrence ?? content.Recurrence,
        };
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
        Support = BilingualText.OrNull(request.SupportZh, request.SupportEn),
        Evaluation = [.. (request.Evaluation ?? []).Select(x => x.Content())],
        Recurrence = request.Recurrence ?? PlanRecurrence.None,
    };
}
