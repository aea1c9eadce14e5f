using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Sessions;

namespace Training.Benchmarks;

/// <summary>The lists over a thousand sessions with a hundred people each, half of them over and recorded.</summary>
internal sealed class EnrolmentBenchmark(Store store, int people, int rounds)
{
    private const int Sessions = 1000;
    private const int Seats = 100;

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        var database = await store.MakeAsync();
        await using var app = new MeasuredApp(store, database, new EnrolmentFloors(store, database).Map);
        await app.CommandAsync("generate", "--employees", $"{people}");
        await app.AddAccountAsync("hr", null, Role.HumanResources);
        var session = await app.WithDatabaseAsync(FillAsync);
        await store.AnalyzeAsync(database);
        var (id, team) = (await ListBenchmark.SupervisorsAsync(app))[0];
        await app.AddAccountAsync("supervisor", id, Role.Supervisor);
        return
        [
            .. await Requests.CompareAsync(app, "hr", $"sessions, HR, {Sessions * Seats} enrolments", "/api/v1/sessions", EnrolmentFloors.SessionsPath, rounds),
            .. await Requests.CompareAsync(
                app, "hr", $"enrolments, HR, {Sessions * Seats}", "/api/v1/enrolments", EnrolmentFloors.EnrolmentsPath, rounds, inRound: 10),
            .. await Requests.CompareAsync(
                app, "supervisor", $"enrolments, supervisor of {team}", "/api/v1/enrolments", EnrolmentFloors.TeamPath, rounds, inRound: 10),
            .. await Requests.CompareAsync(
                app, "hr", $"enrolments of a session of {Seats}", GivenPlan.Text($"/api/v1/sessions/{session}/enrolments"),
                GivenPlan.Text($"{EnrolmentFloors.OfSessionPath}?session={session}"), rounds),
        ];
    }

    /// <summary>Behind the program's back; the id of one session that is over.</summary>
    private static Task<long> FillAsync(TrainingDb db) => db.WriteAsync(async () =>
    {
        var (course, account) = (await db.Courses.MinAsync(x => x.Id), await db.Users.MinAsync(x => x.Id));
        var employees = await db.Employees.OrderBy(x => x.Id).Select(x => x.Id).ToListAsync();
        var noon = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(4);
        var sessions = Enumerable.Range(0, Sessions).Select(i => Session(i, course, noon.AddDays(i - (Sessions / 2)))).ToList();
        await Bulk.InsertAsync(db, sessions, CancellationToken.None);
        var enrolments = sessions.SelectMany((x, i) => Enrolled(x, i, employees, account)).ToList();
        await Bulk.InsertAsync(db, enrolments, CancellationToken.None);
        return sessions[0].Id;
    });

    private static TrainingSession Session(int i, long course, DateTimeOffset at)
    {
        var session = TrainingSession.Draft($"BENCH-{i}", new SessionContent(
            course, 1, null, "A", null, "外聘", Seats, 10, true, [new MeetingContent(1, at, at.AddHours(2), DateOnly.FromDateTime(at.UtcDateTime))], null, []));
        session.Publish(at.AddDays(-60));
        return session;
    }

    private static List<Enrolment> Enrolled(TrainingSession session, int i, List<long> employees, long account)
    {
        var asked = session.StartsAt.AddDays(-30);
        var line = Enumerable.Range(0, Seats)
            .Select(x => Enrolment.Ask(session, employees[((i * 37) + x) % employees.Count], EnrolmentSource.HumanResources, false, account, asked)).ToList();
        SeatQueue.Give(session, line, asked, session.StartsAt, line.ToHashSet());
        if (session.EndsAt < DateTimeOffset.UtcNow)
        {
            var by = new EnrolmentActor(account, null, IsHumanResources: true, IsDirectSupervisor: false);
            line.ForEach(x => x.Attend(session.Meeting(1), new AttendanceEntry(AttendanceStatus.Present, null), by, session.EndsAt));
        }

        return line;
    }
}
