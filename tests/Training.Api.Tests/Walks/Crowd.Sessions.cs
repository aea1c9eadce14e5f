using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Sessions;

namespace Training.Api.Tests.Walks;

/// <summary>Sessions: many of them, and one with many people.</summary>
internal sealed partial class Crowd
{
    private async Task AddSessionsAsync(TrainingDb db, IReadOnlyList<long> people, long course, int count)
    {
        // At night, which is outside everybody's hours.
        var (now, at) = (app.Clock.GetUtcNow(), new DateTimeOffset(2026, 2, 25, 16, 0, 0, TimeSpan.Zero));
        TrainingSession Session(string code)
        {
            var session = TrainingSession.Draft(code, new SessionContent(
                course, 1, null, null, null, "众", 1000, 0, true, [new MeetingContent(1, at, at.AddHours(1), new DateOnly(2026, 2, 26))], null, []));
            session.Publish(at.AddDays(-10));
            return session;
        }

        db.TrainingSessions.AddRange(New(count).Select(i => Session($"Q{i}")));
        var deep = Session($"DEEP{_done}");
        db.TrainingSessions.Add(deep);
        await db.FlushAsync(CancellationToken.None);
        var enrolments = people.Select(x => Enrolment.Ask(deep, x, EnrolmentSource.HumanResources, false, _account, at.AddDays(-9))).ToList();
        db.Enrolments.AddRange(enrolments);
        SeatQueue.Give(deep, enrolments, at.AddDays(-9), at, enrolments.ToHashSet());
        var by = new EnrolmentActor(_account, null, IsHumanResources: true, IsDirectSupervisor: false);
        enrolments.ForEach(x => x.Attend(deep.Meeting(1), new AttendanceEntry(AttendanceStatus.Present, null), by, now));
        await db.FlushAsync(CancellationToken.None);
        db.RetrainingOrders.AddRange(enrolments.Select(x => RetrainingOrder.Of(
            x, deep, null, RetrainingCause.WeakResult, _caller, Today, WorkingCalendar.Of([], []))));
        await db.FlushAsync(CancellationToken.None);
        (_ids["ListSessionEnrolments"], _ids["ListAttendance"], _ids["ListSessionWarnings"]) = (deep.Id, deep.Id, deep.Id);
    }
}
