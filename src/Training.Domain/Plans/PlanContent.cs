using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>A stage: its number (1, 2, 3 … without a gap) and how long it takes, 1–365 of its unit.</summary>
public sealed record PlanStageContent(int Number, int LengthValue, LengthUnit LengthUnit);

/// <summary>What a plan asks of its people.</summary>
/// <param name="CourseId">The course to be completed; each course once in a plan.</param>
/// <param name="Stage">Number of the stage it belongs to, or none.</param>
/// <param name="IsMandatory">Whether the plan is only fulfilled with it.</param>
/// <param name="DueWorkingDays">Due so many working days (1–999) after <paramref name="DueFrom"/>; exactly one of this and <paramref name="DueOn"/>.</param>
/// <param name="DueOn">Due on this day, not before the plan's start.</param>
/// <param name="DueFrom">What the working days count from.</param>
public sealed record PlanItemContent(
    long CourseId, int? Stage, bool IsMandatory, int? DueWorkingDays, DateOnly? DueOn, DueFrom DueFrom = DueFrom.PlanStart)
{
    /// <summary>When it is due. Beside a named day nothing is counted.</summary>
    internal (int? WorkingDays, DueFrom From, DateOnly? On) DueRule => (DueWorkingDays, DueWorkingDays is null ? DueFrom.PlanStart : DueFrom, DueOn);

    internal bool AsksAs(PlanItemContent other) =>
        (CourseId, Stage, IsMandatory, DueRule) == (other.CourseId, other.Stage, other.IsMandatory, other.DueRule);
}

/// <summary>All of a plan that can be edited, as one whole.</summary>
/// <param name="Title">Chinese and, where there is one, English title.</param>
/// <param name="TemplateId">The template it was made from, or none.</param>
/// <param name="DepartmentId">Its audience: the people of this department, narrowed by <see cref="Audience"/>.</param>
/// <param name="StartsOn">First day; due days count from here.</param>
/// <param name="EndsOn">Last day, included; none: open.</param>
/// <param name="Background">Why the plan is made.</param>
/// <param name="Objectives">What it is to achieve, in order.</param>
/// <param name="Stages">In any order.</param>
/// <param name="Items">In their order.</param>
public sealed record PlanContent(
    Bilingual Title,
    long? TemplateId,
    long DepartmentId,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    Bilingual? Background,
    IReadOnlyList<Bilingual> Objectives,
    IReadOnlyList<PlanStageContent> Stages,
    IReadOnlyList<PlanItemContent> Items)
{
    /// <summary>Narrows the audience within the department.</summary>
    public AudienceFilter Audience { get; init; } = AudienceFilter.Everybody;

    /// <summary>What people, rooms and equipment it needs from others.</summary>
    public Bilingual? Support { get; init; }

    public PlanRecurrence Recurrence { get; init; }

    /// <summary>The plan it is made from, or none.</summary>
    public long? SourcePlanId { get; init; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<EvaluationPartContent> Evaluation { get; init; } = [];

    /// <summary>The budget that a new plan begins with; an edit of the content leaves the budget alone.</summary>
    public IReadOnlyList<BudgetLineContent> Budget { get; init; } = [];

    /// <summary>The same content where courses are retired: each is replaced by its successor, and left out where it has none. A course
    /// that comes to stand twice stays once, in its first place, as the mandatory item asks for it.</summary>
    /// <param name="instead">What is asked for instead of each retired course; none: nothing.</param>
    public PlanContent Without(IReadOnlyDictionary<long, long?> instead) => this with
    {
        Items = [.. Items
            .Select(x => instead.TryGetValue(x.CourseId, out var successor) ? (Item: x, CourseId: successor) : (Item: x, CourseId: x.CourseId))
            .Where(x => x.CourseId is not null)
            .GroupBy(x => x.CourseId!.Value)
            .Select(x => x.OrderByDescending(y => y.Item.IsMandatory).First().Item with { CourseId = x.Key })],
    };

    /// <summary>Refuses what no state of the data would make right; each refusal names the member.</summary>
    internal void Check()
    {
        if (EndsOn < StartsOn)
        {
            throw PlanRefusals.EndsBeforeStart.At("endsOn", ("startsOn", StartsOn), ("endsOn", EndsOn));
        }

        if (Audience.HiredTo < Audience.HiredFrom)
        {
            throw PlanRefusals.HiredRange.At("audience.hiredTo", ("hiredFrom", Audience.HiredFrom), ("hiredTo", Audience.HiredTo));
        }

        PlanEvaluationPart.Check(Evaluation);
        BudgetShape.Check(Budget);
        PlanShape.CheckStages(Stages);
        var courses = new HashSet<long>();
        for (var i = 0; i < Items.Count; i++)
        {
            PlanShape.CheckStage($"items[{i}].stage", Items[i].Stage, Stages);
            CheckDue(i);
            if (!courses.Add(Items[i].CourseId))
            {
                throw PlanRefusals.CourseTwice.At($"items[{i}].courseId", ("courseId", Items[i].CourseId));
            }
        }
    }

    private void CheckDue(int index)
    {
        var item = Items[index];
        if (item.DueWorkingDays is null == item.DueOn is null)
        {
            throw PlanRefusals.DueRule.At(
                $"items[{index}]", ("dueWorkingDays", item.DueWorkingDays), ("dueOn", item.DueOn), ("max", PlanShape.MaxDueWorkingDays));
        }

        if (item.DueWorkingDays is < 1 or > PlanShape.MaxDueWorkingDays)
        {
            throw PlanRefusals.DueRule.At(
                $"items[{index}].dueWorkingDays", ("dueWorkingDays", item.DueWorkingDays), ("dueOn", item.DueOn), ("max", PlanShape.MaxDueWorkingDays));
        }

        if (item.DueOn < StartsOn)
        {
            throw PlanRefusals.DueBeforeStart.At($"items[{index}].dueOn", ("dueOn", item.DueOn), ("startsOn", StartsOn));
        }
    }
}

/// <summary>Bounds that plans and templates share.</summary>
public static class PlanShape
{
    public const int MaxDueWorkingDays = 999;
    public const int MaxStageLength = 365;

    internal static void CheckStages(IReadOnlyList<PlanStageContent> stages)
    {
        var expected = 1;
        foreach (var stage in stages.OrderBy(x => x.Number))
        {
            if (stage.Number != expected++)
            {
                throw PlanRefusals.StageNumbers.At("stages", ("numbers", string.Join(", ", stages.Select(x => x.Number))), ("count", stages.Count));
            }

            if (stage.LengthValue is < 1 or > MaxStageLength)
            {
                throw PlanRefusals.StageLength.At("stages", ("number", stage.Number), ("length", stage.LengthValue), ("max", MaxStageLength));
            }
        }
    }

    internal static void CheckStage(string field, int? stage, IReadOnlyList<PlanStageContent> stages)
    {
        if (stage is { } number && stages.All(x => x.Number != number))
        {
            throw PlanRefusals.StageUnknown.At(field, ("stage", number), ("count", stages.Count));
        }
    }
}
