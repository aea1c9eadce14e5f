namespace Training.Domain.Rules;

/// <summary>A value with more decimals than its column keeps is refused, never rounded by the store.</summary>
public static class Decimals
{
    /// <summary>Whether the value has at most so many decimals; trailing zeros do not count.</summary>
    public static bool Fits(decimal value, int decimals) => decimal.Round(value, decimals) == value;
}
