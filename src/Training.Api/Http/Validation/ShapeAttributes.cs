using System.Collections;
using System.Globalization;
using Training.Api.Errors;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Http.Validation;

/// <summary>A text of so many characters in its plain form: trimmed and NFC, as it will be kept.</summary>
public class TextLengthAttribute(int min, int max) : ShapeAttribute
{
    public int Min { get; } = min;

    public int Max { get; } = max;

    internal override Fault Describe() => new("fault.textLength", ("min", Min), ("max", Max));

    internal override bool Holds(object value) => value is string text && Length(text) is var length && length >= Min && length <= Max;

    // Normalising a text that is far too long would be work for nothing.
    private int Length(string text) => text.Length > 100_000 ? text.Length : Plain(text).Length;

    private protected virtual string Plain(string text) => PlainText.Of(text);
}

/// <summary>A business key of so many characters as it will be kept: trimmed, NFKC and upper case.</summary>
public sealed class KeyLengthAttribute(int min, int max) : TextLengthAttribute(min, max)
{
    private protected override string Plain(string text) => PlainText.Key(text);
}

/// <summary>A text with at least one visible character.</summary>
public sealed class NotBlankAttribute : ShapeAttribute
{
    internal override Fault Describe() => new("fault.blank");

    internal override bool Holds(object value) => value is string text && !string.IsNullOrWhiteSpace(text);
}

/// <summary>A number between two bounds, both included. The bounds are written as text, because attributes cannot hold
/// decimals: <c>[Within("0", "100")]</c>.</summary>
public sealed class WithinAttribute(string min, string max) : ShapeAttribute
{
    public string Min { get; } = min;

    public string Max { get; } = max;

    internal decimal Lowest { get; } = decimal.Parse(min, CultureInfo.InvariantCulture);

    internal decimal Highest { get; } = decimal.Parse(max, CultureInfo.InvariantCulture);

    internal override Fault Describe() => new("fault.within", ("min", Lowest), ("max", Highest));

    internal override bool Holds(object value) =>
        Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && number >= Lowest && number <= Highest;
}

/// <summary>A number with at most so many decimals; trailing zeros do not count.</summary>
public sealed class DecimalsAttribute(int digits) : ShapeAttribute
{
    public int Digits { get; } = digits;

    internal override Fault Describe() => new("fault.decimals", ("digits", Digits));

    internal override bool Holds(object value) => value is decimal number && TextForm.Trim(number).Scale <= Digits;
}

/// <summary>A list of so many entries.</summary>
public sealed class ItemCountAttribute(int min, int max) : ShapeAttribute
{
    public int Min { get; } = min;

    public int Max { get; } = max;

    internal override Fault Describe() => new("fault.itemCount", ("min", Min), ("max", Max));

    internal override bool Holds(object value) => value is ICollection { Count: var count } && count >= Min && count <= Max;
}
