using Training.Domain.People;

namespace Training.Domain.Appraisals;

/// <summary>Days, both ends included.</summary>
public sealed record DaySpan(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Holds(DateOnly day) => From <= day && day <= To;
}

/// <summary>Leave that an appraisal leaves out (scoring 3).</summary>
public static class LeaveLeftOut
{
    /// <summary>The whole days of leave of any kind but annual whose whole length exceeds <paramref name="most"/> days, the
    /// bounds of the quarter ignored. Records that touch or overlap count as one; they touch where no half day lies between.
    /// The length is counted in half days, so that fifteen and a half days exceed fifteen; the half day itself is not left
    /// out, unless another record takes the other half of it.</summary>
    public static IReadOnlyList<DaySpan> Of(IEnumerable<LeaveStretch> leave, int most)
    {
        var blocks = new List<(int First, int Last)>();
        foreach (var (first, last) in leave.Where(x => x.Kind != LeaveKind.Annual).Select(x => Halves(x.Span)).Order())
        {
            if (blocks is [.., var before] && first <= before.Last + 1)
            {
                blocks[^1] = (before.First, Math.Max(before.Last, last));
            }
            else
            {
                blocks.Add((first, last));
            }
        }

        return [.. blocks.Where(x => x.Last - x.First + 1 > 2 * most).Select(WholeDays)];
    }

    // Half days since the first day of time; the morning is even.
    private static (int First, int Last) Halves(LeaveSpan span) => (
        (2 * span.FromOn.DayNumber) + (span.FromHalf == HalfDay.Afternoon ? 1 : 0),
        (2 * span.ToOn.DayNumber) + (span.ToHalf == HalfDay.Afternoon ? 1 : 0));

    private static DaySpan WholeDays((int First, int Last) block) =>
        new(DateOnly.FromDayNumber((block.First + 1) / 2), DateOnly.FromDayNumber((block.Last - 1) / 2));
}
