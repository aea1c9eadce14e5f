using Training.Domain.Calendars;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>What the due days of a person depend on.</summary>
/// <param name="HiredOn">First day of the employment that holds on the day the person was given the items.</param>
/// <param name="Absence">The person's recorded leave.</param>
public sealed record Participant(long EmployeeId, DateOnly HiredOn, Absence Absence);

/// <summary>The days on which a person is on leave all day. A day of which half is worked counts as worked.</summary>
public sealed class Absence
{
    public static readonly Absence None = new([]);

    private readonly IReadOnlyList<(DateOnly First, DateOnly Last)> _spans;

    private Absence(IReadOnlyList<(DateOnly First, DateOnly Last)> spans) => _spans = spans;

    /// <summary>The absence of one person's leave records, in any order. A morning and an afternoon recorded apart make a day.</summary>
    public static Absence Of(IEnumerable<LeaveRecord> leave)
    {
        var halves = new List<(int First, int Last)>();
        foreach (var (first, last) in leave.Select(x => (Half(x.FromOn, x.FromHalf), Half(x.ToOn, x.ToHalf))).Order())
        {
            if (halves.Count > 0 && first <= halves[^1].Last + 1)
            {
                halves[^1] = (halves[^1].First, Math.Max(halves[^1].Last, last));
            }
            else
            {
                halves.Add((first, last));
            }
        }

        List<(DateOnly, DateOnly)> days =
        [
            .. halves.Select(x => (First: (x.First + 1) / 2, Last: (x.Last - 1) / 2)).Where(x => x.First <= x.Last)
                .Select(x => (DateOnly.FromDayNumber(x.First), DateOnly.FromDayNumber(x.Last))),
        ];
        return days.Count == 0 ? None : new Absence(days);
    }

    /// <summary>A later due day was named to mean never, and the calendar has no room to move it.</summary>
    private static readonly DateOnly LastMoved = Days.Last.AddYears(-10);

    public bool Covers(DateOnly day) => _spans.Any(x => x.First <= day && day <= x.Last);

    /// <summary>The due day moved on by the working days of leave that lie between the day the person was given the item and
    /// the due day; leave that lies in the time so gained moves it further.</summary>
    /// <param name="due">The due day without leave.</param>
    /// <param name="assignedOn">Leave up to this day moves nothing.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="covered">So many working days of the leave the due day allows for already.</param>
    public DueDay Move(DueDay due, DateOnly assignedOn, WorkingCalendar calendar, int covered = 0)
    {
        var lost = LostDays(assignedOn, due.On, calendar) - covered;
        if (lost <= 0 || due.On > LastMoved)
        {
            return due;
        }

        var day = due.On;
        for (var left = lost; left > 0;)
        {
            day = calendar.AddWorkingDays(day, 1);
            left -= Covers(day) ? 0 : 1;
        }

        return due with { On = day, LeaveDays = LostDays(assignedOn, day, calendar) - covered };
    }

    /// <summary>Working days of leave after the one day, up to the other, included.</summary>
    public int LostDays(DateOnly after, DateOnly last, WorkingCalendar calendar) => _spans.Sum(
        x => calendar.CountWorkingDays(x.First > after ? x.First : after.AddDays(1), x.Last < last ? x.Last : last));

    private static int Half(DateOnly day, HalfDay half) => (day.DayNumber * 2) + (half == HalfDay.Afternoon ? 1 : 0);
}
