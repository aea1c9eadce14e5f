using System.Globalization;
using System.Text.RegularExpressions;

namespace Training.Api.Spreadsheets;

/// <summary>Times of day, as machines write them.</summary>
internal static partial class CellParsing
{
    private const decimal SecondsOfDay = 86_400m;

    /// <summary>A day with a time of day, on the clocks of the organisation: a real date with a time, or a day as <see cref="Day"/> takes it
    /// and <c>8:05</c> or <c>08:05:30</c> after it. A day without a time is refused.</summary>
    public static Parsed<DateTime?> Moment(CellValue cell)
    {
        if (cell is CellValue.Instant instant && Domain.Rules.Days.Holds(DateOnly.FromDateTime(instant.Value)))
        {
            return new(instant.Value, null);
        }

        return Narrow(cell, LongestWord).Then(text => text.LastIndexOf(' ') is > 0 and var at && DayOf(text[..at].Trim()) is { } day
            && ClockOf(text[(at + 1)..]) is { } time
            ? new Parsed<DateTime?>(day.ToDateTime(time), null)
            : new(null, CellFault.Of(CellRefusals.NotAMoment, ("value", Cut(text)))));
    }

    /// <summary>A time of day: <c>8:05</c>, <c>08:05:30</c>, or a cell formatted as a time.</summary>
    public static Parsed<TimeOnly?> Time(CellValue cell)
    {
        if (cell is CellValue.Number { Value: >= 0 and < 1 } part)
        {
            return new(TimeOnly.MinValue.Add(TimeSpan.FromSeconds((double)decimal.Min(decimal.Round(part.Value * SecondsOfDay), SecondsOfDay - 1))), null);
        }

        return Narrow(cell, LongestWord).Then(text => ClockOf(text) is { } time
            ? new Parsed<TimeOnly?>(time, null)
            : new(null, CellFault.Of(CellRefusals.NotATime, ("value", Cut(text)))));
    }

    private static TimeOnly? ClockOf(string text) =>
        ClockForm().IsMatch(text) && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;

    [GeneratedRegex(@"\A(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClockForm();
}
