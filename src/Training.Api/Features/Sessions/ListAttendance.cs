using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>How somebody attended a meeting.</summary>
/// <param name="Id">The record.</param>
/// <param name="Corrections">How often it was put right.</param>
public sealed record AttendanceListItem(
    long Id,
    int Meeting,
    DateTimeOffset StartsAt,
    long EnrolmentId,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    AttendanceStatus Status,
    int Minutes,
    DateTimeOffset RecordedAt,
    int Corrections);

/// <summary>Attendance with its meeting and person.</summary>
internal sealed class AttendanceRow
{
    public required MeetingAttendance Attendance { get; init; }

    public required SessionMeeting Meeting { get; init; }

    public required Employee Person { get; init; }
}

internal static class ListAttendance
{
    private static readonly Sorts<AttendanceRow> Fields = new(x => x.Attendance.Id, "meeting,name")
    {
        { "meeting", x => x.Meeting.Number },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "recordedAt", x => x.Attendance.RecordedAt },
    };

    /// <summary>The attendance that is recorded, meeting by meeting, of the people of the session whom the caller may see.</summary>
    internal static async Task<ListOf<AttendanceListItem>> HandleAsync(
        long id,
        [FromQuery(Name = "meeting")] int? meeting,
        [FromQuery(Name = "status")] Choice<AttendanceStatus>? status,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        CancellationToken cancellation)
    {
        await visible.Sessions().Where(x => x.Id == id).Select(x => x.Id).OneAsync(cancellation);
        var rows = from enrolment in visible.Enrolments().AsNoTracking()
                   where enrolment.SessionId == id
                   join attendance in db.MeetingAttendance on enrolment.Id equals attendance.EnrolmentId
                   join held in db.Set<SessionMeeting>() on new { enrolment.SessionId, Number = attendance.Meeting } equals new { held.SessionId, held.Number }
                   join person in db.Employees on enrolment.EmployeeId equals person.Id
                   where meeting == null || held.Number == meeting
                   select new AttendanceRow { Attendance = attendance, Meeting = held, Person = person };
        if (status is { Value: var asked })
        {
            rows = rows.Where(x => x.Attendance.Status == asked);
        }

        return ListOf.From(
            rows,
            Fields,
            x => new AttendanceListItem(
                x.Attendance.Id, x.Meeting.Number, x.Meeting.StartsAt, x.Attendance.EnrolmentId, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh,
                x.Person.NameLatin, x.Attendance.Status, x.Attendance.Minutes, x.Attendance.RecordedAt,
                db.Set<AttendanceCorrection>().Count(y => y.EnrolmentId == x.Attendance.EnrolmentId && y.Meeting == x.Attendance.Meeting)),
            list);
    }
}
