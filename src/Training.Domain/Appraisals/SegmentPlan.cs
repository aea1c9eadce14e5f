using Training.Domain.People;

namespace Training.Domain.Appraisals;

/// <summary>A segment of a quarter after joining: one department, position and direct supervisor.</summary>
/// <param name="Number">From 1 on, in the order of the first own days.</param>
/// <param name="OwnDays">Its own days, without those given to it.</param>
/// <param name="Spans">All its days, own and given, in order; left-out days interrupt them.</param>
public sealed record PlannedSegment(int Number, Placement Placement, int OwnDays, IReadOnlyList<DaySpan> Spans)
{
    /// <summary>Own and given: the d of the formulas.</summary>
    public int Days => Spans.Sum(x => x.Days);

    public bool Holds(DateOnly day) => Spans.Any(x => x.Holds(day));

    /// <summary>How many of its days lie within a span.</summary>
    public int DaysWithin(DateOnly from, DateOnly to) => Spans.Sum(x =>
        Math.Max(0, Math.Min(x.To.DayNumber, to.DayNumber) - Math.Max(x.From.DayNumber, from.DayNumber) + 1));
}

/// <summary>A stretch of a segment too short to be scored by itself, and the segment to which its days went.</summary>
/// <param name="From">First day given.</param>
/// <param name="To">Last day given.</param>
/// <param name="Days">Days given; fewer than the span where leave was left out of it.</param>
public sealed record GivenStretch(Placement Placement, DateOnly From, DateOnly To, int Days, int ToSegment);

/// <summary>How the days of a quarter fall into segments (scoring 3).</summary>
/// <param name="QuarterDays">The D of the formulas.</param>
/// <param name="BeforeHire">Days lost because the person was not hired yet (or not again, where a new employment begins
/// within the quarter).</param>
/// <param name="AfterLeaving">Days lost because the person had left.</param>
/// <param name="OnLeave">Days of leave left out.</param>
public sealed record SegmentPlan(
    int QuarterDays,
    int BeforeHire,
    int AfterLeaving,
    int OnLeave,
    IReadOnlyList<DaySpan> LeaveLeftOut,
    IReadOnlyList<PlannedSegment> Segments,
    IReadOnlyList<GivenStretch> Given)
{
    /// <summary>Days of all segments together that lie within a span.</summary>
    public int DaysWithin(DateOnly from, DateOnly to) => Segments.Sum(x => x.DaysWithin(from, to));

    public static SegmentPlan Of(AppraisalInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var quarter = input.Quarter;
        var leave = Appraisals.LeaveLeftOut.Of(input.Leave, input.Settings.LeaveDays)
            .Where(x => x.From <= quarter.LastDay && x.To >= quarter.FirstDay)
            .Select(x => new DaySpan(Later(x.From, quarter.FirstDay), Earlier(x.To, quarter.LastDay))).ToList();
        var (beforeHire, afterLeaving, onLeave) = (0, 0, 0);
        var own = new List<(DateOnly Day, Placement Placement)>();
        for (var day = quarter.FirstDay; day <= quarter.LastDay; day = day.AddDays(1))
        {
            if (!input.Employment.Any(x => x.From <= day && day <= (x.To ?? DateOnly.MaxValue)))
            {
                _ = IsBeforeHire(input, day) ? beforeHire++ : afterLeaving++;
            }
            else if (leave.Exists(x => x.Holds(day)))
            {
                onLeave++;
            }
            else if (input.Stretches.FirstOrDefault(x => x.From <= day && day <= (x.To ?? DateOnly.MaxValue)) is { } stretch)
            {
                own.Add((day, stretch.Placement));
            }
        }

        var (segments, given) = SegmentJoining.Of(own, input.Settings.SegmentDays);
        return new(quarter.Days, beforeHire, afterLeaving, onLeave, leave, segments, given);
    }

    // A day without employment: before the first, or before one that begins later in the quarter; otherwise the person has left.
    private static bool IsBeforeHire(AppraisalInput input, DateOnly day) =>
        !input.Employment.Any(x => x.To < day) || input.Employment.Any(x => x.From > day && x.From <= input.Quarter.LastDay);

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
