using System.Globalization;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Domain.Tests.Kpis;

public sealed class MeasuredPeriodTests
{
    [Theory]
    [InlineData("2026-10-05", KpiPeriod.Day, "2026-10-05", "2026-10-05")]
    [InlineData(" 2026-02 ", KpiPeriod.Month, "2026-02-01", "2026-02-28")]
    [InlineData("２０２４-０２", KpiPeriod.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2026q4", KpiPeriod.Quarter, "2026-10-01", "2026-12-31")]
    public void A_period_is_read_as_it_is_written(string text, KpiPeriod kind, string from, string to)
    {
        var period = MeasuredPeriod.Parse(text)!.Value;

        Assert.Equal((kind, from, to), (period.Kind, period.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), period.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(period, MeasuredPeriod.Parse(period.ToString()));
        Assert.Matches(MeasuredPeriod.Pattern, period.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30")]
    [InlineData("2026Q5")]
    [InlineData("1899-12")]
    [InlineData("26-10-05")]
    public void What_is_no_period_is_none(string? text)
    {
        Assert.Null(MeasuredPeriod.Parse(text));
        Assert.False(MeasuredPeriod.TryParse(text, null, out _));
    }

    [Fact]
    public void Figures_are_entered_until_the_fifth_working_day_after_the_quarter()
    {
        var calendar = new WorkingCalendar([(new(2026, 4, 6), CalendarDayKind.Holiday)], []);
        var quarter = Quarter.Parse("2026Q1")!.Value;

        var cutOffs = new DataCutOffs(calendar, new Dictionary<Quarter, DateOnly>());

        Assert.Equal(new DateOnly(2026, 4, 8), cutOffs.Of(quarter));
        Assert.False(cutOffs.IsOver(quarter, new(2026, 4, 8)));
        Assert.True(cutOffs.IsOver(quarter, new(2026, 4, 9)));
        Assert.False(cutOffs.IsOver(quarter, new(2026, 2, 1)));
    }

    [Fact]
    public void The_day_of_a_cycle_holds_for_its_quarter_alone()
    {
        var (first, second) = (Quarter.Parse("2026Q1")!.Value, Quarter.Parse("2026Q2")!.Value);
        var cutOffs = new DataCutOffs(new WorkingCalendar([], []), new Dictionary<Quarter, DateOnly> { [first] = new(2026, 4, 2) });

        Assert.Equal((new DateOnly(2026, 4, 2), new DateOnly(2026, 7, 7)), (cutOffs.Of(first), cutOffs.Of(second)));
        Assert.False(cutOffs.IsOver(first, new(2026, 4, 2)));
        Assert.True(cutOffs.IsOver(first, new(2026, 4, 3)));
    }
}
