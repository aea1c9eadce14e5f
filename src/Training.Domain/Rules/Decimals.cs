using System.Globalization;

namespace Training.Domain.Rules;

/// <summary>How decimals are kept, rounded and written. A value with more decimals than its column keeps is refused, never
/// rounded by the store.</summary>
public static class Decimals
{
    // The division by 1 leaves the smallest scale that holds the value.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Whether the value has at most so many decimals; trailing zeros do not count.</summary>
    public static bool Fits(decimal value, int decimals) => decimal.Round(value, decimals) == value;

    /// <summary>Rounded half away from zero (四舍五入).</summary>
    public static decimal Rounded(decimal value, int decimals) => Trimmed(decimal.Round(value, decimals, MidpointRounding.AwayFromZero));

    /// <summary>The value without trailing zeros; negative zero becomes zero.</summary>
    public static decimal Trimmed(decimal value) => value == 0 ? 0 : value / One;

    /// <summary>Digits and a point, without trailing zeros, the same in every culture.</summary>
    public static string Text(decimal value) => Trimmed(value).ToString(CultureInfo.InvariantCulture);
}
