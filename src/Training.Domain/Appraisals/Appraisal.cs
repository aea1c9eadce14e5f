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

    /// <summary>When HR had it scored anew, the last time; none: never.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    public string? ReopenReason { get; private set; }

    /// <summary>When something was added to its score or taken from it last: an adjustment, a lifted ceiling, a further version.</summary>
    public DateTimeOffset? RevisedAt { get; private set; }

    /// <summary>How often.</summary>
    public int Revisions { get; private set; }

    /// <summary>Nobody had proposed other targets when people began to judge themselves: it took the template's.</summary>
    public bool IsByTemplate { get; private set; }

    public int Version { get; private set; }

    /// <summary>Whether its result is shown to the person.</summary>
    public bool IsPublished => Stage is AppraisalStage.Published or AppraisalStage.Closed;

    public static Appraisal Open(long cycleId, long employeeId, DateTimeOffset now, AppraisalStage stage = AppraisalStage.Targets) =>
        new() { CycleId = cycleId, EmployeeId = employeeId, OpenedAt = now, Stage = stage, IsByTemplate = stage > AppraisalStage.Agreed };

    /// <summary>Refuses an act that its stage does not accept; what the act changes lies in its segments or the self-review.</summary>
    public void Require(AppraisalAct act) => AppraisalLife.Table.Next(Stage, act);

    /// <summary>Its score is confirmed or adjusted. Refused: before every segment is scored, and once it is published.</summary>
    public void Calibrate() => Stage = AppraisalLife.Table.Next(Stage, AppraisalAct.Calibrate);

    /// <summary>Something is added to its score or taken from it: who has read it before has read another.</summary>
    public void Revise(DateTimeOffset now) => (RevisedAt, Revisions) = (now, Revisions + 1);

    /// <summary>HR has it scored anew. Refused: before it is published; while an appeal waits.</summary>
    public void Reopen(string reason, bool hasOpenAppeal, DateTimeOffset now)
    {
        Stage = AppraisalLife.Table.Next(Stage, AppraisalAct.Reopen);
        if (hasOpenAppeal)
        {
            throw AppealRefusals.Open.With();
        }

        (ReopenedAt, ReopenReason) = (now, PlainText.Of(reason));
    }

    /// <summary>A receipt is worked out for calibration: where too little data is left it ends unrated. Refused: the target of something that
    /// counts is undecided; something that counts has neither figure nor mark.</summary>
    public void TakeOutcome(Receipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (receipt.Outcome.Unrated is not null)
        {
            Stage = AppraisalLife.Table.Next(Stage, AppraisalAct.EndUnrated);
        }
        else if (receipt.Outcome.Total is null)
        {
            var missing = receipt.Segments.SelectMany(x => x.Missing).ToList();
            var undecided = missing.FindAll(x => x.IsTargetOpen == true);
            var codes = (undecided.Count > 0 ? undecided : missing).Select(x => x.KpiCode).Distinct().Order(StringComparer.Ordinal).ToArray();
            throw (undecided.Count > 0 ? TargetRefusals.Undecided : AppraisalRefusals.DataMissing).With(("codes", codes));
        }
    }

    /// <summary>What the caller can do to the appraisal as a whole now.</summary>
    /// <param name="by">Who they are to it.</param>
    /// <param name="review">How the self-review stands; a draft before anything was written.</param>
    /// <param name="shown">What stands beside its result; none: there is none.</param>
    public IReadOnlyList<AppraisalAct> AllowedActions(AppraisalCaller by, SelfReviewState review, ShownResult? shown) =>
        AppraisalLife.Table.AllowedActions(Stage, by, (who, act) => act switch
        {
            AppraisalAct.ReviewSelf => who.IsOwn && review == SelfReviewState.Draft,
            AppraisalAct.SetAside => who.IsHumanResources && !who.IsOwn,
            AppraisalAct.Calibrate => who.MayCalibrate,
            AppraisalAct.Acknowledge => who.IsOwn && shown?.IsToBeAcknowledged == true,
            AppraisalAct.Appeal => who.IsOwn && shown?.MayBeAppealed == true,
            AppraisalAct.NameReviewer => shown?.HasOpenAppeal == true && who.MayNameReviewer,
            AppraisalAct.ResolveAppeal => shown?.HasOpenAppeal == true && who.IsReviewer,
            AppraisalAct.RecordInterview => who.IsSupervisor && !who.IsOwn,
            AppraisalAct.Revise => who.IsHumanResources && !who.IsOwn,
            AppraisalAct.Reopen => who.IsHumanResources && !who.IsOwn && shown?.HasOpenAppeal == false,
            _ => false,
        });

    /// <summary>Until people judge themselves: takes the stage that the agreement of the person and of the rater of each segment gives it.</summary>
    /// <param name="segments">All it ever had.</param>
    /// <param name="cycle">With its templates: a segment without one is not asked for.</param>
    /// <param name="isTalkedOver">A target is proposed, refused or waits for a decision.</param>
    public void SettleTargets(IReadOnlyCollection<AppraisalSegment> segments, AppraisalCycle cycle, bool isTalkedOver)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(cycle);
        var asked = segments.Where(cycle.Asks).ToList();
        var isAgreed = asked.Count > 0 && asked.TrueForAll(x => x.IsAgreedBy(TargetSide.Person) && x.IsAgreedBy(TargetSide.Rater));
        var act = isAgreed && !isTalkedOver ? AppraisalAct.CompleteTargets : AppraisalAct.AwaitTargets;
        if (AppraisalLife.Table.Allows(Stage, act))
        {
            Stage = AppraisalLife.Table.Next(Stage, act);
        }
    }

    /// <summary>Takes the stage that its segments give it once people no longer judge themselves; before, agreed targets are no longer agreed
    /// where a segment has begun, and nothing else happens.</summary>
    /// <param name="segments">All it ever had.</param>
    /// <param name="cycle">With its templates: a segment without one is not scored.</param>
    public void Settle(IReadOnlyCollection<AppraisalSegment> segments, AppraisalCycle cycle)
    {
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(cycle);
        if (IsPublished)
        {
            return;
        }

        SettleTargets(segments, cycle, isTalkedOver: Stage == AppraisalStage.Targets);
        var asked = segments.Where(cycle.Asks).ToList();
        var act = AppraisalLife.Settling(
            asked.Sum(x => x.Days), cycle.Settings.LeastDays, asked.TrueForAll(x => x.State == AppraisalSegmentState.Scored));
        if (AppraisalLife.Table.Allows(Stage, act))
        {
            Stage = AppraisalLife.Table.Next(Stage, act);
        }
    }
}

/// <summary>Who somebody is to an appraisal.</summary>
/// <param name="IsOwn">The person, who never decides on their own.</param>
/// <param name="IsHumanResources">HR, who see it.</param>
/// <param name="MayCalibrate">HR or an approver while the cycle calibrates, who neither rated it nor stands below one who did.</param>
public sealed record AppraisalCaller(bool IsOwn, bool IsHumanResources, bool MayCalibrate)
{
    /// <summary>HR or, where HR had a part in the result, an approver.</summary>
    public bool MayNameReviewer { get; init; }

    /// <summary>The second reviewer of its appeal.</summary>
    public bool IsReviewer { get; init; }

    /// <summary>A rater of it, or the person's supervisor today.</summary>
    public bool IsSupervisor { get; init; }
}

/// <summary>What stands beside a published result.</summary>
/// <param name="IsToBeAcknowledged">It waits for the person.</param>
/// <param name="MayBeAppealed">The person may appeal against it today.</param>
/// <param name="HasOpenAppeal">An appeal waits for its decision.</param>
public sealed record ShownResult(bool IsToBeAcknowledged, bool MayBeAppealed, bool HasOpenAppeal);
