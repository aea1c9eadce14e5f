using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Audit;

public sealed class AuditChainTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TrainingApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Every_change_gets_its_place_in_the_chain_and_the_chain_is_whole()
    {
        await WriteAsync(25);
        await SealAsync();
        await WriteAsync(3);
        Assert.Equal(3, await SealAsync());
        Assert.Equal(0, await SealAsync());

        var verdict = await VerifyAsync();

        Assert.True(verdict.IsWhole);
        Assert.Equal(await CountAsync(x => x.AuditEntries.CountAsync(None)), verdict.Seals);
    }

    [Fact]
    public async Task More_rows_than_a_batch_are_sealed_in_one_run()
    {
        await SealAsync();
        await WriteAsync(2_345);

        Assert.Equal(2_345, await SealAsync());
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Two_sealers_at_once_do_not_fork_the_chain()
    {
        await WriteAsync(1_500);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(SealAsync)));

        Assert.True((await VerifyAsync()).IsWhole);
        Assert.Equal(0, await CountAsync(x => SealAudit.Unsealed(x).CountAsync(None)));
    }

    [Fact]
    public async Task A_changed_row_is_found_at_its_place()
    {
        var ids = await SealedRowsAsync(10);
        await TamperAsync($"UPDATE \"AuditEntries\" SET \"Act\" = 'somethingElse' WHERE \"Id\" = {ids[4]}");

        await AssertFirstFaultAsync(AuditFaultKind.Changed, ids[4]);
    }

    [Fact]
    public async Task A_changed_amount_inside_the_recorded_values_is_found()
    {
        var ids = await SealedRowsAsync(10);
        await TamperAsync($"UPDATE \"AuditEntries\" SET \"After\" = REPLACE(\"After\", '4', '5') WHERE \"Id\" = {ids[2]}");

        await AssertFirstFaultAsync(AuditFaultKind.Changed, ids[2]);
    }

    [Fact]
    public async Task A_removed_row_is_found()
    {
        var ids = await SealedRowsAsync(10);
        await TamperAsync($"DELETE FROM \"AuditEntries\" WHERE \"Id\" = {ids[7]}");

        await AssertFirstFaultAsync(AuditFaultKind.RowMissing, ids[7]);
    }

    [Fact]
    public async Task A_row_removed_with_its_seal_is_found()
    {
        var ids = await SealedRowsAsync(10);
        await TamperAsync($"DELETE FROM \"AuditEntries\" WHERE \"Id\" = {ids[7]}; DELETE FROM \"AuditSeals\" WHERE \"EntryId\" = {ids[7]}");

        await AssertFirstFaultAsync(AuditFaultKind.PlaceMissing, null);
    }

    [Fact]
    public async Task Seals_that_changed_places_are_found()
    {
        var ids = await SealedRowsAsync(10);
        await TamperAsync(
            $"UPDATE \"AuditSeals\" SET \"EntryId\" = -1 WHERE \"EntryId\" = {ids[3]};"
            + $"UPDATE \"AuditSeals\" SET \"EntryId\" = {ids[3]} WHERE \"EntryId\" = {ids[6]};"
            + $"UPDATE \"AuditSeals\" SET \"EntryId\" = {ids[6]} WHERE \"EntryId\" = -1");

        await AssertFirstFaultAsync(AuditFaultKind.Changed, ids[6]);
    }

    [Fact]
    public async Task A_row_put_in_behind_the_sealers_back_is_found()
    {
        await SealedRowsAsync(3);
        await _app.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO \"AuditEntries\" (\"At\", \"Act\", \"Entity\", \"EntityId\", \"RootEntity\", \"RootId\", \"Change\") "
            + "SELECT \"At\", 'forged', \"Entity\", \"EntityId\", \"RootEntity\", \"RootId\", \"Change\" FROM \"AuditEntries\" LIMIT 1",
            None));
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        await AssertFirstFaultAsync(AuditFaultKind.Unsealed, null);
    }

    [Fact]
    public async Task A_row_may_wait_a_minute_for_its_seal_and_no_longer()
    {
        await SealedRowsAsync(3);
        await WriteAsync(1);
        _app.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True((await VerifyAsync()).IsWhole);

        _app.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(AuditFaultKind.Unsealed, Assert.Single((await VerifyAsync()).FirstFaults).Kind);
    }

    [Theory]
    [InlineData("UPDATE \"AuditEntries\" SET \"Act\" = 'x'")]
    [InlineData("DELETE FROM \"AuditEntries\"")]
    [InlineData("UPDATE \"AuditSeals\" SET \"Hash\" = 'x'")]
    [InlineData("DELETE FROM \"AuditSeals\"")]
    public async Task The_store_itself_refuses_to_change_or_remove_what_is_recorded(string statement)
    {
        await SealedRowsAsync(3);

        var refusal = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => _app.ReadAsync(db => db.Database.ExecuteSqlRawAsync(statement, None)));

        Assert.Contains("append-only", refusal.Message, StringComparison.Ordinal);
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public void The_hashed_form_of_a_row_is_fixed_for_ever()
    {
        var entry = new AuditEntry
        {
            Id = 7,
            At = new DateTimeOffset(2026, 3, 2, 9, 0, 0, 5, TimeSpan.FromHours(8)),
            AccountId = 3,
            Act = "EditEmployee",
            Entity = "employee",
            EntityId = "12",
            RootEntity = "employee",
            RootId = "12",
            Change = AuditChange.Changed,
            Before = "{\"name\":\"张伟\"}",
            After = "{\"name\":\"王芳\"}",
        };

        Assert.Equal(
            "{\"accountId\":3,\"act\":\"EditEmployee\",\"after\":\"{\\\"name\\\":\\\"王芳\\\"}\",\"at\":\"2026-03-02T01:00:00.005Z\","
            + "\"before\":\"{\\\"name\\\":\\\"张伟\\\"}\",\"change\":\"changed\",\"entity\":\"employee\",\"entityId\":\"12\",\"id\":7,"
            + "\"rootEntity\":\"employee\",\"rootId\":\"12\",\"traceId\":null}",
            SealedForm.Of(entry));
    }

    private async Task AssertFirstFaultAsync(AuditFaultKind kind, long? entry)
    {
        var verdict = await VerifyAsync();
        Assert.False(verdict.IsWhole);
        Assert.Equal(kind, verdict.FirstFaults[0].Kind);
        if (entry is { } id)
        {
            Assert.Equal(id, verdict.FirstFaults[0].EntryId);
        }
    }

    private async Task<List<long>> SealedRowsAsync(int count)
    {
        await WriteAsync(count);
        await SealAsync();
        return await _app.ReadAsync(db => db.AuditEntries.OrderByDescending(x => x.Id).Take(count).Select(x => x.Id).Order().ToListAsync(None));
    }

    private Task<bool> WriteAsync(int count) => _app.ReadAsync(db => db.WriteAsync(async () =>
    {
        await Bulk.InsertAsync(
            db,
            Enumerable.Range(1, count).Select(x => new StoredFile { Name = $"{x}.txt", MediaType = "text/plain", Length = 4 }).ToList(),
            None);
        return true;
    }));

    private Task<int> SealAsync() => _app.Services.GetRequiredService<SealAudit>().RunAsync(None);

    private async Task<AuditVerdict> VerifyAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync(None);
    }

    private Task<int> CountAsync(Func<TrainingDb, Task<int>> count) => _app.ReadAsync(count);

    /// <summary>What somebody with the owner's rights on the database could do.</summary>
    private Task<int> TamperAsync(string statements) => _app.ReadAsync(db =>
    {
        var off = db.Database.IsNpgsql()
            ? "DROP TRIGGER \"AuditEntries_keep\" ON \"AuditEntries\"; DROP TRIGGER \"AuditSeals_keep\" ON \"AuditSeals\";"
            : "DROP TRIGGER \"AuditEntries_keep_update\"; DROP TRIGGER \"AuditEntries_keep_delete\";"
                + "DROP TRIGGER \"AuditSeals_keep_update\"; DROP TRIGGER \"AuditSeals_keep_delete\";";
        var script = off + statements;
        return db.Database.ExecuteSqlRawAsync(script, None);
    });
}
