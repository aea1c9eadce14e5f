using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Jobs;

public sealed class DailyWorkTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeOnly HalfPastTwo = new(2, 30);
    private readonly string _job = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Asked_by_many_at_once_it_is_done_once()
    {
        var done = new ConcurrentQueue<DateOnly>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AskAsync(done.Enqueue))));

        Assert.Single(done);
    }

    [Fact]
    public async Task Every_day_has_its_own_occurrence_and_missed_days_are_made_up_for_once()
    {
        var done = new ConcurrentQueue<DateOnly>();
        await AskAsync(done.Enqueue);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(done.Enqueue);
        app.Clock.Advance(TimeSpan.FromDays(5));
        await AskAsync(done.Enqueue);
        await AskAsync(done.Enqueue);

        var days = done.ToList();
        Assert.Equal([days[0], days[0].AddDays(1), days[0].AddDays(6)], days);
    }

    [Fact]
    public async Task Before_the_hour_the_day_before_is_the_one_that_is_due()
    {
        var done = new ConcurrentQueue<DateOnly>();
        var local = TimeZoneInfo.ConvertTime(app.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        app.Clock.Advance(local.Date.AddDays(1).AddHours(2).AddMinutes(29) - local.DateTime);
        await AskAsync(done.Enqueue);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(done.Enqueue);

        var today = DateOnly.FromDateTime(local.DateTime).AddDays(1);
        Assert.Equal([today.AddDays(-1), today], done);
    }

    [Fact]
    public async Task An_occurrence_over_which_the_process_died_is_taken_over_after_an_hour()
    {
        var done = new ConcurrentQueue<DateOnly>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(_ => throw new InvalidOperationException("died")));
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        await AskAsync(done.Enqueue);
        Assert.Empty(done);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(done.Enqueue);

        Assert.Single(done);
    }

    private async Task AskAsync(Action<DateOnly> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DailyWork>().RunAsync(
            _job,
            HalfPastTwo,
            day =>
            {
                work(day);
                return Task.CompletedTask;
            },
            None);
    }
}
