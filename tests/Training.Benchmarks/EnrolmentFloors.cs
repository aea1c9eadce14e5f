using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Features.Enrolments;
using Training.Api.Features.Sessions;
using Training.Domain.Sessions;

namespace Training.Benchmarks;

/// <summary>The floors of the lists of sessions and enrolments: SQL written by hand, with the same bytes as the program's answer.</summary>
internal sealed class EnrolmentFloors(Store store, string database)
{
    public const string SessionsPath = "/floor/sessions";
    public const string EnrolmentsPath = "/floor/enrolments";
    public const string TeamPath = "/floor/team-enrolments";
    public const string OfSessionPath = "/floor/session-enrolments";

    private static readonly string SessionsPage = $"""
        SELECT s."Id", s."Code", s."State", c."Id", c."Code", c."NameZh", c."NameEn", w."Code", s."Room", s."TrainerId", t."NameZh", t."NameLatin",
            s."TrainerName", s."StartsAt", s."EndsAt", s."Capacity", s."Minimum",
            (SELECT count(*) FROM "Enrolments" e WHERE e."SessionId" = s."Id" AND (e."State" IN ('Enrolled', 'Attended', 'Completed', 'Failed', 'Absent')
                OR (e."State" = 'Offered' AND e."OfferedUntil" > @now))),
            (SELECT count(*) FROM "Enrolments" e WHERE e."SessionId" = s."Id" AND e."State" = 'Waitlisted')
        FROM "TrainingSessions" s JOIN "Courses" c ON c."Id" = s."CourseId" LEFT JOIN "WorkPlaces" w ON w."Id" = s."WorkPlaceId"
        LEFT JOIN "Employees" t ON t."Id" = s."TrainerId" ORDER BY s."StartsAt", s."Id" LIMIT {FloorPages.Rows}
        """;

    /// <summary>The team, and who was in it on the first day of the session.</summary>
    private const string Team = """
        (e."EmployeeId" = @self OR e."EmployeeId" IN (SELECT r."EmployeeId" FROM "ReportingLines" r
            WHERE r."From" <= @today AND (r."To" IS NULL OR r."To" >= @today) AND r."SupervisorId" = @self)
        OR e."SessionId" IN (SELECT "Id" FROM "TrainingSessions" WHERE "TrainerId" = @self)
        OR EXISTS (SELECT 1 FROM "ReportingLines" r WHERE r."SupervisorId" = @self AND r."EmployeeId" = e."EmployeeId"
            AND r."From" <= s."FirstOn" AND (r."To" IS NULL OR r."To" >= s."FirstOn")))
        """;

    private static string Page(string where) => $"""
        SELECT e."Id", s."Id", s."Code", c."Id", c."Code", c."NameZh", c."NameEn", s."StartsAt", s."EndsAt", p."Id", p."EmployeeNumber", p."NameZh",
            p."NameLatin", e."State", e."Source", e."IsMandatory", e."RequestedAt", e."OfferedUntil", e."WithdrawalCause",
            (SELECT COALESCE(sum(a."Minutes"), 0) FROM "MeetingAttendance" a WHERE a."EnrolmentId" = e."Id"), e."Theory", e."Practical", e."StageQuiz", e."Outcome"
        FROM "Enrolments" e JOIN "TrainingSessions" s ON s."Id" = e."SessionId" JOIN "Courses" c ON c."Id" = s."CourseId"
        JOIN "Employees" p ON p."Id" = e."EmployeeId" WHERE {where} ORDER BY s."StartsAt" DESC, p."NameSortKey", e."Id" LIMIT {FloorPages.Rows}
        """;

    public void Map(IEndpointRouteBuilder routes)
    {
        new HandWritten(store, database).Map(routes);
        routes.MapGet(SessionsPath, SessionsAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(EnrolmentsPath, AllAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(TeamPath, TeamAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet(OfSessionPath, OfSessionAsync).RequireAuthorization(Policies.SignedIn);
    }

    private object Instant(DateTimeOffset at) => store.Name == "SQLite" ? at.ToUnixTimeMilliseconds() : at.UtcDateTime;

    private Task SessionsAsync(HttpContext context, OrganisationClock clock) => store.PageAsync(
        database, context, """SELECT count(*) FROM "TrainingSessions" """, SessionsPage, Session, ("now", Instant(clock.Now)));

    private Task AllAsync(HttpContext context, OrganisationClock clock) => store.PageAsync(
        database, context, """SELECT count(*) FROM "Enrolments" """, Page("1 = 1"), x => Enrolled(x, clock.Now));

    private Task TeamAsync(HttpContext context, CurrentPerson caller, OrganisationClock clock) => store.PageAsync(
        database, context, $"""SELECT count(*) FROM "Enrolments" e JOIN "TrainingSessions" s ON s."Id" = e."SessionId" WHERE {Team}""", Page(Team),
        x => Enrolled(x, clock.Now), ("today", clock.Today), ("self", caller.EmployeeId ?? 0));

    private Task OfSessionAsync(long session, HttpContext context, OrganisationClock clock) => store.PageAsync(
        database, context, """SELECT count(*) FROM "Enrolments" WHERE "SessionId" = @session""", Page("""e."SessionId" = @session"""),
        x => Enrolled(x, clock.Now), ("session", session));

    private static SessionListItem Session(DbDataReader row)
    {
        var (state, minimum, taken) = (Enum.Parse<SessionState>(row.GetString(2)), row.GetInt32(16), row.GetInt32(17));
        return new(
            row.GetInt64(0), row.GetString(1), state, row.GetInt64(3), row.GetString(4), row.GetString(5), row.Text(6), row.Text(7), row.Text(8),
            row.IsDBNull(9) ? null : row.GetInt64(9), row.Text(10), row.Text(11), row.Text(12), row.Instant(13)!.Value, row.Instant(14)!.Value,
            row.GetInt32(15), minimum, taken, row.GetInt32(18), state == SessionState.Published && taken < minimum);
    }

    private static EnrolmentListItem Enrolled(DbDataReader row, DateTimeOffset now)
    {
        var (state, until) = (Enum.Parse<EnrolmentState>(row.GetString(13)), row.Instant(17));
        return new(
            row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.GetString(5), row.Text(6), row.Instant(7)!.Value,
            row.Instant(8)!.Value, row.GetInt64(9), row.GetString(10), row.GetString(11), row.Text(12), Enrolment.StateOf(state, until, now),
            Enum.Parse<EnrolmentSource>(row.GetString(14)), row.GetBoolean(15), row.Instant(16)!.Value, until,
            row.Text(18) is { } cause ? Enum.Parse<WithdrawalCause>(cause) : null, row.GetInt32(19), Score(row, 20), Score(row, 21), Score(row, 22),
            row.Text(23) is { } outcome ? Enum.Parse<SessionOutcome>(outcome) : null);
    }

    private static decimal? Score(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetDecimal(at);
}
