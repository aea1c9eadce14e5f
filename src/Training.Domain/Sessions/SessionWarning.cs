using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Domain.Sessions;

/// <summary>What speaks against a meeting for a person. It is said, and forbids nothing.</summary>
public enum SessionWarningKind
{
    /// <summary>The person works on the day, but not throughout the meeting.</summary>
    OutsideShift,

    /// <summary>The person does not work on the day.</summary>
    RestDay,

    /// <summary>The person has leave then.</summary>
    OnLeave,
}

/// <summary>Holds the times of meetings against when people work.</summary>
public static class SessionWarning
{
    /// <summary>What speaks against the time, leave first; none: nothing does.</summary>
    /// <param name="from">On the organisation's clocks; so <paramref name="to"/>.</param>
    /// <param name="work">When the person works.</param>
    /// <param name="leave">The person's leave.</param>
    public static SessionWarningKind? Of(DateTime from, DateTime to, WorkingTime work, IEnumerable<LeaveRecord> leave) =>
        leave.Any(x => x.Touches(from, to)) ? SessionWarningKind.OnLeave : work.Fits(from, to) switch
        {
            WorkingTimeFit.RestDay => SessionWarningKind.RestDay,
            WorkingTimeFit.OutsideShift => SessionWarningKind.OutsideShift,
            _ => null,
        };
}
