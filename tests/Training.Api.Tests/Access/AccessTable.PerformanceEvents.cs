using Microsoft.EntityFrameworkCore;
using Training.Api.Queries;
using Training.Api.Tests.Hosting;
using Training.Domain.Incentives;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> PerformanceEventKinds() =>
    [
        Route("ListPerformanceEventKinds").Lists("/performance-event-kinds?pageSize=200", EventKindAsync).Row(Standing.Any, Everybody),
        Route("GetPerformanceEventKind").Sends(async x => AccessCase.Get($"/performance-event-kinds/{await EventKindAsync(x)}")).Row(Standing.Any, Everybody),
        Route("CreatePerformanceEventKind").Sends(x => AccessCase.Post("/performance-event-kinds", EventKind(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditPerformanceEventKind")
            .Sends(async x => AccessCase.Put($"/performance-event-kinds/{await EventKindAsync(x)}", EventKind(x, withCode: false), 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetirePerformanceEventKind").Sends(async x => AccessCase.Post($"/performance-event-kinds/{await EventKindAsync(x)}/retire"))
            .Row(Standing.Any, "AFFFFF"),
    ];

    private static IEnumerable<RouteAccess> PerformanceEvents() =>
    [
        SeenEvent(Route("ListPerformanceEvents").Lists(x => $"/performance-events?pageSize=200&employeeId={x.Subject}", x => EventAsync(x))),
        SeenEvent(Route("GetPerformanceEvent").Sends(async x => AccessCase.Get($"/performance-events/{await EventAsync(x)}"))),
        SeenEvent(Route("DownloadPerformanceEventFile").Sends(async x => AccessCase.Get($"/performance-events/{await EventWithFileAsync(x)}/file"))),
        Route("ReportPerformanceEvent").Sends(async x => AccessCase.Post("/performance-events", new
            {
                employeeId = x.Subject, kindId = await CommendationAsync(x), occurredOn = "2026-02-20", description = $"表扬{x.Number}",
            }))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AAFFFF").Row(Standing.Former, "AHFFFF")
            .Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF").Row(Standing.StoodInFor, "AHFFFF"),
        EditedEvent(Route("EditPerformanceEvent").Sends(async x => AccessCase.Put(
            $"/performance-events/{await EventAsync(x)}", new { kindId = await CommendationAsync(x), occurredOn = "2026-02-20" }, 1))),
        EditedEvent(Route("AttachPerformanceEventFile").Sends(async x => EventFileTo(await EventAsync(x)))),
        Route("RespondToPerformanceEvent").Sends(async x => AccessCase.Post($"/performance-events/{await EventAsync(x)}/respond",
            new { isObjection = false }, 1))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "FFFFFF").Row(Standing.Below, "FFFFFF").Row(Standing.Former, "FHHHFH")
            .Row(Standing.Above, "FHHHFH").Row(Standing.Other, "FHHHFH").Row(Standing.Deputised, "FFFFFF").Row(Standing.StoodInFor, "FHHHFH"),
        DecidedEvent(Route("ConfirmPerformanceEvent").Sends(async x => AccessCase.Post($"/performance-events/{await EventAsync(x, isOld: true)}/confirm", new { }, 1))),
        DecidedEvent(Route("RejectPerformanceEvent").Sends(async x => AccessCase.Post($"/performance-events/{await EventAsync(x)}/reject",
            new { reason = "查无此事" }, 1))),
        DecidedEvent(Route("RevokePerformanceEvent").Sends(async x => AccessCase.Post(
            $"/performance-events/{await EventAsync(x, isOld: true, isConfirmed: true)}/revoke", new { reason = "记错了人" }, 1))),
        Route("ConfirmPerformanceEvents").Sends(_ => AccessCase.Post("/performance-events/confirm", new { })).Row(Standing.Any, "AFFFFF"),
        Route("ListMyPerformanceEvents").Lists("/my/performance-events?pageSize=200", x => EventAsync(x))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "HHHHHH").Row(Standing.Above, "HHHHHH").Row(Standing.Other, "HHHHHH")
            .Row(Standing.Deputised, "HHHHHH").Row(Standing.StoodInFor, "HHHHHH"),
    ];

    private static IEnumerable<RouteAccess> EventFiles() =>
    [
        Route("ImportPerformanceEvents").Sends(x => File(
                x, "/performance-events/import", "工号,事件种类代码,发生日期,外部编号", "W001", "COMMENDATION", new DateOnly(2026, 2, 20), $"F{x.Number}"))
            .Row(Standing.Any, "AFFFFF"),
        Route("GetPerformanceEventImportTemplate").Sends(_ => AccessCase.Get("/performance-events/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportPerformanceEvents").Sends(_ => AccessCase.Get("/performance-events/export")).Row(Standing.Any, "AFFFFF"),
        Route("ImportAttendancePunches").Sends(x => File(
                x, "/attendance-punches/import", "工号,打卡时间", "W001", $"{new DateOnly(2024, 6, 1).AddDays(x.Number % 600):yyyy-MM-dd} 08:{x.Number % 30:00}"))
            .Row(Standing.Any, "AFFFFF"),
        Route("GetAttendancePunchImportTemplate").Sends(_ => AccessCase.Get("/attendance-punches/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportAttendancePunches").Sends(_ => AccessCase.Get("/attendance-punches/export")).Row(Standing.Any, "AFFFFF"),
    ];

    private static IEnumerable<RouteAccess> PunchQuestions() =>
    [
        SeenQuestion(Route("ListPunchQuestions").Lists(x => $"/punch-questions?pageSize=200&employeeId={x.Subject}", QuestionAsync)),
        SeenQuestion(Route("GetPunchQuestion").Sends(async x => AccessCase.Get($"/punch-questions/{await QuestionAsync(x)}"))),
        Route("AnswerPunchQuestion").Sends(async x => AccessCase.Post($"/punch-questions/{await QuestionAsync(x)}/answer", new { answer = "onTime" }, 1))
            .Row(Standing.Own, "FHFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AHFFFF")
            .Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF").Row(Standing.StoodInFor, "AHFFFF"),
    ];

    /// <summary>By HR, and by those who stood above on the day, or stand in for one who did; not by the person.</summary>
    private static RouteAccess SeenQuestion(RouteAccess route) => route
        .Row(Standing.Own, "AHFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AAFFFF").Row(Standing.Former, "AHFFFF")
        .Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF").Row(Standing.StoodInFor, "AHFFFF");

    /// <summary>About a day of its own: each the one before the person's earliest.</summary>
    private static Task<long> QuestionAsync(AccessCase x) => KeptAsync(x, async db =>
    {
        var earliest = await db.PunchQuestions.Where(question => question.EmployeeId == x.Subject).MinAsync(question => (DateOnly?)question.Day);
        var day = (earliest ?? new DateOnly(2026, 3, 2)).AddDays(-1);
        var question = PunchQuestion.Ask(x.Subject, day, MissingPunch.Out, x.App.Clock.GetUtcNow());
        db.PunchQuestions.Add(question);
        return () => question.Id;
    });

    /// <summary>Read by HR and approvers, by the person, and by those who stood above on the day, or stand in for one who did.</summary>
    private static RouteAccess SeenEvent(RouteAccess route) => route
        .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "AAAAAA").Row(Standing.Former, "AHHHAH")
        .Row(Standing.Above, "AHHHAH").Row(Standing.Other, "AHHHAH").Row(Standing.Deputised, "AAAAAA").Row(Standing.StoodInFor, "AHHHAH");

    /// <summary>By HR and the reporter, who is somebody else in these cases.</summary>
    private static RouteAccess EditedEvent(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFFF").Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AHFFFF")
        .Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AFFFFF").Row(Standing.StoodInFor, "AHFFFF");

    /// <summary>By HR and approvers, never about oneself.</summary>
    private static RouteAccess DecidedEvent(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AFFFAF").Row(Standing.Below, "AFFFAF").Row(Standing.Former, "AFFFAF")
        .Row(Standing.Above, "AFFFAF").Row(Standing.Other, "AFFFAF").Row(Standing.Deputised, "AFFFAF").Row(Standing.StoodInFor, "AFFFAF");

    private static Task<long> EventKindAsync(AccessCase x) => MadeAsync(x, "/performance-event-kinds", EventKind(x));

    private static object EventKind(AccessCase x, bool withCode = true)
    {
        const string no = "notTaken";
        return withCode
            ? new { code = $"acc-{x.Number}", nameZh = "事件", severity = "optional", isUpheld = no, minutes = no, article = no, amount = no }
            : new { nameZh = "事件", severity = "optional", isUpheld = no, minutes = no, article = no, amount = no };
    }

    private static Task<long> CommendationAsync(AccessCase x) =>
        x.App.ReadAsync(db => db.PerformanceEventKinds.Where(y => y.Code == "COMMENDATION").Select(y => y.Id).SingleAsync());

    /// <summary>A commendation of the case's person on 20 February 2026, reported by an account that decides on nothing.</summary>
    /// <param name="isOld">The days for a view have passed.</param>
    private static Task<long> EventAsync(AccessCase x, bool isOld = false, bool isConfirmed = false) => KeptAsync(x, async db =>
    {
        var person = await db.Employees.Include(y => y.Periods).SingleAsync(y => y.Id == x.Subject);
        var kind = await db.PerformanceEventKinds.SingleAsync(y => y.Code == "COMMENDATION");
        var now = x.App.Clock.GetUtcNow();
        var by = new EventActor(await db.Users.Where(y => y.UserName == "payroll").Select(y => y.Id).SingleAsync(), null, true, true);
        var day = new DateOnly(2026, 2, 20);
        var made = PerformanceEvent.Report(
            person, kind, new(day, null, null, null, null, null, null, "表扬", null), by, now, isOld ? day : new DateOnly(2026, 3, 2),
            await db.WorkingCalendarAsync(CancellationToken.None));
        if (isConfirmed)
        {
            made.Confirm(null, by with { AccountId = await db.Users.Where(y => y.UserName == "staff").Select(y => y.Id).SingleAsync() }, now, new(2026, 3, 2));
        }

        db.PerformanceEvents.Add(made);
        return () => made.Id;
    });

    private static async Task<long> EventWithFileAsync(AccessCase x)
    {
        var id = await EventAsync(x);
        var by = x is { Caller: Role.HumanResources, Standing: Standing.Own } ? await x.App.SignInAsAsync(Role.HumanResources) : await HrAsync(x);
        using var answer = await by.SendAsync(EventFileTo(id), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        return id;
    }

    private static HttpRequestMessage EventFileTo(long id)
    {
        var message = AccessCase.Post($"/performance-events/{id}/file", ifMatch: 1);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent("来信"u8.ToArray()), "file", "letter.txt" } };
        return message;
    }
}
