using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Commands;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Jobs;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Commands;

public sealed class CommandTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("training-commands-");
    private Dictionary<string, string?> _settings = [];

    public async ValueTask InitializeAsync() => _settings = await TestDatabase.CopyAsync();

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Without_a_command_the_program_serves() =>
        Assert.Null(await CommandLine.TryRunAsync(new ServiceCollection().BuildServiceProvider(), ["--urls=http://localhost"], TextWriter.Null, None));

    [Fact]
    public async Task An_unknown_command_lists_the_known_ones()
    {
        var (code, answer) = await RunAsync("fly");

        Assert.Equal(CommandLine.WrongCall, code);
        Assert.All(CommandLine.All, x => Assert.Contains(x.Name, answer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_audit_chain_is_said_to_be_whole_and_a_broken_one_fails_the_command()
    {
        Assert.Equal(CommandLine.Done, (await RunAsync("migrate")).Code);
        await WriteAsync("a");
        await using (var services = Services())
        {
            await services.GetRequiredService<SealAudit>().RunAsync(None);
        }

        var whole = await RunAsync("verify-audit");
        Assert.Equal(CommandLine.Done, whole.Code);
        Assert.Contains("whole", whole.Answer, StringComparison.Ordinal);

        await using (var services = Services())
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"AuditSeals\" (\"Place\", \"EntryId\", \"Hash\", \"SealedAt\") SELECT 1000000, -1, 'x', \"SealedAt\" FROM \"AuditSeals\" LIMIT 1", None);
        }

        var broken = await RunAsync("verify");
        Assert.Equal(CommandLine.NotDone, broken.Code);
        Assert.Contains("BROKEN", broken.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_the_assignments_do_not_make_fails_the_check()
    {
        Assert.Equal(CommandLine.Done, (await RunAsync("migrate")).Code);
        Assert.Contains("lines: the kept reporting lines are what", (await RunAsync("verify")).Answer, StringComparison.Ordinal);
        await using (var services = Services())
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
            await db.WriteAsync(() => BulkChange.DeleteAsync(db, db.ReportingLines.OrderBy(x => x.EmployeeId).Take(1), None), None);
        }

        var verdict = await RunAsync("verify");

        Assert.Equal(CommandLine.NotDone, verdict.Code);
        Assert.Contains("is not kept, and the assignments make it", verdict.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_records_are_added_once_and_a_folder_that_does_not_exist_is_named()
    {
        var again = await RunAsync("seed", Data.Seeding.ReferenceSeed.Folder);
        var nowhere = await RunAsync("seed", Path.Combine(_folder.FullName, "nowhere"));

        Assert.Equal(CommandLine.Done, again.Code);
        Assert.StartsWith("0 records were added, 0 updated, 0 removed; 0 left alone.", again.Answer, StringComparison.Ordinal);
        Assert.Equal(CommandLine.WrongCall, nowhere.Code);
    }

    [Fact]
    public async Task Reference_records_that_were_changed_here_are_listed_by_kind_and_code()
    {
        await using (var services = Services())
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
            await db.WriteAsync(async () => (await db.Courses.SingleAsync(x => x.Code == "CRS040", None)).Retire(DateTimeOffset.UnixEpoch, new DateOnly(1970, 1, 1)), None);
        }

        var again = await RunAsync("seed", Data.Seeding.ReferenceSeed.Folder);

        Assert.Contains("1 left alone.", again.Answer, StringComparison.Ordinal);
        Assert.Contains("  left alone: course CRS040 (changed here)", again.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_file_with_a_fault_is_named_with_its_line_and_adds_nothing()
    {
        foreach (var file in Directory.EnumerateFiles(Data.Seeding.ReferenceSeed.Folder, "*.json"))
        {
            File.Copy(file, Path.Combine(_folder.FullName, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "courses.json"), "{ \"courses\": [\n { \"code\": 7 } ] }", None);

        var verdict = await RunAsync("seed", _folder.FullName);

        Assert.Equal(CommandLine.NotDone, verdict.Code);
        Assert.Contains("courses.json, line 2", verdict.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_taken_while_others_write_is_restored_as_it_was_and_keeps_what_it_replaces()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "PostgreSQL is backed up with its own tools.");
        var backup = Path.Combine(_folder.FullName, "copy.db");
        await WriteAsync("before");
        var writers = Task.WhenAll(Enumerable.Range(0, 4).Select(x => Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await WriteAsync($"during-{x}-{i}");
            }
        })));
        Assert.Equal(CommandLine.Done, (await RunAsync("backup", backup)).Code);
        await writers;
        await WriteAsync("after");
        SqliteConnection.ClearAllPools();

        var (code, answer) = await RunAsync("restore", backup);

        Assert.Equal(CommandLine.Done, code);
        var names = await NamesAsync(_settings);
        Assert.Contains("before", names);
        Assert.DoesNotContain("after", names);
        var kept = Directory.GetFiles(Path.GetDirectoryName(_settings["Database:File"]!)!, Path.GetFileName(_settings["Database:File"]) + ".replaced-*");
        Assert.Contains(kept.Single(), answer, StringComparison.Ordinal);
        Assert.Contains("after", await NamesAsync(new() { ["Database:File"] = kept.Single() }));
    }

    [Fact]
    public async Task Nothing_is_restored_while_the_program_runs()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "PostgreSQL is restored with its own tools.");
        var backup = Path.Combine(_folder.FullName, "copy.db");
        await RunAsync("backup", backup);
        await using var app = new TrainingApp(_settings);
        await app.InitializeAsync();
        await WriteAsync("after");

        var (code, answer) = await RunAsync("restore", backup);

        Assert.Equal(CommandLine.NotDone, code);
        Assert.Contains("Another process", answer, StringComparison.Ordinal);
        Assert.Contains("after", await NamesAsync(_settings));
    }

    [Theory]
    [InlineData("garbage", "no sound database")]
    [InlineData("foreign", "not one of this program")]
    [InlineData("newer", "newer version")]
    [InlineData("missing", "There is no file")]
    public async Task A_file_that_is_no_backup_of_this_program_is_refused(string kind, string reason)
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "PostgreSQL is restored with its own tools.");
        await WriteAsync("kept");

        var (code, answer) = await RunAsync("restore", await FileAsync(kind));

        Assert.Equal(CommandLine.NotDone, code);
        Assert.Contains(reason, answer, StringComparison.Ordinal);
        Assert.Contains("kept", await NamesAsync(_settings));
    }

    [Fact]
    public async Task A_number_of_nightly_backups_is_kept()
    {
        Assert.SkipWhen(TestDatabase.IsPostgres, "PostgreSQL is backed up with its own tools.");
        _settings["Jobs:BackupFolder"] = _folder.FullName;
        _settings["Jobs:BackupsKept"] = "2";
        await using var app = new TrainingApp(_settings);
        for (var night = 0; night < 4; night++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<NightlyBackup>().RunAsync(None);
            app.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(["training-20260304.db", "training-20260305.db"], _folder.GetFiles().Select(x => x.Name).Order());
    }

    private async Task<string> FileAsync(string kind)
    {
        var file = Path.Combine(_folder.FullName, kind + ".db");
        switch (kind)
        {
            case "garbage":
                await File.WriteAllTextAsync(file, new string('x', 10_000), None);
                break;
            case "foreign":
                await ExecuteAsync(file, "CREATE TABLE Other (Id INTEGER)");
                break;
            case "newer":
                await RunAsync("backup", file);
                await ExecuteAsync(file, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Future', '99')");
                break;
        }

        return file;
    }

    private static async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(None);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // made above
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(None);
    }

    private async Task<(int? Code, string Answer)> RunAsync(params string[] args)
    {
        await using var services = Services();
        await using var output = new StringWriter();
        return (await CommandLine.TryRunAsync(services, args, output, None), output.ToString());
    }

    private async Task WriteAsync(string name)
    {
        await using var services = Services();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        await db.WriteAsync(
            () =>
            {
                db.StoredFiles.Add(new StoredFile { Name = name, MediaType = "text/plain", StoredAt = TrainingApp.Morning });
                return Task.CompletedTask;
            },
            None);
    }

    private static async Task<List<string>> NamesAsync(Dictionary<string, string?> settings)
    {
        await using var services = Services(settings);
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TrainingDb>().StoredFiles.Select(x => x.Name).ToListAsync(None);
    }

    private ServiceProvider Services() => Services(_settings);

    /// <summary>The program as a command has it: built, and not started.</summary>
    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings)
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Jobs:Enabled"] = "false" })
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddStorage(configuration)
            .AddAccess()
            .AddActs()
            .AddAudit()
            .AddJobs(configuration)
            .BuildServiceProvider();
    }
}
