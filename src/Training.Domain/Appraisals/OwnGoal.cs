using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>A step towards a goal.</summary>
/// <param name="Number">1, 2, 3 … within the goal, given once and never reused.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="DoneOn">When it was reached; none: not yet.</param>
public sealed record OwnGoalMilestone(int Number, string Text, DateOnly? DueOn, DateOnly? DoneOn);

/// <summary>How a goal gets on.</summary>
/// <param name="EmployeeId">Who says so: the person, or who scores a segment.</param>
public sealed record OwnGoalProgress(DateTimeOffset At, long EmployeeId, string Text);

/// <summary>A step as it is set.</summary>
/// <param name="Number">That of a step there is; none: a new one.</param>
public sealed record OwnGoalStep(int? Number, string Text, DateOnly? DueOn);

/// <summary>All of a goal that the person sets, as one whole.</summary>
/// <param name="Text">What it is about.</param>
/// <param name="Milestones">1 to 20, in their order; those that are reached stay as they are.</param>
public sealed record OwnGoalContent(string Title, string? Text, IReadOnlyList<OwnGoalStep> Milestones);

/// <summary>What a person means to achieve in a quarter beside the KPIs. It never enters the arithmetic.</summary>
public sealed class OwnGoal : IVersioned
{
    /// <summary>Goals of one appraisal at most.</summary>
    public const int MaxGoals = 20;

    public const int MaxMilestones = 20;

    /// <summary>Progress notes of one goal at most.</summary>
    public const int MaxProgress = 100;

    /// <summary>Characters of a title, and of a milestone, at most.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>Characters of the text, and of a progress note, at most.</summary>
    public const int MaxTextLength = 2000;

    private OwnGoal()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    public string Title { get; private set; } = "";

    public string? Text { get; private set; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<OwnGoalMilestone> Milestones { get; private set; } = [];

    /// <summary>The highest number given.</summary>
    public int LastMilestone { get; private set; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<OwnGoalProgress> Progress { get; private set; } = [];

    /// <summary>Every milestone is reached.</summary>
    public bool IsDone { get; private set; }

    public DateTimeOffset SetAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>A new goal. Refused: a milestone due before the quarter; one with a number.</summary>
    public static OwnGoal Set(long appraisalId, OwnGoalContent content, Quarter quarter, DateTimeOffset now)
    {
        var goal = new OwnGoal { AppraisalId = appraisalId, SetAt = now };
        goal.Edit(content, quarter);
        return goal;
    }

    /// <summary>Replaces the goal with its milestones. Refused, naming every place: a milestone that there is not, or twice; one due before
    /// the quarter; leaving out, or changing, one that is reached.</summary>
    public void Edit(OwnGoalContent content, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(content);
        var kept = Milestones.ToDictionary(x => x.Number);
        RuleViolation.ThrowAll([.. content.Milestones.Select((x, i) => FaultOf(content.Milestones, i, kept, quarter)).OfType<RuleViolation>()]);
        foreach (var done in Milestones.Where(x => x.DoneOn is not null && !content.Milestones.Any(y => IsSame(x, y))))
        {
            throw OwnGoalRefusals.MilestoneDone.At("milestones", ("number", done.Number), ("on", done.DoneOn));
        }

        Milestones = [.. content.Milestones.Select(x => new OwnGoalMilestone(
            x.Number ?? ++LastMilestone, PlainText.Of(x.Text), x.DueOn, x.Number is { } number ? kept[number].DoneOn : null))];
        (Title, Text) = (PlainText.Of(content.Title), PlainText.OrNull(content.Text));
        Settle();
    }

    /// <summary>A milestone is reached. Refused: the second time.</summary>
    public void Complete(OwnGoalMilestone milestone, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(milestone);
        if (milestone.DoneOn is { } on)
        {
            throw OwnGoalRefusals.MilestoneDone.With(("number", milestone.Number), ("on", on));
        }

        Milestones = [.. Milestones.Select(x => x.Number == milestone.Number ? x with { DoneOn = today } : x)];
        Settle();
    }

    /// <summary>Says how it gets on. Refused: beyond the hundredth time.</summary>
    public void Note(long employeeId, string text, DateTimeOffset now)
    {
        if (Progress.Count >= MaxProgress)
        {
            throw OwnGoalRefusals.ProgressFull.With(("max", MaxProgress));
        }

        Progress = [.. Progress, new(now, employeeId, PlainText.Of(text))];
    }

    /// <summary>Refuses to set goals once the person's self-review is submitted or over.</summary>
    public static void RequireSettable(Appraisal appraisal, SelfReviewState review)
    {
        if (!IsSettable(appraisal, review))
        {
            throw OwnGoalRefusals.Over.With(("stage", appraisal.Stage));
        }
    }

    /// <summary>Whether the person sets goals: until their self-review is submitted or over.</summary>
    public static bool IsSettable(Appraisal appraisal, SelfReviewState review)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        return appraisal.Stage <= AppraisalStage.SelfReview && review == SelfReviewState.Draft;
    }

    private void Settle() => IsDone = Milestones.All(x => x.DoneOn is not null);

    private static bool IsSame(OwnGoalMilestone done, OwnGoalStep step) =>
        step.Number == done.Number && PlainText.Of(step.Text) == done.Text && step.DueOn == done.DueOn;

    private static RuleViolation? FaultOf(
        IReadOnlyList<OwnGoalStep> steps, int index, Dictionary<int, OwnGoalMilestone> kept, Quarter quarter)
    {
        var (step, place) = (steps[index], $"milestones[{index}]");
        if (step.Number is { } number && !kept.ContainsKey(number))
        {
            return OwnGoalRefusals.MilestoneUnknown.At($"{place}.number", ("number", number));
        }

        if (step.Number is not null && steps.Take(index).Index().FirstOrDefault(x => x.Item.Number == step.Number) is { Item: not null } first)
        {
            return OwnGoalRefusals.MilestoneTwice.At($"{place}.number", ("place", $"milestones[{first.Index}]"));
        }

        return step.DueOn < quarter.FirstDay
            ? OwnGoalRefusals.DueBeforeQuarter.At($"{place}.dueOn", ("dueOn", step.DueOn), ("from", quarter.FirstDay))
            : null;
    }
}

/// <summary>Why an act on a person's own goal is refused.</summary>
public static class OwnGoalRefusals
{
    /// <summary>The self-review is submitted or over. Values: stage.</summary>
    public static readonly Refusal Over = Refusal.State("ownGoal.over");

    /// <summary>The result is published; nothing is added.</summary>
    public static readonly Refusal Published = Refusal.State("ownGoal.published");

    /// <summary>Neither the person nor who scores a segment.</summary>
    public static readonly Refusal NotInvolved = Refusal.Relation("ownGoal.notInvolved");

    /// <summary>Values: max.</summary>
    public static readonly Refusal TooMany = Refusal.State("ownGoal.tooMany");

    /// <summary>Values: max.</summary>
    public static readonly Refusal ProgressFull = Refusal.State("ownGoal.progressFull");

    /// <summary>A milestone that is reached stays as it is. Values: number, on.</summary>
    public static readonly Refusal MilestoneDone = Refusal.State("ownGoal.milestoneDone");

    /// <summary>Values: number.</summary>
    public static readonly Refusal MilestoneUnknown = Refusal.Content("ownGoal.milestoneUnknown");

    /// <summary>Values: place, where it stands first.</summary>
    public static readonly Refusal MilestoneTwice = Refusal.Content("ownGoal.milestoneTwice");

    /// <summary>Values: dueOn, from.</summary>
    public static readonly Refusal DueBeforeQuarter = Refusal.Content("ownGoal.dueBeforeQuarter");
}
