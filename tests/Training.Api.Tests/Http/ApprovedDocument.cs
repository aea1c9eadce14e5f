using Training.Api.OpenApi;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Http;

/// <summary>Compares the API document of a program with the approved file; <c>APPROVE=1</c> in the environment writes it.</summary>
internal static class ApprovedDocument
{
    public static string InRepository => Repository.PathOf("docs", "api", "openapi.json");

    public static async Task CheckAsync(IServiceProvider services, string file, bool approve, CancellationToken cancellation)
    {
        var actual = await services.WriteOpenApiAsync(cancellation);
        if (approve)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, actual, cancellation);
        }

        Assert.True(File.Exists(file), $"{file} is missing: run the test with APPROVE=1 and commit it.");
        Assert.Equal(await File.ReadAllTextAsync(file, cancellation), actual);
    }
}
