namespace Training.Api.Tests.Hosting;

/// <summary>The people of the tests.</summary>
internal static class World
{
    public static Task CreateAsync(TrainingApp app)
    {
        _ = app.Services;
        return Task.CompletedTask;
    }
}
