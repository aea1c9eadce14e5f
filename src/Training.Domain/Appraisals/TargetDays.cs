using Training.Domain.Calendars;

namespace Training.Domain.Appraisals;

/// <summary>When the targets of a segment are due.</summary>
/// <param name="On">The last day.</param>
/// <param name="CountedFrom">Of a late start, the day from which ten working days are counted; none: the day of the cycle, or that of an
/// extension.</param>
public sealed record TargetsDue(DateOnly On, DateOnly? CountedFrom);

/// <summary>The days by which targets are agreed.</summary>
public static class TargetDays
{
    /// <summary>Working days that a late start is given.</summary>
    public const int LateStartWorkingDays = 10;

    /// <summary>Working days in which a proposal lies before the person until silence agrees to it.</summary>
    public const int SilentWorkingDays = 5;

    /// <summary>The day of the cycle. Where the appraisal was opened, or the segment begins, after the first working day of the quarter: ten
    /// working days after the later of the two, if that is later. Or the day to which HR extended it, if that is later still.</summary>
    public static TargetsDue Of(AppraisalCycle cycle, DateOnly openedOn, AppraisalSegment segment, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(calendar);
        var begun = openedOn > segment.FromOn ? openedOn : segment.FromOn;
        var due = new TargetsDue(cycle.Dates.TargetsDueOn, null);
        if (begun > calendar.AddWorkingDays(cycle.Quarter.FirstDay, 0) && calendar.AddWorkingDays(begun, LateStartWorkingDays) is var late && late > due.On)
        {
            due = new(late, begun);
        }

        return segment.TargetsExtendedTo is { } extended && extended > due.On ? new(extended, null) : due;
    }

    /// <summary>Whether a proposal of the rater lay before the person so long that silence is agreement: five working days after the day on
    /// which it was made, or after leave in which that day fell, are over.</summary>
    public static bool IsSilent(SegmentTarget target, IEnumerable<DaySpan> leave, DateOnly today, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(target);
        return today > ReplyDays.Until(target.ProposedOn, leave, SilentWorkingDays, calendar);
    }
}
