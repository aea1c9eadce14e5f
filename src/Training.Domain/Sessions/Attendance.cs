using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>How a person attended a meeting.</summary>
public enum AttendanceStatus
{
    /// <summary>From beginning to end.</summary>
    Present,
    Late,
    LeftEarly,

    /// <summary>Without an excuse.</summary>
    Absent,

    /// <summary>Not there, with an excuse.</summary>
    Excused,
}

/// <summary>How somebody attended one meeting.</summary>
/// <param name="Status">As it was.</param>
/// <param name="Minutes">Minutes attended; the whole meeting for who was present, none for who was not there.</param>
public readonly record struct AttendanceEntry(AttendanceStatus Status, int? Minutes);

/// <summary>Why attendance is refused.</summary>
public static class AttendanceRefusals
{
    public static readonly Refusal MeetingUnknown = Refusal.Content("attendance.meetingUnknown");

    /// <summary>The meeting has not begun.</summary>
    public static readonly Refusal TooEarly = Refusal.State("attendance.tooEarly");
    public static readonly Refusal NoSeat = Refusal.State("attendance.noSeat");
    public static readonly Refusal Minutes = Refusal.Content("attendance.minutes");
    public static readonly Refusal Twice = Refusal.Content("attendance.twice");
    public static readonly Refusal PersonUnknown = Refusal.Content("attendance.personUnknown");
}

/// <summary>A person's attendance at one meeting.</summary>
public sealed class MeetingAttendance
{
    private MeetingAttendance()
    {
    }

    public long Id { get; private set; }

    public long EnrolmentId { get; private set; }

    /// <summary>The number of the meeting.</summary>
    public int Meeting { get; private set; }

    public AttendanceStatus Status { get; private set; }

    /// <summary>Minutes attended, whole ones.</summary>
    public int Minutes { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public long RecordedByAccountId { get; private set; }

    public bool WasThere => Status is AttendanceStatus.Present or AttendanceStatus.Late or AttendanceStatus.LeftEarly;

    /// <summary>The minutes that the entry means: refused unless some but not all for who was late or left early, all or none
    /// said for who was present, and none for who was not there.</summary>
    public static int MinutesOf(AttendanceEntry entry, int ofMeeting, string field)
    {
        var (least, most) = entry.Status switch
        {
            AttendanceStatus.Present => (ofMeeting, ofMeeting),
            AttendanceStatus.Late or AttendanceStatus.LeftEarly => (1, ofMeeting - 1),
            _ => (0, 0),
        };
        var minutes = entry.Minutes ?? (least == most ? most : -1);
        return minutes >= least && minutes <= most
            ? minutes
            : throw AttendanceRefusals.Minutes.At(field, ("status", entry.Status), ("minutes", entry.Minutes), ("min", least), ("max", most));
    }

    internal static MeetingAttendance Of(int meeting, AttendanceStatus status, int minutes, long byAccountId, DateTimeOffset now)
    {
        var attendance = new MeetingAttendance { Meeting = meeting };
        attendance.Take(status, minutes, byAccountId, now);
        return attendance;
    }

    internal void Take(AttendanceStatus status, int minutes, long byAccountId, DateTimeOffset now) =>
        (Status, Minutes, RecordedByAccountId, RecordedAt) = (status, minutes, byAccountId, now);
}

/// <summary>What was put right about somebody's attendance: the value before and who changed it.</summary>
public sealed class AttendanceCorrection
{
    private AttendanceCorrection()
    {
    }

    public long Id { get; private set; }

    public long EnrolmentId { get; private set; }

    /// <summary>The number of the meeting.</summary>
    public int Meeting { get; private set; }

    public AttendanceStatus OldStatus { get; private set; }

    public int OldMinutes { get; private set; }

    public AttendanceStatus NewStatus { get; private set; }

    public int NewMinutes { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long ByAccountId { get; private set; }

    internal static AttendanceCorrection Of(MeetingAttendance old, AttendanceStatus status, int minutes, long byAccountId, DateTimeOffset now) => new()
    {
        Meeting = old.Meeting,
        OldStatus = old.Status,
        OldMinutes = old.Minutes,
        NewStatus = status,
        NewMinutes = minutes,
        At = now,
        ByAccountId = byAccountId,
    };
}
