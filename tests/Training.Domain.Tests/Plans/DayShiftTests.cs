using Training.Domain.Plans;

namespace Training.Domain.Tests.Plans;

public sealed class DayShiftTests
{
    [Theory]
    [InlineData("2028-01-01", "2029-01-01", "2028-12-31", "2029-12-31")]
    [InlineData("2026-01-01", "2026-07-01", "2026-06-30", "2026-12-31")]
    [InlineData("2027-08-31", "2028-02-29", "2027-12-31", "2028-06-30")]
    [InlineData("2028-02-29", "2029-02-28", "2028-03-15", "2029-03-15")]
    [InlineData("2026-03-02", "2026-09-07", "2026-03-31", "2026-10-06")]
    public void A_copy_that_starts_whole_months_later_ends_as_many_months_later_and_otherwise_as_many_days(string from, string to, string ends, string moved) =>
        Assert.Equal(Day(moved), DayShift.Between(Day(from), Day(to)).Of(Day(ends)));

    [Fact]
    public void The_last_day_of_a_month_stays_the_last_round_the_years()
    {
        var day = Day("2027-08-31");
        for (var i = 0; i < 8; i++)
        {
            day = DayShift.AddMonths(day, 6);
        }

        Assert.Equal(Day("2031-08-31"), day);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
