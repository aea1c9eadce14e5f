namespace Training.Api;

/// <summary>The framework's <c>Map</c> methods, found before them because they stand in the program's own namespace. What a route
/// tells of itself is read at the start as ever; the code that binds its parameters is compiled when it is first asked for.
/// Compiled for all routes at once it is most of a start.</summary>
internal static class DeferredRoutes
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        Map(endpoints, pattern, handler, HttpMethods.Get);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        Map(endpoints, pattern, handler, HttpMethods.Post);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        Map(endpoints, pattern, handler, HttpMethods.Put);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        Map(endpoints, pattern, handler, HttpMethods.Delete);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Delegate handler, string method) =>
        RouteHandlerServices.Map(endpoints, pattern, handler, [method], RequestDelegateFactory.InferMetadata, CreateLater);

    private static RequestDelegateResult CreateLater(
        Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var created = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new RequestDelegateResult(context => created.Value(context), [.. options.EndpointBuilder!.Metadata]);
    }
}
