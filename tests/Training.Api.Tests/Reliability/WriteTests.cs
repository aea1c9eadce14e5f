using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Reliability;

/// <summary>The one way to write, as the acts rely on it.</summary>
public sealed class WriteTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> FaultsThatPass => ["busy", "locked", "deadlock", "serialisation", "raced"];

    [Theory]
    [MemberData(nameof(FaultsThatPass))]
    public async Task An_act_that_met_another_runs_again_and_is_done_once(string fault)
    {
        var code = $"again-{fault}";
        var runs = 0;
        await WriteAsync(async db =>
        {
            db.Departments.Add(Department.Create(code, new Bilingual("再", null)));
            await db.FlushAsync(None);
            if (++runs < 3)
            {
                throw Fault(fault);
            }
        });

        Assert.Equal((3, 1), (runs, await CountAsync(code)));
        Assert.Equal(1, await app.ReadAsync(db => db.AuditEntries.CountAsync(x => x.Entity == "department" && x.After!.Contains(PlainText.Key(code)))));
    }

    [Theory]
    [MemberData(nameof(FaultsThatPass))]
    public async Task After_three_runs_the_caller_is_asked_to_come_again_and_nothing_is_changed(string fault)
    {
        var code = $"never-{fault}";
        var runs = 0;
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => WriteAsync(async db =>
        {
            runs++;
            db.Departments.Add(Department.Create(code, new Bilingual("无", null)));
            await db.FlushAsync(None);
            throw Fault(fault);
        }));

        Assert.Equal((3, CommonRefusals.Busy, 0), (runs, refused.Refusal, await CountAsync(code)));
    }

    [Theory]
    [InlineData("full")]
    [InlineData("readOnly")]
    [InlineData("diskFull")]
    public async Task A_store_that_takes_nothing_more_refuses_at_once(string fault)
    {
        var runs = 0;
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => WriteAsync(_ =>
        {
            runs++;
            throw Fault(fault);
        }));

        Assert.Equal((1, DataRefusals.ReadOnly), (runs, refused.Refusal));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_neither_repeated_nor_hidden()
    {
        var runs = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(_ =>
        {
            runs++;
            throw new InvalidOperationException("ours");
        }));

        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_write_inside_a_write_is_one_with_it()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(async db =>
        {
            await db.WriteAsync(() => Task.FromResult(db.Departments.Add(Department.Create("inner", new Bilingual("内", null)))), None);
            throw new InvalidOperationException("after the inner one");
        }));

        Assert.Equal(0, await CountAsync("inner"));
    }

    [Fact]
    public async Task Nothing_is_saved_outside_a_write()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        db.Departments.Add(Department.Create("outside", new Bilingual("外", null)));

#pragma warning disable RS0030 // that it is refused is the point
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(None));
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
#pragma warning restore RS0030
    }

    [Theory]
    [InlineData("busy", HttpStatusCode.ServiceUnavailable, "server.busy")]
    [InlineData("shutdown", HttpStatusCode.ServiceUnavailable, "server.busy")]
    [InlineData("ours", HttpStatusCode.InternalServerError, "server.fault")]
    public async Task A_store_that_fails_a_reader_asks_to_come_again(string fault, HttpStatusCode status, string code)
    {
        var handler = app.Services.GetRequiredService<Microsoft.AspNetCore.Diagnostics.IExceptionHandler>();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = app.Services };
        using var body = new MemoryStream();
        context.Response.Body = body;

        Assert.True(await handler.TryHandleAsync(context, Fault(fault), None));

        Assert.Equal((int)status, context.Response.StatusCode);
        Assert.Contains($"\"{code}\"", System.Text.Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
        Assert.Equal(status == HttpStatusCode.ServiceUnavailable, context.Response.Headers.ContainsKey("Retry-After"));
    }

    private static Exception Fault(string name) => name switch
    {
        "busy" => new SqliteException("busy", 5),
        "locked" => new SqliteException("locked", 6),
        "readOnly" => new SqliteException("read only", 8),
        "full" => new SqliteException("full", 13),
        "deadlock" => new DbUpdateException("save", Postgres(PostgresErrorCodes.DeadlockDetected)),
        "serialisation" => Postgres(PostgresErrorCodes.SerializationFailure),
        "diskFull" => new DbUpdateException("save", Postgres(PostgresErrorCodes.DiskFull)),
        "shutdown" => new InvalidOperationException("likely transient", Postgres(PostgresErrorCodes.AdminShutdown)),
        "raced" => new DbUpdateConcurrencyException("changed meanwhile"),
        _ => new InvalidOperationException(name),
    };

    private static PostgresException Postgres(string state) => new("message", "ERROR", "ERROR", state);

    private async Task WriteAsync(Func<TrainingDb, Task> body)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        await db.WriteAsync(() => body(db), None);
    }

    private Task<int> CountAsync(string code) => app.ReadAsync(db => db.Departments.CountAsync(x => x.Code == PlainText.Key(code)));
}
