using Microsoft.EntityFrameworkCore;

namespace Training.Benchmarks;

/// <summary>The lists and the report over the training items of a plan of ten courses for a whole company, half of them completed.</summary>
internal sealed class TrainingListBenchmark(Store store, int people, int rounds)
{
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
        ];
    }

    /// <summary>Behind the program's back: what a completion leaves is not what is measured here.</summary>
    private Task<int> CompleteHalfAsync(MeasuredApp app) => app.WithDatabaseAsync(async db =>
    {
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        await using var command = Driver.Command(connection, """UPDATE "TrainingItems" SET "CompletedOn" = "AssignedOn" WHERE "Id" % 2 = 0""");
        await command.ExecuteNonQueryAsync();
        return await db.TrainingItems.CountAsync();
    });
}
