using System.Globalization;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>The span of one measurement: a day, a month or a quarter. Written <c>2026-10-05</c>, <c>2026-10</c>, <c>2026Q4</c>.</summary>
public readonly record struct MeasuredPeriod : IWritten<MeasuredPeriod>
{
    /// <summary>The form, for the API document.</summary>
    public const string Pattern = "^[0-9]{4}(Q[1-4]|-[0-9]{2}(-[0-9]{2})?)$";

    private MeasuredPeriod(KpiPeriod kind, DateOnly from) => (Kind, From) = (kind, from);

    public static string Expected => "fault.period";

    public KpiPeriod Kind { get; }

    public DateOnly From { get; }

    /// <summary>The last day, which decides who sees the figure.</summary>
    public DateOnly To => Kind switch
    {
        KpiPeriod.Day => From,
        KpiPeriod.Month => From.AddMonths(1).AddDays(-1),
        _ => From.AddMonths(3).AddDays(-1),
    };

    /// <summary>The quarter in which it lies as a whole.</summary>
    public Quarter Quarter => Quarter.Of(From);

    public static MeasuredPeriod Day(DateOnly day) => new(KpiPeriod.Day, day);

    public static MeasuredPeriod Month(DateOnly day) => new(KpiPeriod.Month, new(day.Year, day.Month, 1));

    public static MeasuredPeriod Of(Quarter quarter) => new(KpiPeriod.Quarter, quarter.FirstDay);

    /// <summary>The period of the kind that begins on the day.</summary>
    public static MeasuredPeriod Of(KpiPeriod kind, DateOnly from) => new(kind, from);

    /// <summary>The period of the text; none where the text is none, or lies outside the days taken.</summary>
    public static MeasuredPeriod? Parse(string? text)
    {
        var key = text is null ? "" : PlainText.Key(text);
        return key.Length switch
        {
            6 => Quarter.Parse(key) is { } quarter ? Of(quarter) : null,
            7 => DayOf(key + "-01") is { } first ? Month(first) : null,
            10 => DayOf(key) is { } day ? Day(day) : null,
            _ => null,
        };
    }

    /// <summary>As <see cref="Parse"/>, in the form in which requests are read.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out MeasuredPeriod value)
    {
        var read = Parse(text);
        value = read ?? default;
        return read is not null;
    }

    public static string TextOf(KpiPeriod kind, DateOnly from) => kind switch
    {
        KpiPeriod.Day => from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        KpiPeriod.Month => from.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => Quarter.Of(from).ToString(),
    };

    public override string ToString() => TextOf(Kind, From);

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && Days.Holds(day) ? day : null;
}
