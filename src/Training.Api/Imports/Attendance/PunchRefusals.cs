using Training.Domain.Rules;

namespace Training.Api.Imports.Attendance;

/// <summary>What is wrong with a row of the attendance machine's file, and why a row says nothing about lateness.</summary>
internal static class PunchRefusals
{
    /// <summary>Of a row: it names either the instant of a punch, or a day with when somebody came and went.</summary>
    public static readonly Refusal OneForm = Refusal.Content("attendancePunch.oneForm");

    /// <summary>Values: today.</summary>
    public static readonly Refusal InFuture = Refusal.Content("attendancePunch.inFuture");

    /// <summary>Values: newest, the last day of the file; most, the days before it that are taken.</summary>
    public static readonly Refusal TooFarBack = Refusal.Content("attendancePunch.tooFarBack");

    /// <summary>No shift near the punch: a rest day or holiday.</summary>
    public static readonly Refusal NoShift = Refusal.State("attendancePunch.noShift");

    /// <summary>The shift is covered by leave.</summary>
    public static readonly Refusal OnLeave = Refusal.State("attendancePunch.onLeave");

    public static readonly Refusal NotEmployed = Refusal.State("attendancePunch.notEmployed");

    /// <summary>There is a lateness of the day with other minutes.</summary>
    public static readonly Refusal LatenessStands = Refusal.State("attendancePunch.latenessStands");
}
