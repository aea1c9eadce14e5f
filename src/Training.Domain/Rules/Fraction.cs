namespace Training.Domain.Rules;

/// <summary>A quotient that is not divided yet: formulas multiply and add first, and divide once, last.</summary>
/// <param name="Denominator">Never 0.</param>
public sealed record Fraction(decimal Numerator, decimal Denominator)
{
    /// <summary>The quotient to 28 digits.</summary>
    public decimal Value => Numerator / Denominator;

    /// <summary>A number as it stands.</summary>
    public static Fraction Whole(decimal value) => new(value, 1);

    /// <summary>Divided, and rounded half away from zero.</summary>
    public decimal Rounded(int decimals) => Decimals.Rounded(Value, decimals);
}
