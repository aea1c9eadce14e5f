namespace Training.Domain.Rules;

/// <summary>The days that records may carry. The bounds keep every sum of days and every change of time zone inside what a
/// date can hold, and catch a year mistyped with three or five digits.</summary>
public static class Days
{
    /// <summary>The first day taken: spreadsheets know none before.</summary>
    public static readonly DateOnly First = new(1900, 1, 1);

    /// <summary>The last day taken.</summary>
    public static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>Whether the day lies between <see cref="First"/> and <see cref="Last"/>, both included.</summary>
    public static bool Holds(DateOnly day) => First <= day && day <= Last;
}
