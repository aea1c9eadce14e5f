using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>How one person attended.</summary>
/// <param name="EnrolmentId">Whose; each once.</param>
/// <param name="Status">Present, late, left early, absent or excused.</param>
/// <param name="Minutes">Minutes attended; needed for late and left early.</param>
public sealed record AttendanceEntryRequest(long EnrolmentId, AttendanceStatus Status, int? Minutes = null);

/// <summary>The attendance of a meeting.</summary>
/// <param name="Meeting">Its number.</param>
/// <param name="Entries">1 to 1000 people.</param>
public sealed record RecordAttendanceRequest(int Meeting, [ItemCount(1, 1000)] IReadOnlyList<AttendanceEntryRequest> Entries);

internal static class RecordAttendance
{
    /// <summary>Records how people attended a meeting that has begun, all in one act; what was recorded before is kept as a correction.
    /// States and completions follow. By the trainer of the session and HR; the caller's own is left out and listed.</summary>
    internal static Task<RecordedResponse> HandleAsync(
        long id, RecordAttendanceRequest request, Recording recording, OrganisationClock clock, CancellationToken cancellation) =>
        recording.RunAsync(
            id,
            [.. request.Entries.Select(x => x.EnrolmentId)],
            (session, enrolment, i, by) => enrolment.Attend(
                session.Meeting(request.Meeting), new AttendanceEntry(request.Entries[i].Status, request.Entries[i].Minutes), by, clock.Now, $"entries[{i}]."),
            cancellation);
}
