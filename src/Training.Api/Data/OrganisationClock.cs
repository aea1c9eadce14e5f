using Microsoft.Extensions.Options;
using Training.Api.Settings;

namespace Training.Api.Data;

/// <summary>The clock of the organisation: instants cut to whole milliseconds (stores keep different fractions, and what
/// is hashed before saving must verify afterwards), and today's date in the organisation's zone.</summary>
internal sealed class OrganisationClock(TimeProvider time, IOptions<OrganisationSettings> organisation)
{
    private readonly AsyncLocal<DateTimeOffset?> _moved = new();
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone);

    public DateTimeOffset Now
    {
        get
        {
            var now = _moved.Value ?? time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    public DateOnly Today => DayOf(Now);

    /// <summary>The name of the organisation's zone: <c>Asia/Shanghai</c>.</summary>
    public string ZoneName => _zone.Id;

    /// <summary>What runs inside takes place at the instant, and nothing else does: for the making of the demo company, which has
    /// a past.</summary>
    public async Task RunAtAsync(DateTimeOffset instant, Func<Task> act)
    {
        _moved.Value = instant;
        await act();
    }

    /// <summary>The instant at which the organisation's clocks show this time of this day.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>What the organisation's clocks show at the instant.</summary>
    public DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, _zone).DateTime;

    /// <summary>The day on which the instant falls in the organisation's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalOf(instant));

    /// <summary>The time of day that the organisation's clocks show at the instant.</summary>
    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(LocalOf(instant));
}
