using System.Globalization;
using CsCheck;
using Training.Domain.Calendars;

namespace Training.Domain.Tests.Calendars;

public class QuarterTests
{
    [Theory]
    [InlineData("2024Q1", "2024-01-01", "2024-03-31", 91)]
    [InlineData("2025Q1", "2025-01-01", "2025-03-31", 90)]
    [InlineData("1900Q1", "1900-01-01", "1900-03-31", 90)]
    [InlineData("2000Q1", "2000-01-01", "2000-03-31", 91)]
    [InlineData("2024Q2", "2024-04-01", "2024-06-30", 91)]
    [InlineData("2025Q3", "2025-07-01", "2025-09-30", 92)]
    [InlineData("2199Q4", "2199-10-01", "2199-12-31", 92)]
    public void A_quarter_is_three_months_both_ends_included(string text, string first, string last, int days)
    {
        var quarter = Quarter.Parse(text)!.Value;

        Assert.Equal((DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture), days), (quarter.FirstDay, quarter.LastDay, quarter.Days));
        Assert.Equal(text, quarter.ToString());
        Assert.True(quarter.Holds(quarter.FirstDay) && quarter.Holds(quarter.LastDay));
        Assert.False(quarter.Holds(quarter.LastDay.AddDays(1)));
    }

    [Theory]
    [InlineData("2026q4")]
    [InlineData(" 2026Q4 ")]
    public void The_text_is_read_in_any_case_and_trimmed(string text) => Assert.Equal("2026Q4", Quarter.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026Q0")]
    [InlineData("2026Q5")]
    [InlineData("2026-4")]
    [InlineData("26Q4")]
    [InlineData("+026Q4")]
    [InlineData("1899Q4")]
    [InlineData("2200Q1")]
    [InlineData("0000Q1")]
    [InlineData("２０２６Q4")]
    public void Whatever_else_is_no_quarter(string? text)
    {
        Assert.Null(Quarter.Parse(text));
        Assert.False(Quarter.TryParse(text, null, out _));
    }

    [Fact]
    public void Every_day_lies_in_its_quarter_and_quarters_and_their_texts_compare_as_their_days_do() => Gen.Select(Gen.Int[0, 109_000], Gen.Int[0, 109_000]).Sample((a, b) =>
    {
        var (one, other) = (new DateOnly(1900, 1, 1).AddDays(a), new DateOnly(1900, 1, 1).AddDays(b));
        var (x, y) = (Quarter.Of(one), Quarter.Of(other));

        Assert.True(x.Holds(one));
        Assert.Equal(x, Quarter.Parse(x.ToString()));
        Assert.Equal(x.LastDay.AddDays(1), x.Next.FirstDay);
        Assert.Equal(x, x.Next.Previous);
        Assert.InRange(x.Days, 90, 92);
        Assert.Equal(Math.Sign(x.FirstDay.CompareTo(y.FirstDay)), Math.Sign(x.CompareTo(y)));
        Assert.Equal(Math.Sign(x.CompareTo(y)), Math.Sign(string.CompareOrdinal(x.ToString(), y.ToString())));
        Assert.Equal((x.CompareTo(y) < 0, x.CompareTo(y) <= 0, x.CompareTo(y) > 0, x.CompareTo(y) >= 0), (x < y, x <= y, x > y, x >= y));
    });
}
