using Training.Api.Data;
using Training.Api.Errors;

namespace Training.Api.Access;

/// <summary>Tells the audit through which route a request writes, also one of nobody signed in.</summary>
internal sealed class ActingRoute(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Actor actor)
    {
        actor.Act = context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? actor.Act;
        actor.TraceId = ProblemWriter.TraceIdOf(context);

        return next(context);
    }
}
