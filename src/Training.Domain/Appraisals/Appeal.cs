using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>How far an appeal has come.</summary>
public enum AppealState
{
    /// <summary>Waits for a second reviewer to be named.</summary>
    Filed,

    /// <summary>The second reviewer looks into it.</summary>
    InReview,

    /// <summary>The result stays.</summary>
    Rejected,

    /// <summary>Points are added to the total, in the next version of the result.</summary>
    UpheldByAdjustment,

    /// <summary>A figure is wrong; it is put right as a correction, which makes the next version.</summary>
    UpheldByCorrection,
}

/// <summary>What the second reviewer decides.</summary>
public enum AppealDecision
{
    Reject,

    /// <summary>Add points.</summary>
    UpholdByAdjustment,

    /// <summary>Have the wrong figure corrected.</summary>
    UpholdByCorrection,
}

/// <summary>The person does not accept a version of their result, and somebody who had no part in it looks again (scoring 4). There is one
/// for each version, and none against a version that an appeal made.</summary>
public sealed class Appeal : IVersioned
{
    /// <summary>Characters of a reason or of the evidence at most.</summary>
    public const int MaxTextLength = 4000;

    /// <summary>Working days within which it is decided.</summary>
    public const int DecideWorkingDays = 10;

    private Appeal()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    /// <summary>The version of the result that it is against.</summary>
    public int ResultNumber { get; private set; }

    public AppealState State { get; private set; }

    public string Reason { get; private set; } = "";

    public string? Evidence { get; private set; }

    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>The day until which it is decided: ten working days after it was filed. A later decision counts too, and shows.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The second reviewer; none yet.</summary>
    public long? ReviewerId { get; private set; }

    /// <summary>Who named them.</summary>
    public long? NamedByAccountId { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>Points that the decision added.</summary>
    public decimal? Points { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen => State is AppealState.Filed or AppealState.InReview;

    /// <summary>The person appeals against a result. Refused: while an appeal of the appraisal waits; after the last day for it; against one
    /// that was appealed against, or that an appeal made.</summary>
    /// <param name="result">The latest version.</param>
    /// <param name="before">An appeal of the appraisal waits; there is one against this version.</param>
    /// <param name="content">Why, and what shows it.</param>
    /// <param name="days">The last day for it, today, and until when it is decided.</param>
    /// <param name="now">When.</param>
    public static Appeal File(
        AppraisalResult result, (bool IsOpen, bool IsAppealed) before, (string Reason, string? Evidence) content,
        (DateOnly Until, DateOnly Today, DateOnly DueOn) days, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (before.IsOpen)
        {
            throw AppealRefusals.Open.With();
        }

        if (before.IsAppealed || !result.MayBeAppealed)
        {
            throw AppealRefusals.Appealed.With(("number", result.Number));
        }

        if (days.Today > days.Until)
        {
            throw AppealRefusals.Over.With(("dueOn", days.Until));
        }

        return new()
        {
            AppraisalId = result.AppraisalId, ResultNumber = result.Number, Reason = PlainText.Of(content.Reason), Evidence = PlainText.OrNull(content.Evidence),
            FiledAt = now, DueOn = days.DueOn,
        };
    }

    /// <summary>Names the second reviewer, or another until it is decided.</summary>
    public void Name(long reviewerId, long byAccountId)
    {
        RequireOpen();
        (ReviewerId, NamedByAccountId, State) = (reviewerId, byAccountId, AppealState.InReview);
    }

    /// <summary>The second reviewer decides. Refused: points without an adjustment, or the other way round.</summary>
    public void Decide(AppealDecision decision, string reason, decimal? points, DateTimeOffset now)
    {
        RequireOpen();
        if (decision == AppealDecision.UpholdByAdjustment != points is not null)
        {
            throw AppealRefusals.PointsOfDecision.At("points", ("decision", decision));
        }

        (DecisionReason, Points, DecidedAt) = (PlainText.Of(reason), points, now);
        State = decision switch
        {
            AppealDecision.Reject => AppealState.Rejected,
            AppealDecision.UpholdByAdjustment => AppealState.UpheldByAdjustment,
            _ => AppealState.UpheldByCorrection,
        };
    }

    /// <summary>Refuses one that is decided.</summary>
    public void RequireOpen()
    {
        if (!IsOpen)
        {
            throw AppealRefusals.NoneOpen.With();
        }
    }
}

/// <summary>Why an appeal is refused, or an act on it.</summary>
public static class AppealRefusals
{
    /// <summary>Against this version there is one already, or it is the decision of one. Values: number.</summary>
    public static readonly Refusal Appealed = Refusal.State("appeal.appealed");

    /// <summary>Values: dueOn.</summary>
    public static readonly Refusal Over = Refusal.State("appeal.over");

    /// <summary>There is no appeal that waits.</summary>
    public static readonly Refusal NoneOpen = Refusal.State("appeal.noneOpen");

    /// <summary>An appeal waits for its decision.</summary>
    public static readonly Refusal Open = Refusal.State("appeal.open");

    /// <summary>HR had a part in the result: an approver names the second reviewer.</summary>
    public static readonly Refusal NamedByApprover = Refusal.Relation("appeal.namedByApprover");

    /// <summary>The caller rated the appraisal, or adjusted it.</summary>
    public static readonly Refusal NamerInvolved = Refusal.Relation("appeal.namerInvolved");

    /// <summary>The person, a rater or one below a rater, or nobody who is employed. Values: employeeId.</summary>
    public static readonly Refusal ReviewerNotAccepted = Refusal.State("appeal.reviewerNotAccepted");

    /// <summary>The second reviewer alone decides.</summary>
    public static readonly Refusal NotTheReviewer = Refusal.Relation("appeal.notTheReviewer");

    /// <summary>Points go with an adjustment, and an adjustment with points. Values: decision.</summary>
    public static readonly Refusal PointsOfDecision = Refusal.Content("appeal.pointsOfDecision");
}
