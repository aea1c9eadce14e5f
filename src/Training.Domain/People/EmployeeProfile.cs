using System.Text.RegularExpressions;
using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>The language a person is written to in.</summary>
public enum Language
{
    ZhCn,
    En,
}

/// <summary>A person's name. Sort key and search text are made at the edge, where the collation data is.</summary>
/// <param name="Reading">How the Chinese name is read, where that differs from the usual reading.</param>
/// <param name="SortKey">What lists sort by.</param>
/// <param name="SearchText">What searches look in.</param>
public sealed record PersonName(string Zh, string? Latin, string? Reading, string SortKey, string SearchText);

/// <summary>What may be edited about a person apart from employment. Without e-mail and mobile they are told in the program
/// alone.</summary>
public sealed partial record EmployeeProfile(PersonName Name, string? WorkEmail, string? Mobile, long? WorkPlaceId, Language Language)
{
    /// <summary>The e-mail in plain form. Refused: not <c>name@domain.tld</c>, or longer than 254 characters.</summary>
    internal string? PlainEmail()
    {
        var plain = PlainText.NarrowOrNull(WorkEmail);
        return plain is null || (plain.Length <= 254 && EmailShape().IsMatch(plain))
            ? plain
            : throw EmployeeRefusals.EmailMalformed.At("workEmail", ("workEmail", WorkEmail));
    }

    /// <summary>The mobile number without spaces and hyphens. Refused: other than 5 to 15 digits, with a leading + or not.</summary>
    internal string? PlainMobile()
    {
        var plain = PlainText.NarrowOrNull(Separators().Replace(PlainText.NarrowOrNull(Mobile) ?? "", ""));
        return plain is null || MobileShape().IsMatch(plain)
            ? plain
            : throw EmployeeRefusals.MobileMalformed.At("mobile", ("mobile", Mobile));
    }

    [GeneratedRegex(@"^[^@\s<>,;""]+@[^@\s<>,;"".]+(\.[^@\s<>,;"".]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"^\+?[0-9]{5,15}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MobileShape();

    [GeneratedRegex(@"[\s-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
