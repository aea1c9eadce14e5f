using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>What a plan asks about a course: due so many working days after <c>dueFrom</c>, or on a named day.</summary>
public sealed record PlanItemTerms(int? Stage, bool IsMandatory, int? DueWorkingDays, DueFrom DueFrom, DateOnly? DueOn)
{
    internal static PlanItemTerms? Of(PlanItemContent? content) =>
        content is null ? null : new(content.Stage, content.IsMandatory, content.DueWorkingDays, content.DueFrom, content.DueOn);
}

/// <summary>What an amendment does to a course of the plan.</summary>
/// <param name="Change">Whether it is added, changed or taken out.</param>
/// <param name="CourseId">The course.</param>
/// <param name="CourseCode">Its code.</param>
/// <param name="CourseNameZh">Its Chinese name.</param>
/// <param name="CourseNameEn">Its English name.</param>
/// <param name="Old">What the plan asked before; none where it is added.</param>
/// <param name="New">What it is to ask; none where it is taken out.</param>
public sealed record PlanItemChange(
    ItemChange Change, long CourseId, string CourseCode, string CourseNameZh, string? CourseNameEn, PlanItemTerms? Old, PlanItemTerms? New);

/// <summary>How an amendment narrows the audience within the department, before and after.</summary>
public sealed record PlanAudienceChange(PlanAudienceResponse Old, PlanAudienceResponse New);

/// <summary>The last day of the plan before and after; none: open.</summary>
public sealed record PlanEndChange(DateOnly? Old, DateOnly? New);

/// <summary>An amendment of a plan with what it changes, old and new.</summary>
/// <param name="Id">Id.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanCode">Its code.</param>
/// <param name="Number">1, 2, 3 … within the plan.</param>
/// <param name="State">Where the amendment stands.</param>
/// <param name="Reason">Why the plan is to change.</param>
/// <param name="Items">The courses that change, and no others.</param>
/// <param name="Audience">The audience, where it changes.</param>
/// <param name="EndsOn">The last day, where it changes.</param>
/// <param name="AuthorNameZh">Who proposed it; none for an account of no employee.</param>
/// <param name="AuthorNameLatin">The author's Latin name.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="DecidedByNameZh">Who approved, returned or withdrew it; none for an account of no employee.</param>
/// <param name="DecidedByNameLatin">That person's Latin name.</param>
/// <param name="DecidedAt">When; none while it waits.</param>
/// <param name="Remark">Why it was returned.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
/// <param name="Version">Goes up with every change; the ETag.</param>
public sealed record PlanAmendmentResponse(
    long Id,
    long PlanId,
    string PlanCode,
    int Number,
    AmendmentState State,
    string Reason,
    IReadOnlyList<PlanItemChange> Items,
    PlanAudienceChange? Audience,
    PlanEndChange? EndsOn,
    string? AuthorNameZh,
    string? AuthorNameLatin,
    DateTimeOffset ProposedAt,
    string? DecidedByNameZh,
    string? DecidedByNameLatin,
    DateTimeOffset? DecidedAt,
    string? Remark,
    IReadOnlyList<AmendmentAct> AllowedActions,
    int Version) : IVersioned
{
    internal static PlanAmendmentResponse Of(
        Plan plan,
        PlanAmendment amendment,
        IReadOnlyDictionary<long, PlanCourse> courses,
        IReadOnlyDictionary<long, PlanPerson> people,
        IReadOnlyList<PlanPositionResponse> positions,
        IReadOnlyList<AmendmentAct> allowedActions)
    {
        var author = people[amendment.AuthorAccountId];
        var decider = amendment.DecidedByAccountId is { } by ? people[by] : null;
        return new(
            amendment.Id,
            plan.Id,
            plan.Code,
            amendment.Number,
            amendment.State,
            amendment.Reason,
            [.. amendment.Items.OrderBy(x => x.Sequence).Select(x => Item(x, courses[x.CourseId]))],
            amendment.ChangesAudience ? new(AudienceOf(amendment.OldAudience, positions), AudienceOf(amendment.NewAudience, positions)) : null,
            amendment.ChangesEnd ? new(amendment.OldEndsOn, amendment.NewEndsOn) : null,
            author.NameZh,
            author.NameLatin,
            amendment.ProposedAt,
            decider?.NameZh,
            decider?.NameLatin,
            amendment.DecidedAt,
            amendment.Remark,
            allowedActions,
            amendment.Version);
    }

    private static PlanItemChange Item(PlanAmendmentItem x, PlanCourse course) => new(
        x.Change, course.Id, course.Code, course.NameZh, course.NameEn, PlanItemTerms.Of(x.Old), PlanItemTerms.Of(x.New));

    private static PlanAudienceResponse AudienceOf(AudienceFilter filter, IReadOnlyList<PlanPositionResponse> positions) => new(
        filter.WithBelow, [.. positions.Where(x => filter.PositionIds.Contains(x.Id))], filter.HiredFrom, filter.HiredTo, filter.ContractKinds);
}
