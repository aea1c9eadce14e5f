using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>What a plan spends money on.</summary>
public enum BudgetKind
{
    Lecturer,
    Material,
    Venue,
    Other,
}

/// <summary>One line of a budget, in yuan with at most two decimals.</summary>
/// <param name="Number">1, 2, 3 … without a gap; a line keeps its number.</param>
/// <param name="Planned">What was planned, 0 to 99,999,999.99.</param>
/// <param name="Actual">What it came to; none while nothing is known.</param>
public sealed record BudgetLineContent(int Number, BudgetKind Kind, string Description, decimal Planned, decimal? Actual);

/// <summary>A line of a plan's budget.</summary>
public sealed class PlanBudgetLine
{
    public const int MaxDescriptionLength = 200;
    public const decimal MaxAmount = 99_999_999.99m;

    private PlanBudgetLine()
    {
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    public int Number { get; private set; }

    public BudgetKind Kind { get; private set; }

    public string Description { get; private set; } = "";

    /// <summary>Yuan, two decimals.</summary>
    public decimal Planned { get; private set; }

    /// <summary>Yuan, two decimals.</summary>
    public decimal? Actual { get; private set; }

    internal BudgetLineContent Content => new(Number, Kind, Description, Planned, Actual);

    internal static PlanBudgetLine Of(BudgetLineContent content)
    {
        var line = new PlanBudgetLine { Number = content.Number };
        line.Take(content);
        return line;
    }

    internal void Take(BudgetLineContent content) =>
        (Kind, Description, Planned, Actual) = (content.Kind, PlainText.Of(content.Description), content.Planned, content.Actual);
}

/// <summary>What a budget comes to, in yuan.</summary>
/// <param name="Planned">Sum of what was planned.</param>
/// <param name="Actual">Sum of what is known to have been spent.</param>
public readonly record struct BudgetTotal(decimal Planned, decimal Actual)
{
    /// <summary>Spent beyond the plan; negative: less than planned.</summary>
    public decimal Difference => Actual - Planned;

    /// <summary>Actual per planned in percent, one decimal; none where nothing was planned.</summary>
    public decimal? Rate => Planned == 0 ? null : decimal.Round(100 * Actual / Planned, 1, MidpointRounding.AwayFromZero);

    public static BudgetTotal operator +(BudgetTotal one, BudgetTotal other) => new(one.Planned + other.Planned, one.Actual + other.Actual);
}

/// <summary>What a budget must hold to.</summary>
internal static class BudgetShape
{
    internal static void Check(IReadOnlyList<BudgetLineContent> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Number != i + 1)
            {
                throw PlanRefusals.BudgetNumbers.At("lines", ("numbers", string.Join(", ", lines.Select(x => x.Number))), ("count", lines.Count));
            }

            CheckAmount($"lines[{i}].planned", lines[i].Planned);
            CheckAmount($"lines[{i}].actual", lines[i].Actual);
        }
    }

    /// <summary>Once approved, what was planned stands: lines keep their kind, description and planned amount, none goes, and
    /// what is added was not planned.</summary>
    internal static void CheckFixed(IReadOnlyCollection<PlanBudgetLine> kept, IReadOnlyList<BudgetLineContent> lines)
    {
        var approved = kept.Where(x => x.Planned != 0).ToDictionary(x => x.Number);
        foreach (var (i, line) in lines.Index())
        {
            if (approved.Remove(line.Number, out var old)
                ? line with { Actual = null, Description = PlainText.Of(line.Description) } != old.Content with { Actual = null }
                : line.Planned != 0)
            {
                throw PlanRefusals.BudgetFixed.At($"lines[{i}]", ("number", line.Number));
            }
        }

        if (approved.Count > 0)
        {
            throw PlanRefusals.BudgetFixed.At("lines", ("number", approved.Keys.Min()));
        }
    }

    private static void CheckAmount(string field, decimal? amount)
    {
        if (amount is { } given && (given is < 0 or > PlanBudgetLine.MaxAmount || !Decimals.Fits(given, 2)))
        {
            throw PlanRefusals.BudgetAmount.At(field, ("amount", given), ("max", PlanBudgetLine.MaxAmount));
        }
    }
}
