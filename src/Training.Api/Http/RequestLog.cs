using Microsoft.AspNetCore.Diagnostics;
using Training.Api.Errors;

namespace Training.Api.Http;

/// <summary>What is told about a request while it runs, for its one line in the log.</summary>
internal sealed class RequestTally
{
    private static readonly AsyncLocal<RequestTally?> Running = new();
    private int _queries;

    /// <summary>The tally of the request that the current code runs for; null outside of requests.</summary>
    public static RequestTally? Current
    {
        get => Running.Value;
        internal set => Running.Value = value;
    }

    /// <summary>The account signed in; set by whoever finds the session.</summary>
    public long? AccountId { get; set; }

    public int Queries => Volatile.Read(ref _queries);

    /// <summary>One command was sent to the database.</summary>
    public void CountQuery() => Interlocked.Increment(ref _queries);
}

/// <summary>Writes one line per request: route, status, time, queries, account, trace. Never an address with values, a body or
/// a name.</summary>
internal sealed class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var tally = new RequestTally();
        RequestTally.Current = tally;
        context.Features.Set(tally);
        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            logger.LogInformation(
                "{Route} {Method} {Status} {Milliseconds} ms {Queries} queries account {Account} trace {Trace}",
                RouteOf(context),
                MethodOf(context.Request),
                context.Response.StatusCode,
                (long)time.GetElapsedTime(start).TotalMilliseconds,
                tally.Queries,
                tally.AccountId,
                ProblemWriter.TraceIdOf(context));
        }
    }

    private static string RouteOf(HttpContext context)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();

        return endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName
            ?? (endpoint as RouteEndpoint)?.RoutePattern.RawText
            ?? "-";
    }

    // A method may be any word; only known ones go into the log.
    private static string MethodOf(HttpRequest request) => request.Method switch
    {
        "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "OPTIONS" or "PATCH" => request.Method,
        _ => "other",
    };
}
