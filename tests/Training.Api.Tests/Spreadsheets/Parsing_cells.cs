using CsCheck;
using Training.Api.Spreadsheets;

namespace Training.Api.Tests.Spreadsheets;

public sealed class Parsing_cells
{
    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("2026/3/1")]
    [InlineData("2026.3.1")]
    [InlineData("2026年3月1日")]
    [InlineData("２０２６年３月１号")]
    [InlineData(" 20260301 ")]
    public void Days_are_understood_in_the_forms_people_write(string text) =>
        Assert.Equal(new DateOnly(2026, 3, 1), CellParsing.Day(new CellValue.Text(text)).Value);

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("1899-12-31")]
    [InlineData("2200/1/1")]
    [InlineData("2026-3/1")]
    [InlineData("1/3/2026")]
    [InlineData("46082")]
    [InlineData("2026年13月1日")]
    [InlineData("٢٠٢٦-٠٣-٠١")]
    [InlineData("明天")]
    public void What_is_no_day_is_a_fault_that_names_the_value(string text)
    {
        var parsed = CellParsing.Day(new CellValue.Text(text));

        Assert.Null(parsed.Value);
        Assert.Equal("cell.notADay", parsed.Fault!.Refusal.Code);
        Assert.Contains(("value", (object?)text), parsed.Fault.Values);
    }

    [Fact]
    public void Every_day_is_read_from_every_form() =>
        Gen.Int[0, 109_572].Select(days => new DateOnly(1900, 1, 1).AddDays(days)).Sample(day =>
        {
            string[] forms = [$"{day:yyyy-MM-dd}", $"{day.Year}/{day.Month}/{day.Day}", $"{day.Year}年{day.Month}月{day.Day}日", $"{day:yyyyMMdd}"];
            Assert.All(forms, form => Assert.Equal(day, CellParsing.Day(new CellValue.Text(form)).Value));
            Assert.Equal(day, CellParsing.Day(new CellValue.Day(day)).Value);
        });

    [Fact]
    public void A_number_that_reads_as_a_day_is_one_but_a_bare_serial_or_a_time_of_day_is_not()
    {
        Assert.Equal(new DateOnly(2026, 3, 1), CellParsing.Day(new CellValue.Number(20260301)).Value);
        Assert.NotNull(CellParsing.Day(new CellValue.Number(46082)).Fault);
        Assert.NotNull(CellParsing.Day(new CellValue.Instant(new DateTime(2026, 3, 1, 8, 30, 0))).Fault);
    }

    [Fact]
    public void Staff_numbers_are_text_and_keep_leading_zeros_where_the_cell_has_them()
    {
        Assert.Equal("7", CellParsing.Key(new CellValue.Number(7m)).Value);
        Assert.Equal("7", CellParsing.Key(new CellValue.Number(7.0m)).Value);
        Assert.Equal("007", CellParsing.Key(new CellValue.Text("００７")).Value);
        Assert.Equal("YG007", CellParsing.Key(new CellValue.Text(" yg００７ ")).Value);
    }

    [Theory]
    [InlineData("1,234.50", 1234.50)]
    [InlineData("１，２３４．５", 1234.5)]
    [InlineData("-12", -12)]
    [InlineData("1234567.89", 1234567.89)]
    public void Numbers_may_have_thousands_separated(string text, double expected) =>
        Assert.Equal((decimal)expected, CellParsing.Decimal(new CellValue.Text(text), 2).Value);

    [Theory]
    [InlineData("12,34", "cell.notANumber")]
    [InlineData("1e3", "cell.notANumber")]
    [InlineData("¥12", "cell.notANumber")]
    [InlineData("50%", "cell.notANumber")]
    [InlineData("1.234", "cell.tooManyDecimals")]
    [InlineData("99999999999999999999999999999999", "cell.notANumber")]
    public void What_is_no_such_number_is_a_fault(string text, string code) =>
        Assert.Equal(code, CellParsing.Decimal(new CellValue.Text(text), 2).Fault!.Refusal.Code);

    [Fact]
    public void Whole_numbers_keep_to_their_bounds()
    {
        Assert.Equal(5, CellParsing.Whole(new CellValue.Text("5"), 1, 5).Value);
        Assert.Equal("cell.notAWholeNumber", CellParsing.Whole(new CellValue.Number(6), 1, 5).Fault!.Refusal.Code);
        Assert.Equal("cell.notAWholeNumber", CellParsing.Whole(new CellValue.Number(1.5m), 1, 5).Fault!.Refusal.Code);
        Assert.Equal("cell.notAWholeNumber", CellParsing.Whole(new CellValue.Number(3e9m)).Fault!.Refusal.Code);
    }

    [Fact]
    public void Choices_are_known_by_either_language_and_a_fault_lists_them()
    {
        var names = new Dictionary<string, DayOfWeek> { ["星期一"] = DayOfWeek.Monday, ["Monday"] = DayOfWeek.Monday };

        Assert.Equal(DayOfWeek.Monday, CellParsing.Choice(new CellValue.Text(" monday"), names, ["星期一"]).Value);
        Assert.True(CellParsing.Choice(CellValue.Empty, names, ["星期一"]).IsEmpty);
        var fault = CellParsing.Choice(new CellValue.Text("周一"), names, ["星期一", "星期二"]).Fault!;
        Assert.Equal("cell.notAChoice", fault.Refusal.Code);
        Assert.Contains(("accepted", (object?)"星期一 / 星期二"), fault.Values);
    }

    [Fact]
    public void Flags_empties_broken_and_overlong_cells_are_told_apart()
    {
        Assert.True(CellParsing.Flag(new CellValue.Text("是")).Value);
        Assert.False(CellParsing.Flag(new CellValue.Number(0)).Value);
        Assert.Equal("cell.notAFlag", CellParsing.Flag(new CellValue.Text("也许")).Fault!.Refusal.Code);
        Assert.Equal("cell.required", CellParsing.Text(CellValue.Empty).Required().Fault!.Refusal.Code);
        Assert.Equal("cell.broken", CellParsing.Day(new CellValue.Broken("#N/A")).Required().Fault!.Refusal.Code);
        Assert.Equal("cell.tooLong", CellParsing.Text(new CellValue.Text("张伟伟"), 2).Fault!.Refusal.Code);
    }
}
