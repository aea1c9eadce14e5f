using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>What a rater made of a segment.</summary>
/// <param name="RaterId">Who scored it.</param>
/// <param name="EmployeeId">Whose it is.</param>
/// <param name="Total">Its total, with the marks.</param>
/// <param name="ByFigures">Its total by its figures alone; none: it has no figure.</param>
public sealed record GivenTotal(long RaterId, long EmployeeId, decimal Total, decimal? ByFigures);

/// <summary>How totals stand against what the figures alone would give. All means have 2 decimals, halves away from zero.</summary>
/// <param name="People">Whose segments these are.</param>
/// <param name="Segments">How many there are.</param>
/// <param name="Compared">How many of them have figures: the means rest on these.</param>
/// <param name="MeanTotal">Mean of the totals; none where nothing can be compared.</param>
/// <param name="MeanByFigures">Mean of the totals of the same segments by their figures alone.</param>
public sealed record Leniency(int People, int Segments, int Compared, decimal? MeanTotal, decimal? MeanByFigures)
{
    /// <summary>The mean total less the mean by figures: above 0 the marks lift the scores, below 0 they lower them.</summary>
    public decimal? Difference => MeanTotal - MeanByFigures;
}

/// <summary>Whether raters mark leniently or strictly, seen from the figures beside their marks. It is shown, never applied.</summary>
public static class RaterLeniency
{
    /// <summary>The total of the segment with its rated items left out, weighted as ever over what is left and rounded in every section
    /// and at the end (scoring 2); none where no item with a figure is left.</summary>
    public static decimal? ByFigures(SegmentReceipt segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Mean([.. segment.Sections.Select(x => (Mean([.. x.Items.Where(IsFigure).Select(y => ((decimal?)y.Score!.Score, y.Weight))]), x.Weight))]);
    }

    /// <summary>What some totals come to together.</summary>
    public static Leniency Of(IReadOnlyCollection<GivenTotal> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        List<GivenTotal> compared = [.. given.Where(x => x.ByFigures is not null)];
        return new(
            given.Select(x => x.EmployeeId).Distinct().Count(), given.Count, compared.Count,
            Mean([.. compared.Select(x => ((decimal?)x.Total, 1m))]), Mean([.. compared.Select(x => (x.ByFigures, 1m))]));
    }

    private static bool IsFigure(ItemReceipt item) => item is { IsRated: false, SetAside: null, Score: not null };

    /// <summary>(Σ valueᵢ·wᵢ)/(Σ wᵢ) over what has a value.</summary>
    private static decimal? Mean(List<(decimal? Value, decimal Weight)> parts)
    {
        List<(decimal Value, decimal Weight)> kept = [.. parts.Where(x => x.Value is not null).Select(x => (x.Value!.Value, x.Weight))];
        return kept.Count == 0 ? null : new Fraction(kept.Sum(x => x.Value * x.Weight), kept.Sum(x => x.Weight)).Rounded(ItemScore.Decimals);
    }
}
