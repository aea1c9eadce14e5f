using Training.Domain.Rules;

namespace Training.Domain.Calendars;

/// <summary>When work begins and ends on a day, in the organisation's zone. An end that is not after the beginning lies on the
/// next day.</summary>
public readonly record struct ShiftTimes(TimeOnly StartsAt, TimeOnly EndsAt)
{
    /// <summary>Whether work goes over midnight.</summary>
    public bool EndsNextDay => EndsAt <= StartsAt;

    /// <summary>The span that is worked by somebody who begins on the day.</summary>
    public WorkingSpan On(DateOnly day) => new(day.ToDateTime(StartsAt), day.AddDays(EndsNextDay ? 1 : 0).ToDateTime(EndsAt));
}

/// <summary>A named stretch of work, such as the night shift. It belongs to the day on which it starts.</summary>
public sealed class Shift : IVersioned
{
    /// <summary>The most characters of a code.</summary>
    public const int MaxCodeLength = 32;

    private Shift()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>In whole minutes.</summary>
    public TimeOnly StartsAt { get; private set; }

    /// <summary>In whole minutes; before <see cref="StartsAt"/>: on the next day.</summary>
    public TimeOnly EndsAt { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    public ShiftTimes Times => new(StartsAt, EndsAt);

    /// <summary>Times are cut to whole minutes. Refused: one that ends at the time at which it starts.</summary>
    public static Shift Create(string code, Bilingual name, ShiftTimes times)
    {
        var created = new Shift { Code = PlainText.Key(code) };
        created.Take(name, times);
        return created;
    }

    /// <summary>Another name and other times, for whoever is rostered for it on any day. Refused: a retired shift; times as in
    /// <see cref="Create"/>.</summary>
    public void Edit(Bilingual name, ShiftTimes times)
    {
        RefuseRetired();
        Take(name, times);
    }

    /// <summary>Keeps the shift for the entries that have it and takes it out of every choice. Refused: a second time.</summary>
    public void Retire(DateTimeOffset now)
    {
        RefuseRetired();
        RetiredAt = now;
    }

    /// <summary>Refuses a shift that may no longer be chosen.</summary>
    public void RefuseRetired(string? field = null)
    {
        if (RetiredAt is not null)
        {
            throw field is null ? ShiftRefusals.Retired.With(("code", Code)) : ShiftRefusals.Retired.At(field, ("code", Code));
        }
    }

    private void Take(Bilingual name, ShiftTimes times)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (starts, ends) = (Minutes(times.StartsAt), Minutes(times.EndsAt));
        if (starts == ends)
        {
            throw ShiftRefusals.EndsAsItStarts.At("endsAt", ("startsAt", starts));
        }

        (NameZh, NameEn) = (PlainText.Of(name.Zh), PlainText.OrNull(name.En));
        (StartsAt, EndsAt) = (starts, ends);
    }

    private static TimeOnly Minutes(TimeOnly time) => new(time.Hour, time.Minute);
}
