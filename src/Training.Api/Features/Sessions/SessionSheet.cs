using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class GetSessionSheet
{
    /// <summary>So many columns to be signed find room beside number, name and department; a session of more meetings has several tables.</summary>
    private const int MeetingsOnSheet = 4;

    /// <summary>The roster sheet of a session, to be printed on A4: who has a seat, and for each meeting a column to be signed, or how they
    /// attended where that is recorded. To HR and the trainer.</summary>
    internal static async Task<PrintedPage> HandleAsync(
        long id, HttpContext http, Visible visible, CurrentPerson caller, OrganisationClock clock, TrainingDb db, CancellationToken cancellation)
    {
        var row = await visible.Sessions().Where(x => x.Id == id).WithPlaces(db).OneAsync(cancellation);
        if (!caller.IsHumanResources && !(row.Session.TrainerId is { } trainer && caller.Is(trainer)))
        {
            throw SessionRefusals.NotItsTrainer.With();
        }

        var meetings = await db.Set<SessionMeeting>().AsNoTracking().Where(x => x.SessionId == id).OrderBy(x => x.StartsAt).ToListAsync(cancellation);
        var seats = await SeatsAsync(row.Session, clock.Now, db, cancellation);
        var attendance = await db.Enrolments.AsNoTracking().Where(x => x.SessionId == id).SelectMany(x => x.Attendance)
            .ToDictionaryAsync(x => (x.EnrolmentId, x.Meeting), cancellation);

        var sheet = new Sheet(ReaderLanguage.Of(http), clock);
        var page = sheet.Begin(row, meetings);
        foreach (var some in meetings.Chunk(MeetingsOnSheet))
        {
            page.Table(sheet.Headers(some), seats.Select((x, i) => sheet.Row(i + 1, x, some, attendance)));
        }

        return page;
    }

    /// <summary>Who has a seat now, held offers included, by name, with the department of the first day.</summary>
    private static async Task<List<Seat>> SeatsAsync(TrainingSession session, DateTimeOffset now, TrainingDb db, CancellationToken cancellation) =>
        await (from enrolment in db.Enrolments.AsNoTracking().Where(x => x.SessionId == session.Id).WithSeat(now)
               join placed in db.Employees.PlacedOn(db, session.FirstOn) on enrolment.EmployeeId equals placed.Employee.Id
               orderby placed.Employee.NameSortKey, placed.Employee.Id
               select new Seat(
                   enrolment.Id, enrolment.State,
                   new Person(placed.Employee.Id, placed.Employee.EmployeeNumber, placed.Employee.NameZh, placed.Employee.NameLatin), placed.Department))
            .ToListAsync(cancellation);

    private sealed record Seat(long EnrolmentId, EnrolmentState State, Person Person, Domain.People.Department? Department);

    private sealed class Sheet(Language language, OrganisationClock clock)
    {
        public PrintedPage Begin(SessionRow row, IReadOnlyCollection<SessionMeeting> meetings)
        {
            var (session, course, place) = (row.Session, row.Course, row.WorkPlace);
            var trainer = row.Trainer is { } x ? new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin).In(language) : session.TrainerName;
            return new PrintedPage(language, $"{Text("page.rosterSheet")} · {session.Code}")
                .Facts(
                    (Text("column.courseCode"), course.Code),
                    (Text("column.courseNameZh"), new Bilingual(course.NameZh, course.NameEn)),
                    (Text("column.sessionCode"), session.Code),
                    (Text("column.state"), session.State),
                    (Text("page.place"), place is null ? null : new Bilingual(place.NameZh, place.NameEn)),
                    (Text("column.room"), session.Room),
                    (Text("column.trainerNameZh"), trainer))
                .Facts(meetings.Select(x => (Text("page.meeting", ("number", x.Number)), (object?)$"{On(x)} ({clock.ZoneName})")))
                .Heading(Text("page.people"));
        }

        public IReadOnlyList<string> Headers(IEnumerable<SessionMeeting> meetings) =>
        [
            "#", Text("column.employeeNumber"), Text("page.name"), Text("column.departmentName"),
            .. meetings.Select(x => $"{Text("page.meeting", ("number", x.Number))} {On(x)}"),
        ];

        public IReadOnlyList<object?> Row(
            int number, Seat seat, IEnumerable<SessionMeeting> meetings, Dictionary<(long EnrolmentId, int Meeting), MeetingAttendance> attendance) =>
        [
            number, seat.Person.EmployeeNumber, NameOf(seat), seat.Department is { } at ? new Bilingual(at.NameZh, at.NameEn) : null,
            .. meetings.Select(x => attendance.TryGetValue((seat.EnrolmentId, x.Number), out var recorded) ? Attended(recorded) : PrintedPage.Blank.Cell),
        ];

        /// <summary>Whose seat is only held says so.</summary>
        private string NameOf(Seat seat) => seat.State == EnrolmentState.Offered
            ? $"{seat.Person.In(language)} ({Texts.OfValue(language, seat.State)})"
            : seat.Person.In(language);

        private object Attended(MeetingAttendance recorded) => recorded.Status is AttendanceStatus.Late or AttendanceStatus.LeftEarly
            ? Text("page.attended", ("status", recorded.Status), ("minutes", recorded.Minutes))
            : recorded.Status;

        /// <summary>Day and times by the organisation's clocks; the last day too where it is another.</summary>
        private string On(SessionMeeting meeting)
        {
            var (first, last) = (meeting.On, clock.DayOf(meeting.EndsAt));
            var until = TextForm.Of(clock.TimeOf(meeting.EndsAt), language);
            return $"{TextForm.Of(first, language)} {TextForm.Of(clock.TimeOf(meeting.StartsAt), language)}–"
                + (first == last ? until : $"{TextForm.Of(last, language)} {until}");
        }

        private string Text(string code, params IReadOnlyList<(string Name, object? Value)> values) => Texts.Of(language, code, values);
    }
}
