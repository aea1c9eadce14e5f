using System.Text;
using Training.Domain.Rules;

namespace Training.Api.Auth;

/// <summary>What a password must be: long rather than wild.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    /// <summary>The form that is hashed: NFKC, because the same password typed on two keyboards may differ in code points.
    /// Nothing is trimmed.</summary>
    public static string Form(string password) => password.Normalize(NormalizationForm.FormKC);

    /// <exception cref="RuleViolation">Shorter than 12 or longer than 128 characters, the user name (also repeated), or one character
    /// repeated.</exception>
    public static void Check(string password, string userName, string field)
    {
        var form = Form(password);
        if (form.Length is < Shortest or > Longest)
        {
            throw AuthRefusals.PasswordLength.At(field, ("min", Shortest), ("max", Longest));
        }

        if (PlainText.Key(form).Replace(PlainText.Key(userName), "", StringComparison.Ordinal).Length == 0)
        {
            throw AuthRefusals.PasswordIsName.At(field);
        }

        if (form.EnumerateRunes().Distinct().Count() == 1)
        {
            throw AuthRefusals.PasswordOneCharacter.At(field);
        }
    }
}
