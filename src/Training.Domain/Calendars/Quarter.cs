using System.Globalization;
using Training.Domain.Rules;

namespace Training.Domain.Calendars;

/// <summary>A quarter of the calendar year, the span of an appraisal. Written <c>2026Q4</c>, in which form texts compare as the
/// quarters do.</summary>
public readonly record struct Quarter : IComparable<Quarter>, IWritten<Quarter>
{
    /// <summary>The form, for the API document.</summary>
    public const string Pattern = "^[0-9]{4}Q[1-4]$";

    private readonly int _index;

    private Quarter(int index) => _index = index;

    public static string Expected => "fault.quarter";

    public int Year => _index / 4;

    /// <summary>1 to 4.</summary>
    public int Number => (_index % 4) + 1;

    public DateOnly FirstDay => new(Year, (3 * Number) - 2, 1);

    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    /// <summary>Calendar days of the quarter, 90 to 92.</summary>
    public int Days => LastDay.DayNumber - FirstDay.DayNumber + 1;

    public Quarter Next => new(_index + 1);

    public Quarter Previous => new(_index - 1);

    /// <summary>So many quarters before.</summary>
    public Quarter Before(int quarters) => new(_index - quarters);

    /// <summary>How many quarters lie between the other and this; 0 for the same.</summary>
    public int Since(Quarter other) => _index - other._index;

    public static Quarter Of(DateOnly day) => new((day.Year * 4) + ((day.Month - 1) / 3));

    /// <summary>The quarter of the text <c>2026Q4</c>, in any case; none where the text is none, or lies outside the days taken.</summary>
    public static Quarter? Parse(string? text)
    {
        if (text?.Trim() is not { Length: 6 } key || key[4] is not ('Q' or 'q') || key[5] is < '1' or > '4'
            || !int.TryParse(key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        var day = year is >= 1 and <= 9999 ? new DateOnly(year, 1, 1) : default;
        return Rules.Days.Holds(day) ? new((year * 4) + key[5] - '1') : null;
    }

    /// <summary>As <see cref="Parse"/>, in the form in which parameters of requests are read.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out Quarter quarter)
    {
        var read = Parse(text);
        quarter = read ?? default;
        return read is not null;
    }

    public bool Holds(DateOnly day) => FirstDay <= day && day <= LastDay;

    public int CompareTo(Quarter other) => _index.CompareTo(other._index);

    public static bool operator <(Quarter left, Quarter right) => left._index < right._index;

    public static bool operator >(Quarter left, Quarter right) => left._index > right._index;

    public static bool operator <=(Quarter left, Quarter right) => left._index <= right._index;

    public static bool operator >=(Quarter left, Quarter right) => left._index >= right._index;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Number}");
}
