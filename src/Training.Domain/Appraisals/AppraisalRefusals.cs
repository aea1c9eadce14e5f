using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Why an appraisal cannot be worked out or adjusted as asked.</summary>
public static class AppraisalRefusals
{
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
