using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Why an appraisal cannot be worked out or adjusted as asked.</summary>
public static class AppraisalRefusals
{
    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("appraisal.notInThisState");

    /// <summary>The person alone judges themselves.</summary>
    public static readonly Refusal NotThePerson = Refusal.Relation("appraisal.notThePerson");

    /// <summary>Submitted, or recorded as not given. Values: state.</summary>
    public static readonly Refusal SelfReviewOver = Refusal.State("appraisal.selfReviewOver");

    /// <summary>No such segment with days. Values: number.</summary>
    public static readonly Refusal SegmentUnknown = Refusal.Content("appraisal.segmentUnknown");

    /// <summary>The segment's template has no such item. Values: kpiId, number.</summary>
    public static readonly Refusal ItemUnknown = Refusal.Content("appraisal.itemUnknown");

    /// <summary>Set aside in the segment, or in every one. Values: code.</summary>
    public static readonly Refusal AlreadySetAside = Refusal.State("appraisal.alreadySetAside");

    /// <summary>Its score comes from figures, not from a mark. Values: code.</summary>
    public static readonly Refusal ItemNotRated = Refusal.Content("appraisal.itemNotRated");

    /// <summary>Values: place, where it stands first.</summary>
    public static readonly Refusal ItemTwice = Refusal.Content("appraisal.itemTwice");

    /// <summary>Rated items without a mark. Values: count, codes.</summary>
    public static readonly Refusal MarksMissing = Refusal.Content("appraisal.marksMissing");

    /// <summary>A mark far off without a text. Values: mark, code, low, high.</summary>
    public static readonly Refusal MarkUnexplained = Refusal.Content("appraisal.markUnexplained");

    /// <summary>Another than its rater, or who stands in for them.</summary>
    public static readonly Refusal NotTheRater = Refusal.Relation("appraisal.notTheRater");

    /// <summary>The segment is scored. Values: number, at.</summary>
    public static readonly Refusal SegmentScored = Refusal.State("appraisal.segmentScored");

    /// <summary>The days of the segment are not over, nor its phase begun. Values: number, to.</summary>
    public static readonly Refusal SegmentRunning = Refusal.State("appraisal.segmentRunning");

    /// <summary>A change of assignment took all days of the segment. Values: number.</summary>
    public static readonly Refusal SegmentWithoutDays = Refusal.State("appraisal.segmentWithoutDays");

    /// <summary>No template of the cycle is for the position of the segment. Values: number.</summary>
    public static readonly Refusal NoTemplate = Refusal.State("appraisal.noTemplate");

    /// <summary>The adjuster rated a segment, or stands below one who did.</summary>
    public static readonly Refusal AdjusterRated = Refusal.Relation("appraisal.adjusterRated");

    /// <summary>Something counts that has no figure or mark. Values: codes.</summary>
    public static readonly Refusal DataMissing = Refusal.State("appraisal.dataMissing");

    /// <summary>Points without a reason.</summary>
    public static readonly Refusal AdjustmentUnexplained = Refusal.Content("appraisal.adjustmentUnexplained");

    /// <summary>There is no published result.</summary>
    public static readonly Refusal NotPublished = Refusal.State("appraisal.notPublished");

    /// <summary>The caller sees some segments alone, not the whole.</summary>
    public static readonly Refusal ReceiptOfOthers = Refusal.Relation("appraisal.receiptOfOthers");

    /// <summary>Values: at.</summary>
    public static readonly Refusal Acknowledged = Refusal.State("appraisal.acknowledged");

    /// <summary>Values: dueOn.</summary>
    public static readonly Refusal AcknowledgementOver = Refusal.State("appraisal.acknowledgementOver");

    /// <summary>The person, one below them, or nobody who is employed. Values: employeeId.</summary>
    public static readonly Refusal RaterNotAccepted = Refusal.State("appraisal.raterNotAccepted");

    /// <summary>Values: value, min, max, decimals.</summary>
    public static readonly Refusal SettingOutOfRange = Refusal.Content("appraisal.settingOutOfRange");

    /// <summary>Values: count, max.</summary>
    public static readonly Refusal BandsCount = Refusal.Content("appraisal.bandsCount");

    /// <summary>Values: grade, max.</summary>
    public static readonly Refusal BandGrade = Refusal.Content("appraisal.bandGrade");

    /// <summary>Values: grade.</summary>
    public static readonly Refusal BandsUnbounded = Refusal.Content("appraisal.bandsUnbounded");

    /// <summary>Values: from, max.</summary>
    public static readonly Refusal BandBound = Refusal.Content("appraisal.bandBound");

    /// <summary>Values: from, before.</summary>
    public static readonly Refusal BandsNotFalling = Refusal.Content("appraisal.bandsNotFalling");

    /// <summary>A ceiling names a grade that the cycle does not have. Values: grade, grades.</summary>
    public static readonly Refusal CeilingGradeUnknown = Refusal.State("appraisal.ceilingGradeUnknown");

    /// <summary>The adjustments of a version together. Values: sum, range.</summary>
    public static readonly Refusal AdjustmentsOutOfRange = Refusal.State("appraisal.adjustmentsOutOfRange");

    /// <summary>No points, more than 2 decimals, or more than twice the range. Values: points, max.</summary>
    public static readonly Refusal AdjustmentPoints = Refusal.Content("appraisal.adjustmentPoints");

    /// <summary>Values: reason.</summary>
    public static readonly Refusal UnratedNotAdjusted = Refusal.State("appraisal.unratedNotAdjusted");

    /// <summary>A mark that the scale of the item does not have. Values: mark, scale.</summary>
    public static readonly Refusal MarkNotOfScale = Refusal.Content("appraisal.markNotOfScale");
}
