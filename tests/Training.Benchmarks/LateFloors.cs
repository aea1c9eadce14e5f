using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Features.Reports;
using Training.Api.Features.RequiredCourses;
using Training.Api.Queries;
using Training.Domain.Calendars;

namespace Training.Benchmarks;

/// <summary>The floors of the reports of who is late and of who lacks a required course: SQL written by hand, as
/// <see cref="TrainingFloors"/>.</summary>
internal sealed class LateFloors(Store store, string database)
{
    public const string OverduePath = "/floor/overdue";
    public const string OverduePeoplePath = "/floor/overdue-people";
    public const string RequiredPath = "/floor/required-courses";

    private const string OnTheDay = """a."From" <= @today AND (a."To" IS NULL OR a."To" >= @today)""";
    private const string Late = """i."CompletedOn" IS NULL AND i."DroppedOn" IS NULL AND i."DueOn" < @today""";

    private const string Overdue = $"""
        SELECT d."Code", d."NameZh", d."NameEn", q."Code", q."NameZh", q."NameEn", p."Code", p."TitleZh", p."TitleEn", c."Code", c."NameZh", c."NameEn",
            n.late, n.earliest, d."Id", q."Id", p."Id", c."Id"
        FROM (
            SELECT a."DepartmentId", a."PositionId", i."PlanId", i."CourseId", count(*) AS late, min(i."DueOn") AS earliest
            FROM "TrainingItems" i JOIN "Assignments" a ON a."EmployeeId" = i."EmployeeId" AND {OnTheDay}
            WHERE {Late}
            GROUP BY a."DepartmentId", a."PositionId", i."PlanId", i."CourseId") n
        JOIN "Departments" d ON d."Id" = n."DepartmentId" JOIN "Positions" q ON q."Id" = n."PositionId"
        JOIN "Plans" p ON p."Id" = n."PlanId" JOIN "Courses" c ON c."Id" = n."CourseId"
        ORDER BY d."Code", q."Code", p."Code", c."Code", c."Id"
        """;

    private const string OverdueCount = $"""
        SELECT count(*) FROM "TrainingItems" i JOIN "Assignments" a ON a."EmployeeId" = i."EmployeeId" AND {OnTheDay} WHERE {Late}
        """;

    private static readonly string OverduePage = $"""
        SELECT i."Id", e."EmployeeNumber", e."NameZh", e."NameLatin", d."Code", q."Code", p."Code", c."Code", c."NameZh", c."NameEn", i."IsMandatory",
            i."AssignedOn", i."DueOn", e."Id", p."Id", c."Id"
        FROM "TrainingItems" i JOIN "Assignments" a ON a."EmployeeId" = i."EmployeeId" AND {OnTheDay}
        JOIN "Employees" e ON e."Id" = i."EmployeeId" JOIN "Departments" d ON d."Id" = a."DepartmentId" JOIN "Positions" q ON q."Id" = a."PositionId"
        JOIN "Plans" p ON p."Id" = i."PlanId" JOIN "Courses" c ON c."Id" = i."CourseId"
        WHERE {Late} ORDER BY i."DueOn", e."NameSortKey", i."Id" LIMIT {FloorPages.Rows}
        """;

    private WorkingCalendar? _calendar;

    /// <summary>Who completed what until when, and who holds a position since when: worked out once each.</summary>
    private string Lacking(string columns, string end) => $"""
        WITH held AS (
            SELECT a."EmployeeId", a."DepartmentId", a."PositionId", (
                SELECT max(s."From") FROM "Assignments" s
                WHERE s."EmployeeId" = a."EmployeeId" AND s."PositionId" = a."PositionId" AND s."From" <= a."From" AND NOT EXISTS (
                    SELECT 1 FROM "Assignments" b
                    WHERE b."EmployeeId" = s."EmployeeId" AND b."PositionId" = s."PositionId" AND b."From" < s."From"
                        AND b."To" = {store.AddDays("s.\"From\"", -1)})) AS since
            FROM "Assignments" a WHERE {OnTheDay}),
        done AS (
            SELECT k."EmployeeId", COALESCE(c."CountsForId", c."Id") AS "CourseId", max(COALESCE(k."ValidUntil", @ever)) AS until
            FROM "Completions" k JOIN "Courses" c ON c."Id" = k."CourseId" WHERE k."Result" <> 'Failed' AND k."CompletedOn" <= @today
            GROUP BY k."EmployeeId", COALESCE(c."CountsForId", c."Id")),
        lacking AS (
            SELECT h."EmployeeId", h."DepartmentId", h."PositionId", c."Id" AS "CourseId", r."DueWorkingDays",
                {store.Greatest}(h.since, COALESCE(r."RequiredFrom", h.since), COALESCE(n."ReplacedOn", h.since),
                    COALESCE({store.AddDays("done.until", 1)}, h.since)) AS since
            FROM held h JOIN "PositionCourse" r ON r."PositionId" = h."PositionId" JOIN "Courses" n ON n."Id" = r."CourseId"
            JOIN "Courses" c ON c."Id" = COALESCE(n."ReplacedById", n."Id")
            LEFT JOIN done ON done."EmployeeId" = h."EmployeeId" AND done."CourseId" = c."Id"
            WHERE c."RetiredAt" IS NULL AND (r."RequiredFrom" IS NULL OR r."RequiredFrom" <= @today) AND (done.until IS NULL OR done.until < @today))
        SELECT {columns} FROM lacking l {end}
        """;

    private string RequiredPage => Lacking(
        """
        e."EmployeeNumber", e."NameZh", e."NameLatin", d."Code", d."NameZh", d."NameEn", q."Code", q."NameZh", q."NameEn", c."Code", c."NameZh", c."NameEn",
            l.since, l."DueWorkingDays", e."Id", d."Id", q."Id", c."Id"
        """,
        $"""
        JOIN "Employees" e ON e."Id" = l."EmployeeId" JOIN "Departments" d ON d."Id" = l."DepartmentId" JOIN "Positions" q ON q."Id" = l."PositionId"
        JOIN "Courses" c ON c."Id" = l."CourseId" ORDER BY l.since, e."NameSortKey", c."Code", e."Id", c."Id" LIMIT {FloorPages.Rows}
        """);

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(OverduePath, OverdueAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(OverduePeoplePath, OverduePeopleAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(RequiredPath, RequiredAsync).RequireAuthorization(Policies.SignedIn);
    }

    private Task OverdueAsync(HttpContext context, OrganisationClock clock) =>
        store.ReportAsync(database, context, Overdue, Row, ("today", clock.Today));

    private Task OverduePeopleAsync(HttpContext context, OrganisationClock clock) =>
        store.PageAsync(database, context, OverdueCount, OverduePage, row => Person(row, clock.Today), ("today", clock.Today));

    /// <summary>The working calendar is read once, and not for each request.</summary>
    private async Task RequiredAsync(HttpContext context, TrainingDb db, OrganisationClock clock)
    {
        var calendar = _calendar ??= await db.WorkingCalendarAsync(context.RequestAborted);
        await store.PageAsync(
            database, context, Lacking("count(*)", ""), RequiredPage, row => Required(row, calendar, clock.Today), ("today", clock.Today),
            ("ever", new DateOnly(9999, 1, 1)));
    }

    private static OverdueListItem Row(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Text(2), row.GetString(3), row.GetString(4), row.Text(5), row.GetString(6), row.GetString(7), row.Text(8),
        row.GetString(9), row.GetString(10), row.Text(11), row.GetInt32(12), row.Day(13)!.Value, row.GetInt64(14), row.GetInt64(15), row.GetInt64(16),
        row.GetInt64(17));

    private static OverduePersonItem Person(DbDataReader row, DateOnly today) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.Text(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
        row.GetString(8), row.Text(9), row.GetBoolean(10), row.Day(11)!.Value, row.Day(12)!.Value, today.DayNumber - row.Day(12)!.Value.DayNumber,
        row.GetInt64(13), row.GetInt64(14), row.GetInt64(15));

    private static RequiredCourseListItem Required(DbDataReader row, WorkingCalendar calendar, DateOnly today)
    {
        var (since, dueOn) = (row.Day(12)!.Value, calendar.AddWorkingDays(row.Day(12)!.Value, row.GetInt32(13)));
        return new(
            row.GetString(0), row.GetString(1), row.Text(2), row.GetString(3), row.GetString(4), row.Text(5), row.GetString(6), row.GetString(7),
            row.Text(8), row.GetString(9), row.GetString(10), row.Text(11), since, dueOn, dueOn < today, row.GetInt64(14), row.GetInt64(15),
            row.GetInt64(16), row.GetInt64(17));
    }
}
