using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>Amounts of wages: yuan a month, 0.00 to <see cref="Most"/>, two decimals at most.</summary>
public static class Wage
{
    public const decimal Most = 9_999_999.99m;

    internal static void RefuseOutOfRange(string field, decimal amount)
    {
        if (amount < 0 || amount > Most || !Decimals.Fits(amount, 2))
        {
            throw WageRefusals.AmountOutOfRange.At(field, ("amount", amount), ("least", 0m), ("most", Most));
        }
    }
}

/// <summary>A person's base wage from its day until the next one's. One per person and day.</summary>
public sealed class BaseWage : IVersioned
{
    private BaseWage()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Yuan a month, two decimals.</summary>
    public decimal MonthlyAmount { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refused: an amount as in <see cref="Wage"/>.</summary>
    public static BaseWage Create(long employeeId, DateOnly from, decimal monthlyAmount)
    {
        var created = new BaseWage { EmployeeId = employeeId, From = from };
        created.Edit(monthlyAmount);
        return created;
    }

    /// <summary>Another amount from the same day.</summary>
    public void Edit(decimal monthlyAmount)
    {
        Wage.RefuseOutOfRange("monthlyAmount", monthlyAmount);
        MonthlyAmount = monthlyAmount;
    }
}
