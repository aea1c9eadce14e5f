using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>What an item scored in a quarter.</summary>
/// <param name="Score">Of several segments the mean by their days, 2 decimals.</param>
/// <param name="Change">Against the quarter before in which it was scored; none: the first.</param>
public sealed record DevelopmentPoint(Quarter Quarter, decimal Score, decimal? Change);

/// <summary>A KPI over quarters, the oldest first.</summary>
public sealed record DevelopmentItem(long KpiId, string KpiCode, IReadOnlyList<DevelopmentPoint> Points);

/// <summary>How the items of a person went over the quarters that were published.</summary>
public static class DevelopmentOverQuarters
{
    /// <summary>From the receipts of one person, one for each quarter: (Σ daysₖ·scoreₖ)/(Σ daysₖ) over the segments that count and scored the
    /// item; in the order of the codes.</summary>
    public static IReadOnlyList<DevelopmentItem> Of(IEnumerable<Receipt> receipts)
    {
        var scores = from receipt in receipts
                     from segment in receipt.Segments
                     where segment.Counts
                     from item in segment.Sections.SelectMany(x => x.Items)
                     where item.Score is not null
                     select (receipt.Facts.Quarter, segment.Days, item.KpiId, item.KpiCode, item.Score!.Score);
        return
        [
            .. scores.GroupBy(x => x.KpiId).OrderBy(x => x.First().KpiCode, StringComparer.Ordinal)
                .Select(x => new DevelopmentItem(x.Key, x.First().KpiCode, Points([.. x.Select(y => (y.Quarter, y.Days, y.Score))]))),
        ];
    }

    private static List<DevelopmentPoint> Points(IReadOnlyList<(Quarter Quarter, int Days, decimal Score)> scores)
    {
        var points = new List<DevelopmentPoint>();
        foreach (var quarter in scores.GroupBy(x => x.Quarter).OrderBy(x => x.Key))
        {
            var score = new Fraction(quarter.Sum(x => x.Days * x.Score), quarter.Sum(x => x.Days)).Rounded(ItemScore.Decimals);
            points.Add(new(quarter.Key, score, points.Count > 0 ? score - points[^1].Score : null));
        }

        return points;
    }
}
