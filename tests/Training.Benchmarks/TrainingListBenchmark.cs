using Microsoft.EntityFrameworkCore;

namespace Training.Benchmarks;

/// <summary>The lists and the reports over the training items of a plan of ten courses for a whole company, half of them completed and a
/// tenth late, and over the required courses that its people lack, half of them completed.</summary>
internal sealed class TrainingListBenchmark(Store store, int people, int rounds)
{
    private const string LateOnes = """UPDATE "TrainingItems" SET "DueOn" = @late WHERE "Id" % 10 = 1""";

    /// <summary>Of every second person; every fifth of these was completed so long ago that it counts no more.</summary>
    private const string CompletedRequiredCourses = """
        INSERT INTO "Completions" ("EmployeeId", "CourseId", "CourseVersion", "CompletedOn", "ValidUntil", "Result", "RecordedByAccountId", "RecordedAt", "Version")
        SELECT a."EmployeeId", r."CourseId", 1, a."From", CASE WHEN a."EmployeeId" % 10 = 0 THEN @late END, 'Passed',
            (SELECT min("Id") FROM "Accounts"), (SELECT max("At") FROM "AuditEntries"), 1
        FROM "Assignments" a JOIN "PositionCourse" r ON r."PositionId" = a."PositionId" WHERE a."To" IS NULL AND a."EmployeeId" % 2 = 0
        """;

    public async Task<IReadOnlyList<Line>> RunAsync()
    {
        var database = await store.MakeAsync();
        await using var app = new MeasuredApp(store, database, new TrainingFloors(store, database).Map);
        await app.CommandAsync("generate", "--employees", $"{people}");
        var plan = await GivenPlan.ApprovedAsync(app);
        using (var hr = await app.SignInAsync("hr"))
        {
            await MeasuredApp.PostAsync(hr, GivenPlan.Text($"/plans/{plan}/start"));
        }

        var items = await CompleteHalfAsync(app);
        await ExecuteAsync(app, LateOnes);
        await ExecuteAsync(app, CompletedRequiredCourses);
        await store.AnalyzeAsync(database);
        var (id, team) = (await ListBenchmark.SupervisorsAsync(app))[0];
        await app.AddAccountAsync("supervisor", id, Role.Supervisor);
        return
        [
            .. await Requests.CompareAsync(
                app, "hr", $"items of a plan, HR, {items} items", GivenPlan.Text($"/api/v1/plans/{plan}/items"),
                GivenPlan.Text($"{TrainingFloors.ItemsPath}?plan={plan}"), rounds),
            .. await Requests.CompareAsync(
                app, "supervisor", $"team training, supervisor of {team}", "/api/v1/my/team/training", TrainingFloors.TeamPath, rounds),
            .. await Requests.CompareAsync(
                app, "hr", $"report of completion, {items} items", "/api/v1/reports/training-completion", TrainingFloors.CompletionPath, rounds),
            .. await Requests.CompareAsync(app, "hr", $"report of overdue, {items} items", "/api/v1/reports/overdue", LateFloors.OverduePath, rounds),
            .. await Requests.CompareAsync(
                app, "hr", $"overdue people, {items} items", "/api/v1/reports/overdue/people", LateFloors.OverduePeoplePath, rounds),
            .. await Requests.CompareAsync(
                app, "hr", $"required courses of {people}", "/api/v1/reports/required-courses", LateFloors.RequiredPath, rounds, inRound: 3),
        ];
    }

    private static async Task<int> CompleteHalfAsync(MeasuredApp app)
    {
        await ExecuteAsync(app, """UPDATE "TrainingItems" SET "CompletedOn" = "AssignedOn" WHERE "Id" % 2 = 0""");
        return await app.WithDatabaseAsync(db => db.TrainingItems.CountAsync());
    }

    /// <summary>Behind the program's back: what a completion leaves is not what is measured here.</summary>
    private static Task<int> ExecuteAsync(MeasuredApp app, string sql) => app.WithDatabaseAsync(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = Driver.Command(connection, sql, ("late", new DateOnly(2026, 1, 5)));
        return await command.ExecuteNonQueryAsync();
    });
}
