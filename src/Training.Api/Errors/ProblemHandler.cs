using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Training.Api.Data;
using Training.Domain.Rules;

namespace Training.Api.Errors;

/// <summary>The one place where exceptions become answers.</summary>
internal sealed class ProblemHandler(ProblemWriter writer, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody reads the answer any more.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        switch (exception)
        {
            case RuleViolation violation:
                await writer.WriteAsync(context, violation);
                return true;
            case RequestFault fault:
                await writer.WriteAsync(context, fault);
                return true;
            case Exception when StoreFaults.Refusal(exception) is { } refusal:
                // Met while reading; what is written passes through WriteAsync.
                logger.LogWarning("The store failed: {Exception} {Trace}", exception.GetBaseException().GetType().FullName, ProblemWriter.TraceIdOf(context));
                await writer.WriteAsync(context, refusal);
                return true;
            case BadHttpRequestException bad:
                await WriteBadRequestAsync(context, bad);
                return true;
            default:
                // The message may hold values of the request; the type and the stack do not.
                logger.LogError("Unexpected {Exception} {Trace}\n{Stack}", exception.GetType().FullName, ProblemWriter.TraceIdOf(context), Stack(exception));
                logger.LogDebug(exception, "Unexpected, with its message");
                await writer.WriteFaultAsync(context);
                return true;
        }
    }

    private Task WriteBadRequestAsync(HttpContext context, BadHttpRequestException bad) => bad switch
    {
        { InnerException: JsonException json } => writer.WriteAsync(context, JsonFaults.Of(json, BodyOf(context))),
        { InnerException: RequestFault inner } => writer.WriteAsync(context, inner),
        { StatusCode: StatusCodes.Status400BadRequest } => writer.WriteAsync(context, BindingFaults.Of(bad)),
        _ => writer.WriteAsync(context, (RefusalStatus.FromStatus(bad.StatusCode, hasRoute: true) ?? CommonRefusals.Unreadable).With()),
    };

    // By now the endpoint is off the context; the feature has kept it.
    private static Type? BodyOf(HttpContext context) => context.Features
        .Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata
        .GetMetadata<IAcceptsMetadata>()?.RequestType;

    private static string Stack(Exception exception) => string.Join(
        "\n--- caused by\n",
        Causes(exception).Select(x => $"{x.GetType().FullName}\n{x.StackTrace}"));

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
