using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A place of work, with the local minimum wage as it changed over time.</summary>
public sealed class WorkPlace : IVersioned
{
    private readonly List<MinimumWage> _minimumWages = [];

    private WorkPlace()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Each holds from its day until the next one's.</summary>
    public IReadOnlyCollection<MinimumWage> MinimumWages => _minimumWages;

    /// <summary>Refused as in <see cref="Edit"/>.</summary>
    public static WorkPlace Create(string code, Bilingual name, IReadOnlyCollection<(DateOnly From, decimal MonthlyAmount)> minimumWages)
    {
        var created = new WorkPlace { Code = PlainText.Key(code) };
        created.Edit(name, minimumWages);
        return created;
    }

    /// <summary>Another name and all minimum wages. Refused: two that hold from the same day; an amount as in <see cref="Wage"/>.</summary>
    public void Edit(Bilingual name, IReadOnlyCollection<(DateOnly From, decimal MonthlyAmount)> minimumWages)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(minimumWages);
        var seen = new HashSet<DateOnly>();
        foreach (var (index, (from, amount)) in minimumWages.Index())
        {
            Wage.RefuseOutOfRange($"minimumWages[{index}].monthlyAmount", amount);
            if (!seen.Add(from))
            {
                throw WorkPlaceRefusals.WageFromTwice.At($"minimumWages[{index}].from", ("from", from));
            }
        }

        (NameZh, NameEn) = (PlainText.Of(name.Zh), PlainText.OrNull(name.En));
        _minimumWages.RemoveAll(x => !minimumWages.Contains((x.From, x.MonthlyAmount)));
        _minimumWages.AddRange(minimumWages.Where(x => _minimumWages.All(y => y.From != x.From)).ToList()
            .Select(x => new MinimumWage(x.From, x.MonthlyAmount)));
    }

    /// <summary>Yuan a month that hold on the day; none before the first.</summary>
    public decimal? MinimumWageOn(DateOnly day) =>
        _minimumWages.Where(x => x.From <= day).MaxBy(x => x.From)?.MonthlyAmount;
}

/// <summary>A local minimum wage, yuan a month, from its day on.</summary>
public sealed class MinimumWage
{
    internal MinimumWage(DateOnly from, decimal monthlyAmount) => (From, MonthlyAmount) = (from, monthlyAmount);

    private MinimumWage()
    {
    }

    public long Id { get; private set; }

    public DateOnly From { get; private set; }

    public decimal MonthlyAmount { get; private set; }
}
