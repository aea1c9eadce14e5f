using Training.Api.Data;

namespace Training.Api.Acts;

/// <summary>Follows the audiences of the running plans every night, a quarter past midnight: moves, hirings and leavings that
/// were entered ahead come true with the day.</summary>
internal sealed class FollowNightly(DailyWork daily, FollowAudience follow, Actor actor, ILogger<FollowNightly> log)
{
    private static readonly TimeOnly At = new(0, 15);

    public Task RunAsync(CancellationToken cancellation)
    {
        actor.Act = nameof(FollowAudience);
        return daily.RunAsync(nameof(FollowAudience), At, _ => FollowAsync(cancellation), cancellation);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var (joined, left) = await follow.RunAsync(null, cancellation);
        log.LogInformation("The audiences of the running plans were followed: {Joined} people joined, {Left} left.", joined, left);
    }
}
