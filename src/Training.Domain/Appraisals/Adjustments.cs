using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>What calibration and appeals add to a computed total, which they never change (scoring 4).</summary>
public static class Adjustments
{
    /// <summary>Σ of the adjustments of a version. Refused: beyond the range of the cycle, which itself is allowed.</summary>
    public static decimal Sum(IEnumerable<Adjustment> adjustments, ScoringSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var sum = adjustments.Sum(x => x.Points);
        return Math.Abs(sum) <= settings.AdjustmentRange
            ? sum
            : throw AppraisalRefusals.AdjustmentsOutOfRange.With(("sum", sum), ("range", settings.AdjustmentRange));
    }

    /// <summary>Refuses an adjustment to a receipt: of an unrated appraisal; of no points, of more
    /// than twice the range, or with more than 2 decimals; one
    /// that takes the sum of the version beyond the range.</summary>
    public static void Check(Receipt receipt, decimal points)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (receipt.Outcome.Unrated is { } reason)
        {
            throw AppraisalRefusals.UnratedNotAdjusted.With(("reason", reason));
        }

        var range = receipt.Facts.Settings.AdjustmentRange;
        if (points == 0 || Math.Abs(points) > 2 * range || !Decimals.Fits(points, ItemScore.Decimals))
        {
            throw AppraisalRefusals.AdjustmentPoints.At("points", ("points", points), ("max", 2 * range));
        }

        var sum = receipt.Outcome.Adjusted + points;
        if (Math.Abs(sum) > range)
        {
            throw AppraisalRefusals.AdjustmentsOutOfRange.At("points", ("sum", sum), ("range", range));
        }
    }
}
