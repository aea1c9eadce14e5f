using Training.Domain.Rules;

namespace Training.Domain.Calendars;

/// <summary>Which shift a person works on a day, or that the day is free. One per person and day; without one the person follows
/// the organisation's hours and calendar.</summary>
public sealed class RosterEntry : IVersioned
{
    private RosterEntry()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    /// <summary>The day on which the shift starts.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>None: a rest day.</summary>
    public long? ShiftId { get; private set; }

    public int Version { get; private set; }

    /// <summary>No shift: a rest day. Refused: a retired shift.</summary>
    public static RosterEntry Create(long employeeId, DateOnly day, Shift? shift)
    {
        var created = new RosterEntry { EmployeeId = employeeId, Day = day };
        created.Change(shift);
        return created;
    }

    /// <summary>Another shift, or a rest day; refused as in <see cref="Create"/>.</summary>
    public void Change(Shift? shift)
    {
        shift?.RefuseRetired("shiftId");
        ShiftId = shift?.Id;
    }
}
