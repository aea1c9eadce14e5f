using Training.Domain.Rules;

namespace Training.Api.Errors;

/// <summary>Endpoint metadata: what a route refuses besides what its shape implies. A route may carry several.</summary>
internal sealed record DeclaredRefusals(IReadOnlyList<Refusal> Refusals)
{
    /// <summary>What the endpoint's own lines declare.</summary>
    public static IEnumerable<Refusal> Of(Endpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<DeclaredRefusals>().SelectMany(x => x.Refusals).Distinct();
}

internal static class DeclaredRefusalsExtensions
{
    /// <summary>Declares what the route (or every route of the group) refuses. Feeds the API document and
    /// <c>docs/errors.md</c>; a refusal that leaves undeclared fails the test in which it does.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder builder, params Refusal[] refusals)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint => endpoint.Metadata.Add(new DeclaredRefusals(refusals)));

        return builder;
    }
}
