using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Api.Tests.Sessions;
using Training.Domain.Calendars;
using Training.Domain.Sessions;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>The sessions that cases were made in, by the number of the case.</summary>
    private static readonly ConcurrentDictionary<int, long> SessionOfCase = [];

    private static int _sessions;

    private static IEnumerable<RouteAccess> Sessions() =>
    [
        Route("ListSessions").Lists(x => $"/sessions?pageSize=200&q=crs043&startsFrom={FutureDay(x)}&startsTo={FutureDay(x)}", FutureAsync).Row(Standing.Any, Everybody),
        Route("GetSession").Sends(async x => AccessCase.Get($"/sessions/{await FutureAsync(x)}")).Row(Standing.Any, Everybody),
        Route("CreateSession").Sends(async x => AccessCase.Post("/sessions", await x.App.SessionAsync(at: FutureOf(x)))).Row(Standing.Any, "AFFFFF"),
        Route("EditSession").Sends(async x => AccessCase.Put($"/sessions/{await FutureAsync(x)}", await x.App.SessionAsync("CRS043", capacity: 9, at: FutureOf(x)), 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("DeleteSession").Sends(async x => AccessCase.Delete($"/sessions/{await DraftedAsync(x)}", 1)).Row(Standing.Any, "AFFFFF"),
        Route("PublishSession").Sends(async x => AccessCase.Post($"/sessions/{await DraftedAsync(x)}/publish")).Row(Standing.Any, "AFFFFF"),
        Route("CancelSession").Sends(async x => AccessCase.Post($"/sessions/{await FutureAsync(x)}/cancel", new { reason = "改期" }, 1)).Row(Standing.Any, "AFFFFF"),
        Route("NominateForSession").Sends(async x => AccessCase.Post($"/sessions/{await FutureAsync(x)}/enrolments", new { employeeIds = new[] { x.Subject } }))
            .Row(Standing.Direct, "AAFFFF").Row(Standing.Own, "FFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Deputised, "AAFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF"),
        Route("AssignSession").Sends(async x => AccessCase.Post($"/sessions/{await FutureAsync(x)}/assign", new { planId = await PlanOfAllAsync(x, "CRS043") }))
            .Row(Standing.Any, "AFFFFF"),
        Route("RequestSession").Sends(async x => AccessCase.Post($"/sessions/{await FutureAsync(x)}/request")).Row(Standing.Any, Everybody),
        .. Recorded(),
    ];

    /// <summary>By HR and whoever trains the session, of whom nobody sees anything else.</summary>
    private static IEnumerable<RouteAccess> Recorded() =>
    [
        ByTrainer(Route("RecordAttendance").Sends(async x => await HeldAsync(x, EnrolmentState.Enrolled) is var (session, enrolment) ? AccessCase.Post(
            $"/sessions/{session}/attendance", new { meeting = 1, entries = new[] { new { enrolmentId = enrolment, status = "present" } } }) : null!)),
        ByTrainer(Route("RecordResults").Sends(async x => await HeldAsync(x, EnrolmentState.Enrolled) is var (session, enrolment) ? AccessCase.Post(
            $"/sessions/{session}/results", new { entries = new[] { new { enrolmentId = enrolment, theory = LogWatch.Score } } }) : null!)),
        ByTrainer(Route("CompleteSession").Sends(async x => AccessCase.Post($"/sessions/{(await HeldAsync(x, null)).Session}/complete"))),
        Route("OfferNextSession").Sends(async x => await FutureAsync(x) > 0 ? AccessCase.Post(
                $"/sessions/{(await HeldAsync(x, EnrolmentState.Absent)).Session}/offer-next") : null!)
            .Row(Standing.Direct, "AFFFFF").Row(Standing.Other, "AFFFFF").Row(Standing.Trained, "AFFFFF"),
        Route("ListSessionWarnings").Sends(async x => AccessCase.Get($"/sessions/{await FutureAsync(x)}/warnings")).Row(Standing.Any, Everybody),
        Seen(Route("ListAttendance").Lists(x => $"/sessions/{SessionOfCase[x.Number]}/attendance", AttendanceAsync)),
        Route("GetSurvey").Sends(async x => AccessCase.Get($"/sessions/{await FutureAsync(x)}/survey")).Row(Standing.Any, Everybody),
        Route("AnswerSurvey").Sends(async x => AccessCase.Post($"/sessions/{(await HeldAsync(x, EnrolmentState.Attended)).Session}/survey", new { answers = Array.Empty<object>() }))
            .Row(Standing.Own, Everybody),
    ];

    /// <summary>Trainers by workbook: in their sessions alone. Of other sessions nothing is found, which is a fault of the file.</summary>
    private static IEnumerable<RouteAccess> RecordedInFiles() =>
    [
        Route("ImportAttendance").Sends(async x => File(x, "/attendance/import", "场次代码,工号,出勤情况", await HeldCodeAsync(x), "W001", "出席")).Row(Standing.Trained, Everybody),
        Route("GetAttendanceImportTemplate").Sends(_ => AccessCase.Get("/attendance/import-template")).Row(Standing.Any, Everybody),
        Route("ExportAttendance").Sends(_ => AccessCase.Get("/attendance/export")).Row(Standing.Any, Everybody),
        Route("ImportResults").Sends(async x => File(x, "/results/import", "场次代码,工号,理论", await HeldCodeAsync(x), "W001", LogWatch.Score)).Row(Standing.Trained, Everybody),
        Route("GetResultImportTemplate").Sends(_ => AccessCase.Get("/results/import-template")).Row(Standing.Any, Everybody),
        Route("ExportResults").Sends(_ => AccessCase.Get("/results/export")).Row(Standing.Any, Everybody),
    ];

    private static async Task<string> HeldCodeAsync(AccessCase x)
    {
        var (id, _) = await HeldAsync(x, EnrolmentState.Enrolled);
        return await x.App.ReadAsync(db => db.TrainingSessions.Where(y => y.Id == id).Select(y => y.Code).SingleAsync());
    }

    private static IEnumerable<RouteAccess> Enrolments() =>
    [
        Seen(Route("ListEnrolments").Lists("/enrolments?pageSize=200&sort=-requestedAt", x => EnrolmentAsync(x, EnrolmentState.Enrolled))),
        Seen(Route("ListSessionEnrolments").Lists(x => $"/sessions/{SessionOfCase[x.Number]}/enrolments", x => EnrolmentAsync(x, EnrolmentState.Enrolled))),
        Seen(Route("GetEnrolment").Sends(async x => AccessCase.Get($"/enrolments/{await EnrolmentAsync(x, EnrolmentState.Enrolled)}"))),
        ByDecider(Route("ApproveEnrolment").Sends(async x => AccessCase.Post($"/enrolments/{await EnrolmentAsync(x, EnrolmentState.Requested)}/approve"))),
        ByDecider(Route("DeclineEnrolment").Sends(async x => AccessCase.Post($"/enrolments/{await EnrolmentAsync(x, EnrolmentState.Requested)}/decline", new { reason = "忙" }, 1))),
        Route("WithdrawEnrolment").Sends(async x => AccessCase.Post($"/enrolments/{await EnrolmentAsync(x, EnrolmentState.Enrolled)}/withdraw", new { reason = "忙" }, 1))
            .Row(Standing.Own, Everybody).Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Deputised, "AAFFFF")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Trained, "AFFFFF"),
        ByOneself(Route("AcceptEnrolment").Sends(async x => AccessCase.Post($"/enrolments/{await EnrolmentAsync(x, EnrolmentState.Offered)}/accept"))),
        ByOneself(Route("RefuseEnrolment").Sends(async x => AccessCase.Post($"/enrolments/{await EnrolmentAsync(x, EnrolmentState.Offered)}/refuse"))),
        Route("MakeEnrolmentMandatory").Sends(async x => AccessCase.Post($"/enrolments/{await EnrolmentAsync(x, EnrolmentState.Enrolled)}/mandatory", new { reason = "必修" }, 1))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Other, "AFFFFF").Row(Standing.Trained, "AFFFFF"),
        Route("SignOffEnrolment").Sends(async x => AccessCase.Post($"/enrolments/{(await HeldAsync(x, EnrolmentState.Enrolled)).Enrolment}/sign-off"))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Deputised, "AFFFFF")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Trained, Everybody),
    ];

    private static IEnumerable<RouteAccess> Retraining() =>
    [
        Seen(Route("ListRetraining").Lists("/retraining?pageSize=200&sort=-orderedOn", OrderAsync), trained: "AHHHHH"),
        Seen(Route("GetRetraining").Sends(async x => AccessCase.Get($"/retraining/{await OrderAsync(x)}")), trained: "AHHHHH"),
        BySupervisor(Route("EditRetraining").Sends(async x => AccessCase.Put(
            $"/retraining/{await OrderAsync(x)}", new { coachId = x.CallerEmployee, dueOn = "2026-05-29" }, 1))),
        BySupervisor(Route("CloseRetraining").Sends(async x => AccessCase.Post($"/retraining/{await OrderAsync(x)}/close", new { outcome = "notPassed" }, 1))),
    ];

    private static RouteAccess Seen(RouteAccess route, string trained = Everybody) => route.Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody)
        .Row(Standing.Below, Everybody).Row(Standing.Deputised, Everybody).Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH")
        .Row(Standing.Other, "AHHHHH").Row(Standing.Trained, trained);

    private static RouteAccess ByTrainer(RouteAccess route) => route.Row(Standing.Trained, Everybody).Row(Standing.Direct, "AFFFFF").Row(Standing.Other, "AFFFFF");

    private static RouteAccess ByDecider(RouteAccess route) => route.Row(Standing.Direct, "AAFFFF").Row(Standing.Own, "FFFFFF").Row(Standing.Below, "FFFFFF")
        .Row(Standing.Deputised, "AAFFFF").Row(Standing.Former, "FHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "FHFFFF").Row(Standing.Trained, "FFFFFF");

    private static RouteAccess ByOneself(RouteAccess route) => route.Row(Standing.Own, Everybody).Row(Standing.Direct, "FFFFFF").Row(Standing.Deputised, "FFFFFF")
        .Row(Standing.Former, "FHHHHH").Row(Standing.Other, "FHHHHH").Row(Standing.Trained, "FFFFFF");

    private static RouteAccess BySupervisor(RouteAccess route) => route.Row(Standing.Direct, "AAFFFF").Row(Standing.Own, "FFFFFF").Row(Standing.Below, "AFFFFF")
        .Row(Standing.Deputised, "AAFFFF").Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH");

    /// <summary>An hour of the case's own, from February 2027 on.</summary>
    private static DateTimeOffset FutureOf(AccessCase x) => new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.Zero).AddHours(x.Number);

    private static string FutureDay(AccessCase x) => FutureOf(x).AddHours(8).ToString("yyyy-MM-dd", null);

    private static Task<long> DraftedAsync(AccessCase x) => MakeAsync(x, FutureOf(x), isPublished: false);

    private static Task<long> FutureAsync(AccessCase x) => MakeAsync(x, FutureOf(x), isPublished: true);

    /// <summary>A session of the case; the caller trains it where the case is about that.</summary>
    private static async Task<long> MakeAsync(AccessCase x, DateTimeOffset at, bool isPublished)
    {
        var (course, trainer) = (await x.App.CourseAsync("CRS043"), x.Standing == Standing.Trained ? x.CallerEmployee : (long?)null);
        var id = await x.App.WriteAsync(async db =>
        {
            var session = TrainingSession.Draft($"AS{Interlocked.Increment(ref _sessions)}", new SessionContent(
                course, 1, null, null, trainer, trainer is null ? "外聘" : null, 9, 0, true,
                [new MeetingContent(1, at, at.AddMinutes(30), DateOnly.FromDateTime(at.UtcDateTime.AddHours(8)))], null, []));
            if (isPublished)
            {
                session.Publish(at.AddDays(-100));
            }

            db.TrainingSessions.Add(session);
            await db.FlushAsync(CancellationToken.None);
            return session.Id;
        });
        SessionOfCase[x.Number] = id;
        return id;
    }

    /// <summary>An enrolment of the case's person in a session to come.</summary>
    private static async Task<long> EnrolmentAsync(AccessCase x, EnrolmentState state) =>
        await EnrolledAsync(x, await FutureAsync(x), FutureOf(x), state);

    /// <summary>A session that is over since this morning, and an enrolment of the case's person, where a state is asked for.</summary>
    private static async Task<(long Session, long Enrolment)> HeldAsync(AccessCase x, EnrolmentState? state)
    {
        var at = TrainingApp.Morning.AddHours(-1);
        var session = await MakeAsync(x, at, isPublished: true);
        return (session, state is { } asked ? await EnrolledAsync(x, session, at, asked) : 0);
    }

    private static async Task<long> EnrolledAsync(AccessCase x, long sessionId, DateTimeOffset at, EnrolmentState state)
    {
        var person = x.Subject == 0 ? await x.App.PersonAsync(Role.Staff, Standing.Other) : x.Subject;
        var account = await x.App.ReadAsync(db => db.Users.Select(y => y.Id).FirstAsync());
        return await x.App.WriteAsync(async db =>
        {
            var (session, before) = (await db.TrainingSessions.Include(y => y.Meetings).SingleAsync(y => y.Id == sessionId), at.AddDays(-9));
            var source = state == EnrolmentState.Requested ? EnrolmentSource.Self : EnrolmentSource.HumanResources;
            var enrolment = Enrolment.Ask(session, person, source, false, account, before);
            db.Enrolments.Add(enrolment);
            SeatQueue.Give(session, [enrolment], before, at, state == EnrolmentState.Offered ? null : new HashSet<Enrolment> { enrolment });
            if (state is EnrolmentState.Attended or EnrolmentState.Absent)
            {
                var by = new EnrolmentActor(account, null, IsHumanResources: true, IsDirectSupervisor: false);
                var status = state == EnrolmentState.Absent ? AttendanceStatus.Absent : AttendanceStatus.Present;
                enrolment.Attend(session.Meeting(1), new AttendanceEntry(status, null), by, at.AddMinutes(30));
                enrolment.Settle(
                    new CompletionFacts(new(1, Domain.Courses.CompletionRule.Participation, null, null, 80, RequiresSurvey: true), OutcomeMarks.Of([], null), [30], session.LastOn),
                    account, at.AddMinutes(30));
            }

            await db.FlushAsync(CancellationToken.None);
            return enrolment.Id;
        });
    }

    private static async Task<long> AttendanceAsync(AccessCase x)
    {
        var (_, enrolment) = await HeldAsync(x, EnrolmentState.Attended);
        return await x.App.ReadAsync(db => db.MeetingAttendance.Where(y => y.EnrolmentId == enrolment).Select(y => y.Id).SingleAsync());
    }

    private static async Task<long> OrderAsync(AccessCase x)
    {
        var (sessionId, id) = await HeldAsync(x, EnrolmentState.Absent);
        return await x.App.WriteAsync(async db =>
        {
            var (enrolment, session) = (await db.Enrolments.SingleAsync(y => y.Id == id), await db.TrainingSessions.SingleAsync(y => y.Id == sessionId));
            var order = RetrainingOrder.Of(enrolment, session, null, RetrainingCause.UnexcusedAbsence, null, new DateOnly(2026, 3, 2), WorkingCalendar.Of([], []));
            db.RetrainingOrders.Add(order);
            await db.FlushAsync(CancellationToken.None);
            return order.Id;
        });
    }

    /// <summary>A running plan that asks a course of everybody, one for each host and course.</summary>
    private static Task<long> PlanOfAllAsync(AccessCase x, string course) => Shared.GetOrAdd((x.App, course), key => new Lazy<Task<long>>(async () =>
        (await key.App.StartedAsync(await key.App.AsAsync(Role.HumanResources), key.Course, "HQ")).Id())).Value;
}
