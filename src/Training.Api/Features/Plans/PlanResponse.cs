using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>A stage of a plan: so many days or weeks.</summary>
public sealed record PlanStageResponse(int Number, int LengthValue, LengthUnit LengthUnit);

/// <summary>How the audience is narrowed within the department; empty lists and missing days narrow nothing.</summary>
public sealed record PlanAudienceResponse(
    bool WithBelow,
    IReadOnlyList<PlanPositionResponse> Positions,
    DateOnly? HiredFrom,
    DateOnly? HiredTo,
    IReadOnlyList<ContractKind> ContractKinds);

/// <summary>A position that the audience asks for.</summary>
public sealed record PlanPositionResponse(long Id, string Code, string NameZh, string? NameEn);

/// <summary>A course that the plan asks for; due so many working days after <c>dueFrom</c>, or on a named day.</summary>
public sealed record PlanItemResponse(
    long Id,
    int Sequence,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    int? Stage,
    bool IsMandatory,
    int? DueWorkingDays,
    DueFrom DueFrom,
    DateOnly? DueOn);

/// <summary>A part by which the people of the plan are judged: marks from <c>excellentFrom</c> on are excellent, below
/// <c>weakBelow</c> weak; <c>measure</c> says which results of a session are judged by it.</summary>
public sealed record PlanEvaluationResponse(
    string NameZh, string? NameEn, decimal MaxMarks, decimal ExcellentFrom, decimal WeakBelow, EvaluationMeasure? Measure);

/// <summary>A step of the plan's history. The names are missing where the account belongs to no employee.</summary>
public sealed record PlanStepResponse(PlanAct Act, DateTimeOffset At, long? ByEmployeeId, string? ByNameZh, string? ByNameLatin, string? Remark);

/// <summary>How far the plan is, counted over the people whom the caller may see.</summary>
/// <param name="People">People with items.</param>
/// <param name="Assigned">Items asked for, those that were open when the plan was closed with them; others that were dropped count nowhere.</param>
/// <param name="Completed">Of these, completed.</param>
/// <param name="Overdue">Of these, open after their due day.</param>
/// <param name="CompletionRate">Completed per assigned in percent, one decimal; none where nothing is assigned.</param>
public sealed record PlanProgress(int People, int Assigned, int Completed, int Overdue, decimal? CompletionRate);

/// <summary>The amendment that waits for a decision; <c>/plans/{id}/amendments/{number}</c> says what it changes.</summary>
public sealed record PlanOpenAmendment(int Number, string Reason, DateTimeOffset ProposedAt, string? AuthorNameZh, string? AuthorNameLatin);

/// <summary>A plan with its items, stages and history.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Business key; never changes.</param>
/// <param name="TitleZh">Chinese title.</param>
/// <param name="TitleEn">English title, where there is one.</param>
/// <param name="State">Where the plan stands.</param>
/// <param name="TemplateId">The template it was made from.</param>
/// <param name="TemplateCode">Its code.</param>
/// <param name="DepartmentId">Its audience: the people of this department, narrowed by <c>audience</c>.</param>
/// <param name="DepartmentCode">Its code.</param>
/// <param name="DepartmentNameZh">Its Chinese name.</param>
/// <param name="DepartmentNameEn">Its English name.</param>
/// <param name="Audience">Narrows the audience within the department.</param>
/// <param name="StartsOn">First day; due days count from here.</param>
/// <param name="EndsOn">Last day, included; none: open.</param>
/// <param name="StartedOn">The day on which it was started.</param>
/// <param name="BackgroundZh">Why the plan is made, in Chinese.</param>
/// <param name="BackgroundEn">Why the plan is made, in English.</param>
/// <param name="Objectives">What it is to achieve.</param>
/// <param name="Stages">In the order of their numbers.</param>
/// <param name="Items">What it asks for now, in order; what amendments took out stands with them.</param>
/// <param name="SupportZh">What it needs from others, in Chinese.</param>
/// <param name="SupportEn">The same in English.</param>
/// <param name="Evaluation">The parts by which its people are judged.</param>
/// <param name="Recurrence">How often the plan comes round: a half-yearly one that was started is followed by a draft
/// thirty days before its first day returns; copied to a plan made from it.</param>
/// <param name="SourcePlanId">The plan it was made from.</param>
/// <param name="BudgetPlanned">Sum of the planned budget in yuan; only for HR, approvers and its author.</param>
/// <param name="BudgetActual">Sum of the actual costs in yuan; for the same.</param>
/// <param name="Steps">What was done to it, oldest first; to others than HR, approvers and its author only when it
/// was started, closed or cancelled, without the reason of closing.</param>
/// <param name="AuthorNameZh">Who wrote it; none for an account of no employee.</param>
/// <param name="AuthorNameLatin">The author's Latin name.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="OpenAmendment">The amendment that waits for a decision, where there is one; for the same.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
/// <param name="Version">Goes up with every change; the ETag.</param>
public record PlanResponse(
    long Id,
    string Code,
    string TitleZh,
    string? TitleEn,
    PlanState State,
    long? TemplateId,
    string? TemplateCode,
    long DepartmentId,
    string DepartmentCode,
    string DepartmentNameZh,
    string? DepartmentNameEn,
    PlanAudienceResponse Audience,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    DateOnly? StartedOn,
    string? BackgroundZh,
    string? BackgroundEn,
    IReadOnlyList<Bilingual> Objectives,
    IReadOnlyList<PlanStageResponse> Stages,
    IReadOnlyList<PlanItemResponse> Items,
    string? SupportZh,
    string? SupportEn,
    IReadOnlyList<PlanEvaluationResponse> Evaluation,
    PlanRecurrence Recurrence,
    long? SourcePlanId,
    decimal? BudgetPlanned,
    decimal? BudgetActual,
    IReadOnlyList<PlanStepResponse> Steps,
    string? AuthorNameZh,
    string? AuthorNameLatin,
    PlanProgress Progress,
    PlanOpenAmendment? OpenAmendment,
    IReadOnlyList<PlanAct> AllowedActions,
    int Version) : IVersioned
{
    internal static PlanResponse Of(
        Plan plan,
        PlanPlace place,
        IReadOnlyDictionary<long, PlanCourse> courses,
        IReadOnlyDictionary<long, PlanPerson> people,
        PlanProgress progress,
        PlanAmendment? open,
        IReadOnlyList<PlanAct> allowedActions) => new(
            plan.Id,
            plan.Code,
            plan.TitleZh,
            plan.TitleEn,
            plan.State,
            plan.TemplateId,
            place.TemplateCode,
            plan.DepartmentId,
            place.Code,
            place.NameZh,
            place.NameEn,
            new PlanAudienceResponse(
                plan.AudienceWithBelow, place.Positions, plan.AudienceHiredFrom, plan.AudienceHiredTo, plan.AudienceContractKinds),
            plan.StartsOn,
            plan.EndsOn,
            plan.StartedOn,
            plan.BackgroundZh,
            plan.BackgroundEn,
            plan.Objectives,
            [.. plan.Stages.OrderBy(x => x.Number).Select(x => new PlanStageResponse(x.Number, x.LengthValue, x.LengthUnit))],
            [.. plan.CurrentItems.Select(x => Item(x, courses[x.CourseId]))],
            plan.SupportZh,
            plan.SupportEn,
            [.. plan.Evaluation.OrderBy(x => x.Sequence).Select(x => new PlanEvaluationResponse(x.NameZh, x.NameEn, x.MaxMarks, x.ExcellentFrom, x.WeakBelow, x.Measure))],
            plan.Recurrence,
            plan.SourcePlanId,
            plan.BudgetTotal.Planned,
            plan.BudgetTotal.Actual,
            [.. plan.Steps.OrderBy(x => x.Id).Select(x => Step(x, people[x.ByAccountId]))],
            people[plan.AuthorAccountId].NameZh,
            people[plan.AuthorAccountId].NameLatin,
            progress,
            open is null ? null : new PlanOpenAmendment(
                open.Number, open.Reason, open.ProposedAt, people[open.AuthorAccountId].NameZh, people[open.AuthorAccountId].NameLatin),
            allowedActions,
            plan.Version);

    /// <summary>What people see whom the plan asks something of, and those above them: no money, and nothing of how it was decided.</summary>
    internal PlanResponse ForReaders() => this with
    {
        BudgetPlanned = null,
        BudgetActual = null,
        OpenAmendment = null,
        Steps =
        [
            .. Steps.Where(x => x.Act is PlanAct.Start or PlanAct.Close or PlanAct.Cancel)
                .Select(x => x.Act == PlanAct.Close ? x with { Remark = null } : x),
        ],
    };

    private static PlanItemResponse Item(PlanItem x, PlanCourse course) => new(
        x.Id, x.Sequence, course.Id, course.Code, course.NameZh, course.NameEn, x.Stage, x.IsMandatory, x.DueWorkingDays, x.DueFrom, x.DueOn);

    private static PlanStepResponse Step(PlanStep x, PlanPerson by) => new(x.Act, x.At, by.EmployeeId, by.NameZh, by.NameLatin, x.Remark);
}

/// <summary>The department of a plan, the template's code and the positions of the audience.</summary>
internal sealed record PlanPlace(
    string Code, string NameZh, string? NameEn, string? TemplateCode, IReadOnlyList<PlanPositionResponse> Positions);

internal sealed record PlanCourse(long Id, string Code, string NameZh, string? NameEn);

internal sealed record PlanPerson(long AccountId, long? EmployeeId, string? NameZh, string? NameLatin);
