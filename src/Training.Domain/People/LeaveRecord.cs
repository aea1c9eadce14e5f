using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.People;

public enum LeaveKind
{
    Annual,
    Sick,

    /// <summary>Maternity or paternity.</summary>
    Parental,
    WorkInjury,
    Unpaid,
    Other,
}

public enum HalfDay
{
    Morning,
    Afternoon,
}

/// <summary>A span of absence in half days, both ends included: from the morning or afternoon of one day to the morning or
/// afternoon of another.</summary>
/// <param name="FromHalf">Afternoon: the morning of the first day was worked.</param>
/// <param name="ToHalf">Morning: the afternoon of the last day was worked.</param>
public sealed record LeaveSpan(DateOnly FromOn, HalfDay FromHalf, DateOnly ToOn, HalfDay ToHalf);

/// <summary>Leave or absence of a person. Records of one person do not overlap.</summary>
public sealed class LeaveRecord : IVersioned
{
    /// <summary>The longest span, in days: three years.</summary>
    public const int MostDays = 1096;

    private LeaveRecord()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    public LeaveKind Kind { get; private set; }

    public DateOnly FromOn { get; private set; }

    public HalfDay FromHalf { get; private set; }

    public DateOnly ToOn { get; private set; }

    public HalfDay ToHalf { get; private set; }

    public string? Note { get; private set; }

    public int Version { get; private set; }

    private int FirstHalf => (FromOn.DayNumber * 2) + (FromHalf == HalfDay.Afternoon ? 1 : 0);

    private int LastHalf => (ToOn.DayNumber * 2) + (ToHalf == HalfDay.Afternoon ? 1 : 0);

    /// <summary><paramref name="others"/> are the person's other records. Refused: a span that ends before it begins or is
    /// longer than <see cref="MostDays"/>; a first or last day outside employment; an overlap with another record.</summary>
    public static LeaveRecord Create(
        Employee employee, LeaveKind kind, LeaveSpan span, string? note, IEnumerable<LeaveRecord> others)
    {
        ArgumentNullException.ThrowIfNull(employee);
        var created = new LeaveRecord { EmployeeId = employee.Id };
        created.Edit(employee, kind, span, note, others);
        return created;
    }

    /// <summary>Another content as a whole; refused as in <see cref="Create"/>.</summary>
    public void Edit(Employee employee, LeaveKind kind, LeaveSpan span, string? note, IEnumerable<LeaveRecord> others)
    {
        ArgumentNullException.ThrowIfNull(employee);
        ArgumentNullException.ThrowIfNull(span);
        var wanted = new LeaveRecord
        {
            FromOn = span.FromOn,
            FromHalf = span.FromHalf,
            ToOn = span.ToOn,
            ToHalf = span.ToHalf,
        };
        wanted.RefuseSpan(employee);
        if (others.FirstOrDefault(x => x != this && x.Overlaps(wanted)) is { } other)
        {
            throw LeaveRefusals.Overlap.At("fromOn", ("from", other.FromOn), ("to", other.ToOn));
        }

        (Kind, Note) = (kind, PlainText.OrNull(note));
        (FromOn, FromHalf, ToOn, ToHalf) = (span.FromOn, span.FromHalf, span.ToOn, span.ToHalf);
    }

    /// <summary>Whether the two share a half day; the morning and the afternoon of one day do not.</summary>
    public bool Overlaps(LeaveRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return FirstHalf <= other.LastHalf && other.FirstHalf <= LastHalf;
    }

    /// <summary>Whether the leave shares a half day with the time, on the organisation's clocks; the morning ends at noon.</summary>
    public bool Touches(DateTime from, DateTime to)
    {
        var last = to.AddTicks(-1);
        return FirstHalf <= Half(last) && Half(from) <= LastHalf;

        static int Half(DateTime at) => (DateOnly.FromDateTime(at).DayNumber * 2) + (at.Hour >= 12 ? 1 : 0);
    }

    /// <summary>Refuses a person's leave on days without employment, naming the first such record. For acts that change
    /// employment, or restore either.</summary>
    public static void RefuseOutside(Employee employee, IEnumerable<LeaveRecord> leave)
    {
        ArgumentNullException.ThrowIfNull(employee);
        if (FirstOutside(employee, leave) is { } outside)
        {
            throw EmployeeRefusals.LeaveOutside.With(
                ("employeeNumber", employee.EmployeeNumber), ("from", outside.FromOn), ("to", outside.ToOn));
        }
    }

    /// <summary>The first of a person's records with a day outside employment; none: all lie within.</summary>
    public static LeaveRecord? FirstOutside(Employee employee, IEnumerable<LeaveRecord> leave) =>
        leave.Where(x => !employee.IsEmployedThroughout(x.FromOn, x.ToOn)).MinBy(x => x.FirstHalf);

    /// <summary>Refuses two records of one person that share a half day.</summary>
    public static void RefuseOverlaps(IEnumerable<LeaveRecord> leave)
    {
        var ordered = leave.OrderBy(x => x.FirstHalf).ToList();
        if (ordered.Zip(ordered.Skip(1)).FirstOrDefault(x => x.First.Overlaps(x.Second)).First is { } other)
        {
            throw LeaveRefusals.Overlap.With(("from", other.FromOn), ("to", other.ToOn));
        }
    }

    /// <summary>Working days of absence, in halves: holidays and free weekends do not count.</summary>
    public decimal WorkingDays(WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        decimal days = calendar.CountWorkingDays(FromOn, ToOn);
        days -= FromHalf == HalfDay.Afternoon && calendar.IsWorkingDay(FromOn) ? 0.5m : 0;
        days -= ToHalf == HalfDay.Morning && calendar.IsWorkingDay(ToOn) ? 0.5m : 0;
        return days;
    }

    private void RefuseSpan(Employee employee)
    {
        if (LastHalf < FirstHalf || ToOn.DayNumber - FromOn.DayNumber >= MostDays)
        {
            throw LeaveRefusals.SpanOutOfRange.At("toOn", ("from", FromOn), ("to", ToOn), ("most", MostDays));
        }

        if (!employee.IsEmployedThroughout(FromOn, ToOn))
        {
            throw LeaveRefusals.NotEmployed.At(
                "fromOn", ("employeeNumber", employee.EmployeeNumber), ("from", FromOn), ("to", ToOn));
        }
    }
}
