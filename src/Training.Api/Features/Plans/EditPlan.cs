using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>All of a plan that can be edited, as one whole.</summary>
/// <param name="TitleZh">Chinese title.</param>
/// <param name="DepartmentId">Its audience: the people of this department and below, narrowed by <c>audience</c>.</param>
/// <param name="StartsOn">First day; due days count from here.</param>
/// <param name="Objectives">What it is to achieve, in order.</param>
/// <param name="Stages">In any order.</param>
/// <param name="Items">In their order.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="EndsOn">Last day, included; none: open.</param>
/// <param name="BackgroundZh">Why the plan is made, in Chinese.</param>
/// <param name="BackgroundEn">Why the plan is made, in English.</param>
/// <param name="Audience">Narrows the audience within the department.</param>
/// <param name="SupportZh">What people, rooms and equipment it needs from others, in Chinese.</param>
/// <param name="SupportEn">The same in English.</param>
/// <param name="Evaluation">The parts by which its people are judged, in their order.</param>
/// <param name="Recurrence">How often the plan comes round: a half-yearly one that was started is followed by a draft thirty days before its first day returns; copied to a plan made from it.</param>
public sealed record EditPlanRequest(
    [TextLength(1, Plan.MaxTitleLength)] string TitleZh,
    long DepartmentId,
    DateOnly StartsOn,
    [ItemCount(0, 50)] IReadOnlyList<BilingualText> Objectives,
    [ItemCount(0, 50)] IReadOnlyList<PlanStageRequest> Stages,
    [ItemCount(0, 200)] IReadOnlyList<PlanItemRequest> Items,
    [TextLength(0, Plan.MaxTitleLength)] string? TitleEn = null,
    DateOnly? EndsOn = null,
    [TextLength(0, Plan.MaxTextLength)] string? BackgroundZh = null,
    [TextLength(0, Plan.MaxTextLength)] string? BackgroundEn = null,
    PlanAudienceRequest? Audience = null,
    [TextLength(0, Plan.MaxTextLength)] string? SupportZh = null,
    [TextLength(0, Plan.MaxTextLength)] string? SupportEn = null,
    [ItemCount(0, 20)] IReadOnlyList<PlanEvaluationRequest>? Evaluation = null,
    PlanRecurrence Recurrence = PlanRecurrence.None)
{
    internal PlanContent Content(Plan plan) => new(
        new Bilingual(TitleZh, TitleEn),
        plan.TemplateId,
        DepartmentId,
        StartsOn,
        EndsOn,
        BilingualText.OrNull(BackgroundZh, BackgroundEn),
        [.. Objectives.Select(x => x.Plain())],
        [.. Stages.Select(x => x.Content())],
        [.. Items.Select(x => x.Content())])
    {
        Audience = Audience?.Filter() ?? AudienceFilter.Everybody,
        Support = BilingualText.OrNull(SupportZh, SupportEn),
        Evaluation = [.. (Evaluation ?? []).Select(x => x.Content())],
        Recurrence = Recurrence,
        SourcePlanId = plan.SourcePlanId,
    };
}

internal static class EditPlan
{
    /// <summary>Replaces the whole content of a draft or returned plan.</summary>
    internal static Task<PlanResponse> HandleAsync(
        long id, EditPlanRequest request, IfMatch ifMatch, DraftPlan draft, PlanRecords plans, CurrentPerson caller, OrganisationClock clock,
        CancellationToken cancellation) =>
        plans.ActAsync(
            id,
            PlanAct.Edit,
            ifMatch.Require,
            async plan =>
            {
                var content = request.Content(plan);
                List<long> before = [.. plan.Items.Select(x => x.CourseId)];
                plan.Edit(content, caller.Actor(), clock.Now);
                DraftPlan.Index(plan);
                await draft.CheckAsync(content, before, cancellation);
            },
            cancellation);
}
