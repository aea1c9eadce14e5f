using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Training.Api.Http;
using Training.Api.Http.Validation;

namespace Training.Api.OpenApi;

/// <summary>Says in the document what the strict JSON and the shape attributes demand.</summary>
internal sealed class ShapeSchema : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema described)
        {
            return;
        }

        if (context.Type.IsEnum)
        {
            described.Type = JsonSchemaType.String;
            described.Format = null;
            described.Enum = [.. Choices.Names(context.Type).Select(x => (JsonNode)x)];
        }
        else if (context.MemberInfo is null && context.ParameterInfo is null && described.Properties is { Count: > 0 } members)
        {
            Describe(described, members, context.Type);
        }
    }

    private static void Describe(OpenApiSchema schema, IDictionary<string, IOpenApiSchema> members, Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(x => x.GetParameters().Length).FirstOrDefault();
        foreach (var parameter in constructor?.GetParameters() ?? [])
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            if (!members.TryGetValue(name, out var member))
            {
                continue;
            }

            if (!parameter.HasDefaultValue)
            {
                (schema.Required ??= new HashSet<string>()).Add(name);
            }

            var property = type.GetProperty(parameter.Name!, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
            foreach (var rule in parameter.GetCustomAttributes<ShapeAttribute>().Concat(property?.GetCustomAttributes<ShapeAttribute>() ?? []))
            {
                Bound(member as OpenApiSchema, rule);
            }
        }
    }

    private static void Bound(OpenApiSchema? member, ShapeAttribute rule)
    {
        if (member is null)
        {
            return;
        }

        switch (rule)
        {
            case TextLengthAttribute text:
                (member.MinLength, member.MaxLength) = (text.Min, text.Max);
                break;
            case NotBlankAttribute:
                member.MinLength = 1;
                break;
            case WithinAttribute within:
                (member.Minimum, member.Maximum) = (within.Min, within.Max);
                break;
            case DecimalsAttribute decimals:
                member.MultipleOf = decimal.Parse($"1e-{decimals.Digits}", NumberStyles.Float, CultureInfo.InvariantCulture);
                break;
            case ItemCountAttribute items:
                (member.MinItems, member.MaxItems) = (items.Min, items.Max);
                break;
        }
    }
}
