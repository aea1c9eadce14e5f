using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Domain.Incentives;

/// <summary>What a punch was meant as, where the machine says so.</summary>
public enum PunchDirection
{
    Unknown,
    In,
    Out,
}

/// <summary>Which punch of a shift is not there.</summary>
public enum MissingPunch
{
    In,
    Out,

    /// <summary>None at all.</summary>
    Both,
}

/// <summary>A punch on the organisation's clocks; its seconds do not count.</summary>
public readonly record struct PunchMark(DateTime At, PunchDirection Direction);

/// <summary>What the punches of a shift say.</summary>
/// <param name="MinutesLate">Whole minutes from the start of the shift; 0: in time, or not known.</param>
/// <param name="Missing">None: came and went.</param>
/// <param name="IsOnLeave">The whole of the shift is covered by leave: nothing is said.</param>
public sealed record ShiftFinding(int MinutesLate, MissingPunch? Missing, bool IsOnLeave);

/// <summary>When somebody was late for a shift. A shift belongs to the day on which it starts, and a punch to the nearest shift.</summary>
public static class Lateness
{
    /// <summary>The furthest that a punch may lie before the start of its shift or after its end.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(6);

    /// <summary>The day on which the shift starts that the punch belongs to: that within which it lies, else the nearest within
    /// <see cref="Reach"/>; of two that are as near, the later one. None: it belongs to no shift.</summary>
    /// <param name="time">The person's working time, right for the day of the punch, the one before and the one after.</param>
    public static DateOnly? ShiftOf(DateTime punchedAt, WorkingTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var (minute, today) = (Minute(punchedAt), DateOnly.FromDateTime(punchedAt));
        (DateOnly Day, TimeSpan Distance)? nearest = null;
        for (var day = today.AddDays(-1); day <= today.AddDays(1); day = day.AddDays(1))
        {
            if (time.SpanOf(day) is { } span && Distance(minute, span) is var distance && distance <= Reach
                && (nearest is not { } best || distance <= best.Distance))
            {
                nearest = (day, distance);
            }
        }

        return nearest?.Day;
    }

    /// <summary>When a time of day of the machine's daily row was, for the shift that starts on the row's day: on that day, the next or the
    /// one before, whichever is nearest to the shift; on a rest day, on the day itself.</summary>
    public static DateTime MomentOf(DateOnly day, TimeOnly at, WorkingTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var same = day.ToDateTime(at);
        return time.SpanOf(day) is { } span
            ? new[] { same, same.AddDays(1), same.AddDays(-1) }.MinBy(x => Distance(x, span))
            : same;
    }

    /// <summary>The time that leave takes, on the organisation's clocks; the morning ends at noon.</summary>
    public static WorkingSpan TimesOf(LeaveRecord leave)
    {
        ArgumentNullException.ThrowIfNull(leave);
        var noon = new TimeOnly(12, 0);
        return new(
            leave.FromOn.ToDateTime(leave.FromHalf == HalfDay.Afternoon ? noon : TimeOnly.MinValue),
            leave.ToHalf == HalfDay.Morning ? leave.ToOn.ToDateTime(noon) : leave.ToOn.AddDays(1).ToDateTime(TimeOnly.MinValue));
    }

    /// <summary>What the punches say of the shift. Late is who comes more than the grace after its start, and then by all minutes since the
    /// start, once. Who has leave over the start is not late, as nobody says when the other half begins.</summary>
    /// <param name="shift">The planned time.</param>
    /// <param name="leave">The person's leave around it.</param>
    /// <param name="punches">Those that belong to the shift, in any order; two of one minute count once.</param>
    /// <param name="graceMinutes">Whole minutes.</param>
    public static ShiftFinding Judge(WorkingSpan shift, IEnumerable<WorkingSpan> leave, IEnumerable<PunchMark> punches, int graceMinutes)
    {
        if (Worked(shift, [.. leave]) is not { } worked)
        {
            return new(0, null, IsOnLeave: true);
        }

        var (came, went) = EndsOf(worked, [.. punches.Select(x => x with { At = Minute(x.At) }).Distinct().OrderBy(x => x.At)]);
        var late = came is { } at && worked.From == shift.From ? (int)(at - shift.From).TotalMinutes : 0;
        MissingPunch? missing = (came, went) switch
        {
            (null, null) => MissingPunch.Both,
            (null, _) => MissingPunch.In,
            (_, null) => MissingPunch.Out,
            _ => null,
        };
        return new(late > graceMinutes ? late : 0, missing, IsOnLeave: false);
    }

    /// <summary>The shift without the leave at its start and its end; none: all of it is leave, or all of the day on which it starts.</summary>
    private static WorkingSpan? Worked(WorkingSpan shift, IReadOnlyList<WorkingSpan> leave)
    {
        var (from, to) = (After(shift.From, leave), shift.To);
        if (After(shift.From.Date, leave) >= shift.From.Date.AddDays(1))
        {
            return null;
        }

        foreach (var span in leave.OrderByDescending(x => x.To))
        {
            to = span.From < to && span.To >= to ? span.From : to;
        }

        return from < to ? new(from, to) : null;
    }

    /// <summary>The end of the leave that lies over the time, or the time.</summary>
    private static DateTime After(DateTime time, IReadOnlyList<WorkingSpan> leave) =>
        leave.OrderBy(x => x.From).Aggregate(time, (at, span) => span.From <= at && span.To > at ? span.To : at);

    /// <summary>The first punch as coming and the last as going, where the machine does not say; one alone is that to which it is nearer.
    /// What lies after the end is no coming, and what lies before the start no going.</summary>
    private static (DateTime? Came, DateTime? Went) EndsOf(WorkingSpan worked, IReadOnlyList<PunchMark> marks)
    {
        var (ins, outs) = (Of(marks, PunchDirection.In), Of(marks, PunchDirection.Out));
        var unknown = Of(marks, PunchDirection.Unknown);
        var middle = worked.From + ((worked.To - worked.From) / 2);
        DateTime? came = ins.Count > 0 ? ins[0] : null, went = outs.Count > 0 ? outs[^1] : null;
        if (came is null && unknown.Count > 0 && unknown[0] < (went ?? (unknown.Count > 1 ? worked.To : middle)))
        {
            came = unknown[0];
        }

        if (went is null && unknown.Count > 0 && unknown[^1] != came && unknown[^1] > worked.From)
        {
            went = unknown[^1];
        }

        return (came, went);
    }

    private static List<DateTime> Of(IReadOnlyList<PunchMark> marks, PunchDirection direction) =>
        [.. marks.Where(x => x.Direction == direction).Select(x => x.At)];

    private static TimeSpan Distance(DateTime at, WorkingSpan span) =>
        at < span.From ? span.From - at : at > span.To ? at - span.To : TimeSpan.Zero;

    private static DateTime Minute(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
