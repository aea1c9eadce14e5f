using Microsoft.Extensions.Options;
using Training.Api.Settings;

namespace Training.Api.Data;

/// <summary>The clock of the organisation: instants cut to whole milliseconds (stores keep different fractions, and what
/// is hashed before saving must verify afterwards), and today's date in the organisation's zone.</summary>
internal sealed class OrganisationClock(TimeProvider time, IOptions<OrganisationSettings> organisation)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone);

    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    public DateOnly Today => DayOf(Now);

    /// <summary>The day on which the instant falls in the organisation's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);
}
