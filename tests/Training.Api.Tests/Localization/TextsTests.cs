using System.Text.RegularExpressions;
using Training.Api.Errors;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Tests.Localization;

public sealed partial class TextsTests
{
    [Fact]
    public void Both_languages_hold_the_same_codes() =>
        Assert.Equal(
            Texts.Codes(Language.Chinese).Order(StringComparer.Ordinal),
            Texts.Codes(Language.English).Order(StringComparer.Ordinal));

    [Fact]
    public void Both_languages_fill_the_same_values()
    {
        foreach (var code in Texts.Codes(Language.Chinese))
        {
            var chinese = Placeholders(Texts.Of(Language.Chinese, code));
            var english = Placeholders(Texts.Of(Language.English, code));

            Assert.True(chinese.SetEquals(english), $"{code}: {string.Join(",", chinese)} / {string.Join(",", english)}");
        }
    }

    [Fact]
    public void Every_refusal_has_its_sentence()
    {
        var silent = Refusals.All.Keys.Where(x => !Texts.Has(Language.Chinese, x) || !Texts.Has(Language.English, x));

        Assert.Empty(silent);
    }

    [Fact]
    public void A_code_that_is_defined_twice_is_found() =>
        Assert.Throws<InvalidOperationException>(() => Refusals.Gather(typeof(Refusals).Assembly, typeof(Refusals).Assembly));

    [Fact]
    public void Values_stand_in_sentences_without_the_machines_habits()
    {
        Assert.Equal("90", TextForm.Of(90.00m, Language.English));
        Assert.Equal("-0.5", TextForm.Of(-0.50m, Language.English));
        Assert.Equal("0", TextForm.Of(-0.00m, Language.English));
        Assert.Equal("79228162514264337593543950335", TextForm.Of(decimal.MaxValue, Language.English));
        Assert.Equal("2026-10-01", TextForm.Of(new DateOnly(2026, 10, 1), Language.English));
        Assert.Equal("2026-10-01T00:00:00.120Z", TextForm.Of(new DateTimeOffset(2026, 10, 1, 8, 0, 0, 120, TimeSpan.FromHours(8)), Language.English));
        Assert.Equal("甲、乙", TextForm.Of(new[] { "甲", "乙" }, Language.Chinese));
        Assert.Equal("培训", TextForm.Of(Bilingual.Of("培训", null), Language.English));
    }

    [Fact]
    public void A_value_that_looks_like_a_placeholder_is_not_filled_again() =>
        Assert.Equal(
            "the number must lie between {max} and 5.",
            Texts.Of(Language.English, "fault.within", ("min", "{max}"), ("max", 5)));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(x => x.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
