using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Collections.Concurrent;
using Training.Api.Errors;
using Training.Api.OpenApi;

namespace Training.Api.Tests.Hosting;

/// <summary>Compares what leaves with what the routes declare. An undeclared refusal fails the test in which it leaves; the
/// declared and the produced ones are written beside the tests (<c>refusals-declared.txt</c>, <c>refusals-produced.txt</c>, one
/// route and code a line) for the check over the whole run.</summary>
internal static class RefusalBook
{
    private static readonly ConcurrentDictionary<string, bool> Produced = new();
    private static readonly ConcurrentDictionary<string, bool> Declared = new();

    static RefusalBook() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Write();

    /// <summary>Notes what the host refuses from now on.</summary>
    public static void Listen(IServiceProvider services) => services.GetRequiredService<RefusalLog>().Seen += Note;

    /// <summary>Notes what the routes of the host declare.</summary>
    public static void Read(IServiceProvider services)
    {
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            foreach (var refusal in DeclaredRefusals.Of(endpoint))
            {
                Declared[$"{NameOf(endpoint)} {refusal.Code}"] = true;
            }
        }
    }

    private static void Note(RefusalSeen seen)
    {
        if (seen.Endpoint is not RouteEndpoint endpoint || NameOf(endpoint) is not { } route)
        {
            return;
        }

        Produced[$"{route} {seen.Code}"] = true;
        if (seen.Code == CommonRefusals.Fault)
        {
            throw new InvalidOperationException($"{route} answered with a fault of the program ({seen.Method} {seen.Path}).");
        }

        if (!ImpliedRefusals.AllOf(endpoint).Any(x => x.Code == seen.Code))
        {
            throw new InvalidOperationException($"{route} refuses with {seen.Code}, which it does not declare.");
        }
    }

    private static string? NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;

    private static void Write()
    {
        File.AppendAllLines(Path.Combine(AppContext.BaseDirectory, "refusals-produced.txt"), Produced.Keys.Order(StringComparer.Ordinal));
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "refusals-declared.txt"), Declared.Keys.Order(StringComparer.Ordinal));
    }
}
