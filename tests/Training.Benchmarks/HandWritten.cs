using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Features.Employees;
using Training.Api.Queries;
using Training.Domain.Rules;

namespace Training.Benchmarks;

/// <summary>The floors of the employee list: a route that does nothing, and one whose SQL is written by hand and read through the
/// driver. Both stand behind the sign-in check of every route; the second gives the same bytes as the product's.</summary>
internal sealed class HandWritten(Store store, string database)
{
    public const string EmptyPath = "/floor/empty";
    public const string EmployeesPath = "/floor/employees";

    private const string VisibleToSupervisor = """
        WHERE e."Id" IN (
            SELECT @self UNION ALL SELECT r."EmployeeId" FROM "ReportingLines" r
            WHERE r."From" <= @today AND (r."To" IS NULL OR r."To" >= @today) AND r."SupervisorId" IN (
                SELECT @self UNION SELECT "SupervisorId" FROM "Delegations" WHERE "DeputyId" = @self AND "From" <= @today AND "To" >= @today))
        """;

    private static readonly (string Count, string Page) ToHumanResources = (Count(""), Page(""));
    private static readonly (string Count, string Page) ToSupervisor = (Count(VisibleToSupervisor), Page(VisibleToSupervisor));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmptyPath, () => TypedResults.NoContent()).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(EmployeesPath, ListAsync).RequireAuthorization(Policies.SignedIn);
    }

    private Task ListAsync(HttpContext context, CurrentPerson caller, OrganisationClock clock)
    {
        var (countSql, pageSql) = caller.IsHumanResources ? ToHumanResources : ToSupervisor;
        return store.PageAsync(database, context, countSql, pageSql, Item, ("today", clock.Today), ("self", caller.EmployeeId ?? 0));
    }

    private static EmployeeListItem Item(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.Text(3),
        EmploymentStates.Of(row.GetBoolean(7), row.GetBoolean(8)),
        row.GetFieldValue<DateOnly>(4),
        row.Day(5),
        row.Day(6),
        NamedAt(row, 10),
        NamedAt(row, 14),
        row.IsDBNull(18) ? null : new Person(row.GetInt64(18), row.GetString(19), row.GetString(20), row.Text(21)),
        row.GetInt32(9));

    private static Named? NamedAt(DbDataReader row, int at) =>
        row.IsDBNull(at) ? null : new(row.GetInt64(at), row.GetString(at + 1), new Bilingual(row.GetString(at + 2), row.Text(at + 3)));

    private static string Count(string visible) => $"""SELECT count(*) FROM "Employees" e {visible}""";

    private static string Page(string visible) => $"""
        SELECT e."Id", e."EmployeeNumber", e."NameZh", e."NameLatin", p."HiredOn", p."LeftOn", p."Probation_EndsOn",
            EXISTS (SELECT 1 FROM "EmploymentPeriod" c WHERE c."EmployeeId" = e."Id" AND c."HiredOn" <= @today AND (c."LeftOn" IS NULL OR c."LeftOn" >= @today)),
            EXISTS (SELECT 1 FROM "EmploymentPeriod" c WHERE c."EmployeeId" = e."Id" AND c."HiredOn" > @today),
            e."Version", d."Id", d."Code", d."NameZh", d."NameEn", q."Id", q."Code", q."NameZh", q."NameEn",
            s."Id", s."EmployeeNumber", s."NameZh", s."NameLatin"
        FROM (SELECT e.* FROM "Employees" e {visible} ORDER BY e."NameSortKey", e."Id" LIMIT {FloorPages.Rows}) e
        JOIN "EmploymentPeriod" p ON p."EmployeeId" = e."Id"
            AND p."HiredOn" = (SELECT max(l."HiredOn") FROM "EmploymentPeriod" l WHERE l."EmployeeId" = e."Id")
        LEFT JOIN "Assignments" a ON a."EmployeeId" = e."Id" AND a."From" <= @today AND (a."To" IS NULL OR a."To" >= @today)
        LEFT JOIN "Departments" d ON d."Id" = a."DepartmentId"
        LEFT JOIN "Positions" q ON q."Id" = a."PositionId"
        LEFT JOIN "Employees" s ON s."Id" = a."SupervisorId"
        ORDER BY e."NameSortKey", e."Id"
        """;
}
