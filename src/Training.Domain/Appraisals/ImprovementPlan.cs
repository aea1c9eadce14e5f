using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>How an improvement plan stands at a check.</summary>
public enum ImprovementStanding
{
    OnTrack,
    Behind,

    /// <summary>What it was made for is reached; the plan is over.</summary>
    Done,
}

/// <summary>Something to be done, and until when.</summary>
public sealed record ImprovementStep(string Text, DateOnly DueOn);

/// <summary>How the plan stood on a day.</summary>
/// <param name="ById">Who looked at it.</param>
public sealed record ImprovementCheck(DateOnly On, ImprovementStanding Standing, string? Remark, long ById);

/// <summary>All of a plan that can be edited, as one whole.</summary>
/// <param name="CoachId">Who helps, somebody else than the person.</param>
/// <param name="Steps">1 to 20.</param>
/// <param name="CheckDays">When it is looked at, rising; 0 to 20.</param>
public sealed record ImprovementContent(long CoachId, IReadOnlyList<ImprovementStep> Steps, IReadOnlyList<DateOnly> CheckDays);

/// <summary>How a person gets better after a published result: steps with due days, a coach, and days on which it is looked at. One for an
/// appraisal.</summary>
public sealed class ImprovementPlan : IVersioned
{
    public const int MaxSteps = 20;
    public const int MaxCheckDays = 20;

    /// <summary>Checks of one plan at most.</summary>
    public const int MaxChecks = 100;

    /// <summary>Characters of a step, and of a remark, at most.</summary>
    public const int MaxTextLength = 1000;

    private ImprovementPlan()
    {
    }

    public long Id { get; private set; }

    /// <summary>Unique: one for an appraisal.</summary>
    public long AppraisalId { get; private set; }

    /// <summary>The person.</summary>
    public long EmployeeId { get; private set; }

    public long CoachId { get; private set; }

    public IReadOnlyList<ImprovementStep> Steps { get; private set; } = [];

    public IReadOnlyList<DateOnly> CheckDays { get; private set; } = [];

    /// <summary>In the order in which they were recorded.</summary>
    public IReadOnlyList<ImprovementCheck> Checks { get; private set; } = [];

    /// <summary>The day on which the result was published; nothing is due before it.</summary>
    public DateOnly PublishedOn { get; private set; }

    public DateOnly MadeOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>A check found it done.</summary>
    public bool IsOver => Checks.Any(x => x.Standing == ImprovementStanding.Done);

    /// <summary>The next day on which it is to be looked at.</summary>
    public DateOnly? NextCheckOn => IsOver ? null : CheckDays.Where(x => Checks.All(y => y.On < x)).Select(x => (DateOnly?)x).FirstOrDefault();

    /// <summary>A plan. Refused: by <see cref="Edit"/>.</summary>
    public static ImprovementPlan Make(Appraisal appraisal, ImprovementContent content, DateOnly publishedOn, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        var plan = new ImprovementPlan { AppraisalId = appraisal.Id, EmployeeId = appraisal.EmployeeId, PublishedOn = publishedOn, MadeOn = today };
        plan.Edit(content);
        return plan;
    }

    /// <summary>Replaces coach, steps and days. Refused: once it is over; naming every place: the person as coach, a day before the result
    /// was published, days of checks that do not rise.</summary>
    public void Edit(ImprovementContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        RequireRunning();
        IEnumerable<RuleViolation?> faults =
        [
            content.CoachId == EmployeeId ? ImprovementRefusals.CoachIsPerson.At("coachNumber") : null,
            .. content.Steps.Select((x, i) => DayFault($"steps[{i}].dueOn", x.DueOn)),
            .. content.CheckDays.Select((x, i) => DayFault($"checkDays[{i}]", x) ?? (i > 0 && x <= content.CheckDays[i - 1]
                ? ImprovementRefusals.CheckDaysNotRising.At($"checkDays[{i}]", ("day", x), ("before", content.CheckDays[i - 1]))
                : null)),
        ];
        RuleViolation.ThrowAll([.. faults.OfType<RuleViolation>()]);
        (CoachId, CheckDays) = (content.CoachId, [.. content.CheckDays]);
        Steps = [.. content.Steps.Select(x => x with { Text = PlainText.Of(x.Text) })];
    }

    /// <summary>Records how it stood on a day. Refused: once it is over; a day before it was made, or to come.</summary>
    public void Check(ImprovementCheck check, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(check);
        RequireRunning();
        if (Checks.Count >= MaxChecks)
        {
            throw ImprovementRefusals.ChecksFull.With(("max", MaxChecks));
        }

        if (check.On < MadeOn || check.On > today)
        {
            throw ImprovementRefusals.CheckDayOutOfRange.At("on", ("on", check.On), ("from", MadeOn), ("to", today));
        }

        Checks = [.. Checks, check with { Remark = PlainText.OrNull(check.Remark) }];
    }

    private void RequireRunning()
    {
        if (IsOver)
        {
            throw ImprovementRefusals.Over.With(("on", Checks.First(x => x.Standing == ImprovementStanding.Done).On));
        }
    }

    private RuleViolation? DayFault(string place, DateOnly day) =>
        day < PublishedOn ? ImprovementRefusals.DayBeforePublication.At(place, ("day", day), ("from", PublishedOn)) : null;
}

/// <summary>Why an act on an improvement plan is refused.</summary>
public static class ImprovementRefusals
{
    /// <summary>Neither HR, nor the person's direct supervisor today, nor, for a check, the coach.</summary>
    public static readonly Refusal NotYours = Refusal.Relation("improvementPlan.notYours");

    /// <summary>There is one already.</summary>
    public static readonly Refusal Exists = Refusal.State("improvementPlan.exists");

    /// <summary>A check found it done. Values: on.</summary>
    public static readonly Refusal Over = Refusal.State("improvementPlan.over");

    /// <summary>Values: max.</summary>
    public static readonly Refusal ChecksFull = Refusal.State("improvementPlan.checksFull");

    /// <summary>Nobody employed today. Values: number.</summary>
    public static readonly Refusal CoachUnknown = Refusal.Content("improvementPlan.coachUnknown");

    public static readonly Refusal CoachIsPerson = Refusal.Content("improvementPlan.coachIsPerson");

    /// <summary>Values: day, from.</summary>
    public static readonly Refusal DayBeforePublication = Refusal.Content("improvementPlan.dayBeforePublication");

    /// <summary>Values: day, before.</summary>
    public static readonly Refusal CheckDaysNotRising = Refusal.Content("improvementPlan.checkDaysNotRising");

    /// <summary>Values: on, from, to.</summary>
    public static readonly Refusal CheckDayOutOfRange = Refusal.Content("improvementPlan.checkDayOutOfRange");

    /// <summary>No course of an item under the mark. Values: code.</summary>
    public static readonly Refusal CourseNotProposed = Refusal.Content("improvementPlan.courseNotProposed");
}
