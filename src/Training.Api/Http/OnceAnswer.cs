using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Training.Api.Data.Records;
using Training.Api.Http.Json;

namespace Training.Api.Http;

/// <summary>The answer of an act that is done once, made now or kept from before: the same bytes.</summary>
internal sealed record OnceAnswer<T>(int Status, string? Location, string Body, T? Value, bool IsReplayed)
{
    [SuppressMessage("Design", "CA1000", Justification = "Made by its own kind.")]
    public static OnceAnswer<T> Of(int status, string? location, T value) =>
        new(status, location, JsonSerializer.Serialize(value, StrictJson.Options), value, false);

    [SuppressMessage("Design", "CA1000", Justification = "Made by its own kind.")]
    public static OnceAnswer<T> Of(IdempotencyRecord kept) =>
        new(kept.Status, kept.Location, kept.Body, JsonSerializer.Deserialize<T>(kept.Body, StrictJson.Options), true);

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (IsReplayed)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        await response.WriteAsync(Body, context.RequestAborted);
    }
}

/// <summary>200 of an act that is done once under its key.</summary>
internal sealed class DoneOnce<T>(OnceAnswer<T> answer) : IResult, IValueHttpResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public object? Value => answer.Value;

    public int? StatusCode => answer.Status;

    [SuppressMessage("Design", "CA1000", Justification = "The framework asks the type.")]
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));

    public Task ExecuteAsync(HttpContext httpContext) => answer.WriteAsync(httpContext);
}

/// <summary>201 of an act that creates a record once under its key.</summary>
internal sealed class CreatedOnce<T>(OnceAnswer<T> answer) : IResult, IValueHttpResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public object? Value => answer.Value;

    public int? StatusCode => answer.Status;

    [SuppressMessage("Design", "CA1000", Justification = "The framework asks the type.")]
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));

    public Task ExecuteAsync(HttpContext httpContext) => answer.WriteAsync(httpContext);
}
