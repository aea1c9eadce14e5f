using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>Marks of rated items (scoring 1.4).</summary>
public static class RatingMarks
{
    public const decimal MostOfFive = 5;
    public const decimal MostOfHundred = 100;

    /// <summary>Whether the scale of the method has the mark: 1 to 5, whole or, where it allows them, in halves; or 0 to 100
    /// with at most 2 decimals.</summary>
    public static bool Has(ScoringMethod method, decimal mark)
    {
        ArgumentNullException.ThrowIfNull(method);
        return method.Scale == RatingScale.Five
            ? mark is >= 1 and <= MostOfFive && Decimals.Fits(method.AllowsHalves == true ? 2 * mark : mark, 0)
            : mark is >= 0 and <= MostOfHundred && Decimals.Fits(mark, ItemScore.Decimals);
    }

    /// <summary>The fault of a mark that the scale does not have, at the member <paramref name="field"/>; none: it has it.</summary>
    public static RuleViolation? FaultOf(ScoringMethod method, decimal mark, string field) =>
        Has(method, mark) ? null : AppraisalRefusals.MarkNotOfScale.At(field, ("mark", mark), ("scale", method.Scale));
}
