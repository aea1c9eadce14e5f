using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>A grade and the least final score that earns it, inclusive, 2 decimals; the last grade has none.</summary>
public sealed record GradeBand(string Grade, decimal? From = null);

/// <summary>The numbers of a cycle by which scores become a grade (scoring 2–5).</summary>
public sealed record ScoringSettings
{
    public const int MaxBands = 10;
    public const int MaxGradeLength = 8;

    /// <summary>The numbers that hold unless a cycle says otherwise.</summary>
    public static readonly ScoringSettings Usual = new();

    /// <summary>Leave is left out where its whole length exceeds these days.</summary>
    public int LeaveDays { get; init; } = 15;

    /// <summary>A segment with fewer days of its own gives them away.</summary>
    public int SegmentDays { get; init; } = 15;

    /// <summary>With fewer days left in all an appraisal is unrated.</summary>
    public int LeastDays { get; init; } = 30;

    /// <summary>Percent of the weight that has to be left in a segment; the bound itself is enough.</summary>
    public decimal LeastWeight { get; init; } = 60;

    /// <summary>The most a final score can be.</summary>
    public decimal FinalCap { get; init; } = 120;

    /// <summary>How far the adjustments of a version may raise or lower a total together.</summary>
    public decimal AdjustmentRange { get; init; } = 20;

    /// <summary>Strictly falling, the last without a bound.</summary>
    public IReadOnlyList<GradeBand> Bands { get; init; } = [new("A", 90), new("B", 80), new("C", 70), new("D", 60), new("E", null)];

    /// <summary>The grade that a final score earns.</summary>
    public string GradeOf(decimal final) => Bands.First(x => x.From is null || final >= x.From).Grade;

    /// <summary>Where a grade stands, 0 the best. Refused: a grade that the bands do not have.</summary>
    public int RankOf(string grade)
    {
        for (var rank = 0; rank < Bands.Count; rank++)
        {
            if (string.Equals(Bands[rank].Grade, grade, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        throw AppraisalRefusals.CeilingGradeUnknown.With(("grade", grade), ("grades", Bands.Select(x => x.Grade).ToArray()));
    }

    /// <summary>Refuses numbers by which nothing could be scored, naming every place.</summary>
    public void Check() => RuleViolation.ThrowAll(Faults(""));

    /// <summary>Numbers by which nothing could be scored, each at its member below <paramref name="under"/> (<c>settings.</c>): days
    /// outside 0–92; a weight outside 0–100, a cap outside 100–200 or a range outside 0–100, or with more than 2 decimals; and bands that
    /// do not fall strictly, repeat a grade, or do not end, and only end, without a bound.</summary>
    public IReadOnlyList<RuleViolation> Faults(string under)
    {
        IEnumerable<RuleViolation?> faults =
        [
            NumberFault(under + "leaveDays", LeaveDays, 0, 92, 0),
            NumberFault(under + "segmentDays", SegmentDays, 0, 92, 0),
            NumberFault(under + "leastDays", LeastDays, 1, 92, 0),
            NumberFault(under + "leastWeight", LeastWeight, 0, 100, ScoreDecimals),
            NumberFault(under + "finalCap", FinalCap, 100, 200, ScoreDecimals),
            NumberFault(under + "adjustmentRange", AdjustmentRange, 0, 100, ScoreDecimals),
            Bands.Count is < 1 or > MaxBands ? AppraisalRefusals.BandsCount.At(under + "bands", ("count", Bands.Count), ("max", MaxBands)) : null,
            .. Bands.Take(MaxBands).Select((_, i) => BandFault($"{under}bands[{i}]", i)),
        ];
        return [.. faults.OfType<RuleViolation>()];
    }

    /// <summary>The fault of a number outside its bounds, or with more decimals.</summary>
    public static RuleViolation? NumberFault(string place, decimal value, decimal min, decimal max, int decimals) =>
        value < min || value > max || !Decimals.Fits(value, decimals)
            ? AppraisalRefusals.SettingOutOfRange.At(place, ("value", value), ("min", min), ("max", max), ("decimals", decimals))
            : null;

    /// <summary>The fault of a grade that the bands do not have; none where there are no bands, which is a fault itself.</summary>
    public RuleViolation? GradeFault(string place, string grade) => Bands.Count == 0 || Bands.Any(x => x.Grade == grade)
        ? null
        : AppraisalCycleRefusals.GradeUnknown.At(place, ("grade", grade), ("grades", Bands.Select(x => x.Grade).ToArray()));

    private const int ScoreDecimals = Kpis.ItemScore.Decimals;

    private RuleViolation? BandFault(string place, int index)
    {
        var band = Bands[index];
        if (string.IsNullOrWhiteSpace(band.Grade) || band.Grade.Length > MaxGradeLength || Bands.Take(index).Any(x => x.Grade == band.Grade))
        {
            return AppraisalRefusals.BandGrade.At($"{place}.grade", ("grade", band.Grade), ("max", MaxGradeLength));
        }

        var isLast = index == Bands.Count - 1;
        if (isLast != band.From is null)
        {
            return AppraisalRefusals.BandsUnbounded.At($"{place}.from", ("grade", band.Grade));
        }

        if (band.From is { } from && (!Decimals.Fits(from, ScoreDecimals) || from <= 0 || from > FinalCap))
        {
            return AppraisalRefusals.BandBound.At($"{place}.from", ("from", from), ("max", FinalCap));
        }

        return index > 0 && band.From >= Bands[index - 1].From
            ? AppraisalRefusals.BandsNotFalling.At($"{place}.from", ("from", band.From), ("before", Bands[index - 1].From))
            : null;
    }
}
