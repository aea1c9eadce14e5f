using Training.Domain.Rules;

namespace Training.Domain.Calendars;

public static class ShiftRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal CodeTaken = Refusal.State("shift.codeTaken");

    /// <summary>Values: startsAt.</summary>
    public static readonly Refusal EndsAsItStarts = Refusal.Content("shift.endsAsItStarts");

    /// <summary>Values: code.</summary>
    public static readonly Refusal Retired = Refusal.State("shift.retired");
}

public static class RosterRefusals
{
    /// <summary>Values: shiftId.</summary>
    public static readonly Refusal ShiftUnknown = Refusal.Content("roster.shiftUnknown");

    /// <summary>Values: people, days, entries, most.</summary>
    public static readonly Refusal TooMany = Refusal.Content("roster.tooMany");
}
