namespace Training.Api.Http.Shapes;

/// <summary>On a type that a handler takes from a request header by <c>BindAsync</c>: tells the API document so.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class HeaderParameterAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>Whether every route that takes it needs it.</summary>
    public bool Required { get; init; }
}
