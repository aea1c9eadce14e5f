using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Employees;

internal static class Lines
{
    /// <summary>What of the kept lines differs from the assignments.</summary>
    public static async Task<IReadOnlyList<LineFault>> VerifyLinesAsync(this TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyLines>().RunAsync(TestContext.Current.CancellationToken);
    }
}
