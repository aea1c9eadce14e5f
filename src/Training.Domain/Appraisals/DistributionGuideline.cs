using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>How many people of a group should have one of some grades.</summary>
/// <param name="Grades">Grades of the cycle, each once.</param>
/// <param name="AtMost">Percent of the group, 0 to 100 with at most 2 decimals.</param>
/// <param name="AtLeast">The same; not above <paramref name="AtMost"/>. One of the two is given, or both.</param>
public sealed record DistributionShare(IReadOnlyList<string> Grades, decimal? AtMost, decimal? AtLeast);

/// <summary>How the grades of a group should be spread. It is shown beside them and never applied by the program (scoring 5).</summary>
/// <param name="Shares">Each for itself; none: nothing is shown.</param>
/// <param name="SmallestGroup">People, 1 to 100; smaller groups are looked at together with the one above.</param>
public sealed record DistributionGuideline(IReadOnlyList<DistributionShare> Shares, int SmallestGroup)
{
    public const int MaxShares = 20;
    public const int UsualSmallestGroup = 10;
    private const int LargestSmallestGroup = 100;

    /// <summary>A at most 20 %, D and E together at least 5 %, of groups of at least ten people.</summary>
    public static readonly DistributionGuideline Usual = new([new(["A"], 20, null), new(["D", "E"], null, 5)], UsualSmallestGroup);

    /// <summary>What is wrong with it for a cycle with these grades, each at its place below <paramref name="under"/>
    /// (<c>distribution.</c>).</summary>
    public IEnumerable<RuleViolation> Faults(ScoringSettings settings, string under)
    {
        if (ScoringSettings.NumberFault(under + "smallestGroup", SmallestGroup, 1, LargestSmallestGroup, 0) is { } fault)
        {
            yield return fault;
        }

        foreach (var (i, share) in Shares.Index())
        {
            foreach (var inShare in Faults(share, settings, $"{under}shares[{i}]"))
            {
                yield return inShare;
            }
        }
    }

    private static IEnumerable<RuleViolation> Faults(DistributionShare share, ScoringSettings settings, string place)
    {
        foreach (var (i, grade) in share.Grades.Index())
        {
            if (settings.GradeFault($"{place}.grades[{i}]", grade) is { } unknown)
            {
                yield return unknown;
            }
            else if (share.Grades.Take(i).Contains(grade))
            {
                yield return AppraisalCycleRefusals.GradeTwice.At($"{place}.grades[{i}]", ("grade", grade));
            }
        }

        foreach (var (member, percent) in new (string, decimal?)[] { ("atMost", share.AtMost), ("atLeast", share.AtLeast) })
        {
            if (percent is { } value && ScoringSettings.NumberFault($"{place}.{member}", value, 0, 100, Kpis.ItemScore.Decimals) is { } fault)
            {
                yield return fault;
            }
        }

        if (share is { AtMost: null, AtLeast: null })
        {
            yield return AppraisalCycleRefusals.ShareUnbounded.At(place);
        }
        else if (share.AtLeast > share.AtMost)
        {
            yield return AppraisalCycleRefusals.ShareReversed.At($"{place}.atLeast", ("atLeast", share.AtLeast), ("atMost", share.AtMost));
        }
    }
}
