namespace Training.Api.Http;

/// <summary>Endpoint metadata: the route keeps the draft of one person, who alone writes it; <c>If-Match</c> may be left out.</summary>
internal sealed record DraftKept;

internal static class DraftKeptExtensions
{
    /// <summary>The route keeps the draft of one person.</summary>
    public static RouteHandlerBuilder KeepsDraft(this RouteHandlerBuilder route) => route.WithMetadata(new DraftKept());
}
