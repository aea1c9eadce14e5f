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

    /// <summary>Refuses an adjustment to a receipt: of an unrated appraisal; of no points, or with more than 2 decimals; one
    /// that takes the sum of the version beyond the range.</summary>
    public static void Check(Receipt receipt, decimal points)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (receipt.Outcome.Unrated is { } reason)
        {
            throw AppraisalRefusals.UnratedNotAdjusted.With(("reason", reason));
        }

        if (points == 0 || !Decimals.Fits(points, ItemScore.Decimals))
        {
            throw AppraisalRefusals.AdjustmentPoints.At("points", ("points", points));
        }

        var sum = receipt.Outcome.Adjusted + points;
        if (Math.Abs(sum) > receipt.Facts.Settings.AdjustmentRange)
        {
            throw AppraisalRefusals.AdjustmentsOutOfRange.At("points", ("sum", sum), ("range", receipt.Facts.Settings.AdjustmentRange));
        }
    }
}
