using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Training.Api.Http.Shapes;

/// <summary>One query or route value that a handler takes.</summary>
/// <param name="Name">As it stands in the address; in a query the case counts.</param>
/// <param name="Type">The type of one value.</param>
/// <param name="IsRepeatable">Whether it may be given several times.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Record">The record taken by <c>[AsParameters]</c> whose member it is; null for a parameter of the handler.</param>
/// <param name="Member">The name of the parameter or member in the code.</param>
internal sealed record ParameterShape(string Name, Type Type, bool IsRepeatable, bool IsRequired, Type? Record, string Member);

/// <summary>What a handler takes, read once from its parameters, so that no route lists its parameters twice.</summary>
internal sealed class RouteShape
{
    private static readonly ConditionalWeakTable<Endpoint, RouteShape> Known = [];

    private readonly Dictionary<string, ParameterShape> _query = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterShape> _route = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HeaderParameterAttribute> _headers = [];
    private readonly HashSet<Type> _types = [];

    private RouteShape(RouteEndpoint endpoint, MethodInfo handler)
    {
        var inRoute = endpoint.RoutePattern.Parameters.Select(x => x.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in handler.GetParameters())
        {
            Add(parameter, null, inRoute);
        }
    }

    public IReadOnlyDictionary<string, ParameterShape> Query => _query;

    public IReadOnlyDictionary<string, ParameterShape> Route => _route;

    public IReadOnlyList<HeaderParameterAttribute> Headers => _headers;

    /// <summary>Whether the handler takes a parameter of the type.</summary>
    public bool Takes<T>() => _types.Contains(typeof(T));

    /// <summary>Null for an endpoint that is no handler method.</summary>
    public static RouteShape? Of(Endpoint? endpoint) =>
        endpoint is RouteEndpoint route && endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler
            ? Known.GetValue(endpoint, _ => new RouteShape(route, handler))
            : null;

    private void Add(ParameterInfo parameter, PropertyInfo? property, HashSet<string> inRoute)
    {
        var type = parameter.ParameterType;
        object[] attributes = [.. parameter.GetCustomAttributes(true), .. property?.GetCustomAttributes(true) ?? []];
        _types.Add(type);
        if (attributes.OfType<AsParametersAttribute>().Any())
        {
            AddMembers(type, inRoute);
        }
        else if (type.GetCustomAttribute<HeaderParameterAttribute>() is { } header)
        {
            _headers.Add(header);
        }
        else if (IsFromElsewhere(attributes) || HasBinder(type))
        {
            return;
        }
        else if (attributes.OfType<IFromRouteMetadata>().Any() || inRoute.Contains(parameter.Name!))
        {
            var shape = Shape(parameter, attributes.OfType<IFromRouteMetadata>().FirstOrDefault()?.Name);
            _route[shape.Name] = shape;
        }
        else if (attributes.OfType<IFromQueryMetadata>().Any() || IsReadFromText(type))
        {
            var shape = Shape(parameter, attributes.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name);
            _query[shape.Name] = shape;
        }
    }

    private void AddMembers(Type type, HashSet<string> inRoute)
    {
        var constructor = type.GetConstructors().OrderByDescending(x => x.GetParameters().Length).First();
        foreach (var member in constructor.GetParameters())
        {
            Add(member, type.GetProperty(member.Name!, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase), inRoute);
        }
    }

    private static ParameterShape Shape(ParameterInfo parameter, string? name)
    {
        var type = parameter.ParameterType;
        var isNullable = Nullable.GetUnderlyingType(type) is not null
            || (!type.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.NotNull);
        var element = type.IsArray ? type.GetElementType()! : type;

        return new ParameterShape(
            name ?? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!),
            Nullable.GetUnderlyingType(element) ?? element,
            type.IsArray,
            !isNullable && !type.IsArray && !parameter.HasDefaultValue,
            parameter.Member.MemberType == MemberTypes.Constructor ? parameter.Member.DeclaringType : null,
            parameter.Name!);
    }

    private static bool IsReadFromText(Type type)
    {
        var element = type.IsArray ? type.GetElementType()! : type;

        return ParameterKinds.IsText(Nullable.GetUnderlyingType(element) ?? element);
    }

    private static bool IsFromElsewhere(object[] attributes) =>
        attributes.Any(x => x is IFromBodyMetadata or IFromServiceMetadata or IFromHeaderMetadata or IFromFormMetadata or FromKeyedServicesAttribute);

    private static bool HasBinder(Type type) =>
        type.GetMethod("BindAsync", BindingFlags.Static | BindingFlags.Public) is not null;
}
