using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Features.MyTraining;
using Training.Api.Features.Plans;
using Training.Api.Features.Reports;
using Training.Domain.Calendars;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Benchmarks;

/// <summary>The floors of the lists and the report over training items: SQL written by hand and read through the driver, behind the
/// sign-in check of every route, with the same bytes as the program's answer.</summary>
internal sealed class TrainingFloors(Store store, string database)
{
    public const string ItemsPath = "/floor/plan-items";
    public const string TeamPath = "/floor/team-training";
    public const string CompletionPath = "/floor/training-completion";

    private const string Team = """
        i."EmployeeId" IN (SELECT r."EmployeeId" FROM "ReportingLines" r
            WHERE r."From" <= @today AND (r."To" IS NULL OR r."To" >= @today) AND r."SupervisorId" IN (
                SELECT @self UNION SELECT "SupervisorId" FROM "Delegations" WHERE "DeputyId" = @self AND "From" <= @today AND "To" >= @today))
        """;

    private static readonly string ItemsPage = $"""
        SELECT i."Id", e."Id", e."EmployeeNumber", e."NameZh", e."NameLatin", c."Id", c."Code", c."NameZh", c."NameEn", i."IsMandatory",
            i."AssignedOn", i."DueOn", i."DueAnchor", i."DueAnchorOn", i."DueWorkingDays", i."DueLeaveDays", i."CompletedOn", i."DroppedOn", i."DropReason"
        FROM "TrainingItems" i JOIN "Employees" e ON e."Id" = i."EmployeeId" JOIN "Courses" c ON c."Id" = i."CourseId"
        WHERE i."PlanId" = @plan ORDER BY e."NameSortKey", i."DueOn", i."Id" LIMIT {FloorPages.Rows}
        """;

    private static readonly string TeamPage = $"""
        SELECT i."Id", e."Id", e."EmployeeNumber", e."NameZh", e."NameLatin", i."DueOn", i."CompletedOn", i."DroppedOn", c."Id", c."Code",
            c."NameZh", c."NameEn", p."Id", p."Code", i."IsMandatory", i."DropReason", n."Id", n."State", s."Id", s."Code", s."StartsAt"
        FROM (
            SELECT i.* FROM "TrainingItems" i JOIN "Employees" e ON e."Id" = i."EmployeeId"
            WHERE {Team} ORDER BY i."DueOn", e."NameSortKey", i."Id" LIMIT {FloorPages.Rows}) i
        JOIN "Employees" e ON e."Id" = i."EmployeeId" JOIN "Courses" c ON c."Id" = i."CourseId" JOIN "Plans" p ON p."Id" = i."PlanId"
        LEFT JOIN "Enrolments" n ON n."Id" = (
            SELECT max(x."Id") FROM "Enrolments" x JOIN "TrainingSessions" y ON y."Id" = x."SessionId"
            WHERE x."EmployeeId" = i."EmployeeId" AND y."CourseId" = i."CourseId" AND x."State" NOT IN ('Withdrawn', 'Declined')
                AND (x."State" <> 'Offered' OR x."OfferedUntil" > @now))
        LEFT JOIN "TrainingSessions" s ON s."Id" = n."SessionId"
        ORDER BY i."DueOn", e."NameSortKey", i."Id"
        """;

    private const string Completion = """
        SELECT d."Code", d."NameZh", d."NameEn", p."Code", p."TitleZh", p."TitleEn", c."Code", c."NameZh", c."NameEn", n.assigned, n.completed, n.overdue,
            d."Id", p."Id", c."Id"
        FROM (
            SELECT a."DepartmentId", i."PlanId", i."CourseId", count(*) AS assigned, count(i."CompletedOn") AS completed,
                sum(CASE WHEN i."CompletedOn" IS NULL AND i."DueOn" < @today THEN 1 ELSE 0 END) AS overdue
            FROM "TrainingItems" i JOIN "Assignments" a ON a."EmployeeId" = i."EmployeeId" AND a."From" <= @today AND (a."To" IS NULL OR a."To" >= @today)
            WHERE i."CompletedOn" IS NOT NULL OR i."DroppedOn" IS NULL
            GROUP BY a."DepartmentId", i."PlanId", i."CourseId") n
        JOIN "Departments" d ON d."Id" = n."DepartmentId" JOIN "Plans" p ON p."Id" = n."PlanId" AND p."State" <> 'Cancelled'
        JOIN "Courses" c ON c."Id" = n."CourseId"
        ORDER BY d."Code", p."Code", c."Code", c."Id"
        """;

    public void Map(IEndpointRouteBuilder routes)
    {
        new HandWritten(store, database).Map(routes);
        new LateFloors(store, database).Map(routes);
        routes.MapGet(ItemsPath, ItemsAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(TeamPath, TeamAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(CompletionPath, CompletionAsync).RequireAuthorization(Policies.SignedIn);
    }

    private Task ItemsAsync(long plan, HttpContext context, OrganisationClock clock) => store.PageAsync(
        database, context, """SELECT count(*) FROM "TrainingItems" WHERE "PlanId" = @plan""", ItemsPage, row => Item(row, clock.Today), ("plan", plan));

    private Task TeamAsync(HttpContext context, CurrentPerson caller, OrganisationClock clock) => store.PageAsync(
        database, context, $"""SELECT count(*) FROM "TrainingItems" i WHERE {Team}""", TeamPage, row => Of(row, clock.Today),
        ("today", clock.Today), ("self", caller.EmployeeId ?? 0), ("now", store.Instant(clock.Now)));

    private Task CompletionAsync(HttpContext context, OrganisationClock clock) =>
        store.ReportAsync(database, context, Completion, Row, ("today", clock.Today));

    private static PlanTrainingItem Item(DbDataReader row, DateOnly today) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.Text(4), row.GetInt64(5), row.GetString(6), row.GetString(7), row.Text(8),
        row.GetBoolean(9), TrainingItem.StateOf(row.Day(11)!.Value, row.Day(16), row.Day(17), today), row.Day(10)!.Value, row.Day(11)!.Value,
        Enum.Parse<DueAnchor>(row.GetString(12)), row.Day(13)!.Value, row.GetInt32(14), row.GetInt32(15), row.Day(16), Reason(row, 18));

    private static TeamTrainingListItem Of(DbDataReader row, DateOnly today) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.Text(4),
        TrainingItem.StateOf(row.Day(5)!.Value, row.Day(6), row.Day(7), today), row.GetInt64(8), row.GetString(9), row.GetString(10), row.Text(11),
        row.GetInt64(12), row.GetString(13), row.GetBoolean(14), row.Day(5)!.Value, row.Day(6), Reason(row, 15),
        row.Whole(16), row.Text(17) is { } state ? Enum.Parse<EnrolmentState>(state) : null, row.Whole(18), row.Text(19), row.Instant(20));

    private static TrainingCompletionListItem Row(DbDataReader row)
    {
        var tally = new CompletionTally(row.GetInt32(9), row.GetInt32(10), row.GetInt32(11));
        return new(
            row.GetString(0), row.GetString(1), row.Text(2), null, null, null, row.GetString(3), row.GetString(4), row.Text(5), row.GetString(6), row.GetString(7), row.Text(8),
            tally.Assigned, tally.Completed, tally.Overdue, tally.CompletionRate, row.GetInt64(12), null, row.GetInt64(13), row.GetInt64(14));
    }

    private static DropReason? Reason(DbDataReader row, int at) => row.Text(at) is { } reason ? Enum.Parse<DropReason>(reason) : null;
}
