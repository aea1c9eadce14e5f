using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Api.Spreadsheets;
using Training.Domain.Sessions;

namespace Training.Api.Imports.Sessions;

/// <summary>Attendance by workbook, for HR and for trainers of their sessions. A row is recognised by session, person and meeting; one
/// that says otherwise than before is a correction, which keeps the old value.</summary>
internal sealed class AttendanceImport(TrainingDb db, SessionRows known) : ImportKind
{
    private static readonly ImportColumns Make = new("attendance");
    private static readonly ImportColumn<string> Session = Make.Key("sessionCode", required: true, example: _ => "CRS040-1");
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007");
    private static readonly ImportColumn<decimal?> Meeting = Make.Decimal("meeting", 0, example: 1);
    private static readonly ImportColumn<AttendanceStatus?> Status = Make.Choice<AttendanceStatus>("status", required: true, example: AttendanceStatus.Present);
    private static readonly ImportColumn<decimal?> Minutes = Make.Decimal("minutes", 0);

    public override string Name => "attendance";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Session, Number, Meeting, Status, Minutes];

    public override string? Lock => GiveSeats.Lock;

    /// <summary>Completions hang on it: what was wrong is put right by another import.</summary>
    public override bool IsUndoable => false;

    public override string? KeyOf(ImportRow row) =>
        row.Get(Session) is { } session && row.Get(Number) is { } number ? $"{session} {number} {row.Get(Meeting) ?? 1}" : null;

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        await known.LoadAsync(rows.Select(x => x.Get(Session)).OfType<string>(), rows.Select(x => x.Get(Number)).OfType<string>(), cancellation);
        var (changed, added) = (new List<Enrolment>(), new List<(Enrolment Of, int Meeting, int Row)>());
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, log, changed, added))];
        return new(planned, async token =>
        {
            await known.SettleAsync(changed, token);
            added.ForEach(x => log.Created(x.Of.Attendance.Single(y => y.Meeting == x.Meeting), x.Row));
        });
    }

    /// <summary>Of sessions that end on the first day of last month or later.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var first = known.ExportedFrom;
        var rows = await (from session in known.Recorded.AsNoTracking()
                          where session.LastOn >= first
                          join enrolment in db.Enrolments.Active() on session.Id equals enrolment.SessionId
                          join attendance in db.MeetingAttendance on enrolment.Id equals attendance.EnrolmentId
                          join person in db.Employees on enrolment.EmployeeId equals person.Id
                          orderby session.Code, person.EmployeeNumber, attendance.Meeting
                          select new { session.Code, person.EmployeeNumber, attendance.Meeting, attendance.Status, attendance.Minutes })
            .Take(TableWorkbook.MostRows + 1).ToListAsync(cancellation);
        return [.. rows.Select(x => (IReadOnlyList<object?>)[x.Code, x.EmployeeNumber, x.Meeting, Texts.OfValue(language, x.Status), x.Minutes])];
    }

    /// <summary>What no meeting has is out of range as well when it is cut.</summary>
    private static int Whole(decimal cell) => (int)Math.Clamp(cell, -1, 100_000);

    private PlannedRow Plan(ImportRow row, ImportLog log, List<Enrolment> changed, List<(Enrolment, int, int)> added)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (known.Find(plan, Session, Number) is not var (session, enrolment))
        {
            return plan;
        }

        var (number, status) = (Whole(row.Get(Meeting) ?? 1), row.Get(Status)!.Value);
        var old = enrolment.Attendance.FirstOrDefault(x => x.Meeting == number);
        plan.Compare(Status, old?.Status, status);
        if (row.Get(Minutes) is { } minutes)
        {
            plan.Compare(Minutes, (decimal?)old?.Minutes, minutes);
        }

        if (plan.IsOwn)
        {
            return plan;
        }

        plan.Try(Columns, () =>
        {
            if (old is not null)
            {
                log.Touch(old, row.Number);
            }

            if (!enrolment.Attend(session.Meeting(number), new AttendanceEntry(status, row.Get(Minutes) is { } given ? Whole(given) : null), known.By(session), known.Now))
            {
                return;
            }

            changed.Add(enrolment);
            if (old is null)
            {
                plan.IsNew = true;
                added.Add((enrolment, number, row.Number));
            }
        });
        return plan;
    }
}
