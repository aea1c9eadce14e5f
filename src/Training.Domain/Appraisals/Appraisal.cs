using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The appraisal of one person in one cycle. Its segments are records of their own.</summary>
public sealed class Appraisal : IVersioned
{
    private Appraisal()
    {
    }

    public long Id { get; private set; }

    public long CycleId { get; private set; }

    public long EmployeeId { get; private set; }

    public AppraisalStage Stage { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public int Version { get; private set; }

    public static Appraisal Open(long cycleId, long employeeId, DateTimeOffset now, AppraisalStage stage = AppraisalStage.Targets) =>
        new() { CycleId = cycleId, EmployeeId = employeeId, OpenedAt = now, Stage = stage };

    /// <summary>Refuses an act that its stage does not accept; what the act changes lies in its segments or the self-review.</summary>
    public void Require(AppraisalAct act) => AppraisalLife.Table.Next(Stage, act);

    /// <summary>What the person, or anybody else, can do to the appraisal as a whole now.</summary>
    /// <param name="isOwn">The person.</param>
    /// <param name="review">How the self-review stands; a draft before anything was written.</param>
    public IReadOnlyList<AppraisalAct> AllowedActions(bool isOwn, SelfReviewState review) =>
        AppraisalLife.Table.AllowedActions(Stage, isOwn && review == SelfReviewState.Draft, (may, act) => may && act == AppraisalAct.ReviewSelf);

    /// <summary>Takes the stage that its segments give it once people no longer judge themselves; before, nothing happens.</summary>
    /// <param name="segments">All it ever had.</param>
    /// <param name="cycle">With its templates: a segment without one is not scored.</param>
    public void Settle(IReadOnlyCollection<AppraisalSegment> segments, AppraisalCycle cycle)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(cycle);
        var asked = segments.Where(cycle.Asks).ToList();
        var act = AppraisalLife.Settling(
            asked.Sum(x => x.Days), cycle.Settings.LeastDays, asked.TrueForAll(x => x.State == AppraisalSegmentState.Scored));
        if (AppraisalLife.Table.Allows(Stage, act))
        {
            Stage = AppraisalLife.Table.Next(Stage, act);
        }
    }
}
