using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Http.Shapes;
using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.OpenApi;

/// <summary>Describes an operation from what its endpoint carries: the parameters it takes, the file, both media types of a
/// list, who may call it, and under each status the codes with which it refuses.</summary>
internal sealed class RouteOperation(IEnumerable<EndpointDataSource> endpoints) : IOperationFilter
{
    private const string ProblemMedia = "application/problem+json";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var endpoint = endpoints
            .SelectMany(x => x.Endpoints)
            .FirstOrDefault(x => x.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == operation.OperationId);
        if (endpoint is null || RouteShape.Of(endpoint) is not { } shape)
        {
            return;
        }

        operation.Description ??= operation.Summary;
        operation.Parameters = [.. Parameters(operation, endpoint, shape, context)];
        if (endpoint.Metadata.GetMetadata<TakesFile>() is { } file)
        {
            operation.RequestBody = FileBody(file);
        }

        if (ImpliedRefusals.RequiresSignIn(endpoint))
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(OpenApiSetup.Bearer, context.Document)] = [] }];
        }

        operation.Responses ??= [];
        AddWorkbook(operation, endpoint);
        AddRefusals(operation, endpoint, context);
    }

    private static IEnumerable<IOpenApiParameter> Parameters(
        OpenApiOperation operation, Endpoint endpoint, RouteShape shape, OperationFilterContext context)
    {
        var texts = (operation.Parameters ?? []).ToLookup(x => x.Name, x => x.Description, StringComparer.OrdinalIgnoreCase);
        foreach (var (where, parameter) in shape.Route.Values.Select(x => (ParameterLocation.Path, x))
            .Concat(shape.Query.Values.Select(x => (ParameterLocation.Query, x))))
        {
            yield return new OpenApiParameter
            {
                Name = parameter.Name,
                In = where,
                Required = where == ParameterLocation.Path || parameter.IsRequired,
                Description = texts[parameter.Name].FirstOrDefault(x => !string.IsNullOrEmpty(x)) ?? XmlTexts.OfParameter(parameter.Record, parameter.Member),
                Schema = Schema(parameter, context),
            };
        }

        foreach (var header in shape.Headers)
        {
            yield return new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.Required || (header.Name == "If-Match" && ImpliedRefusals.NeedsVersion(endpoint, shape)),
                Description = header.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            };
        }
    }

    private static IOpenApiSchema Schema(ParameterShape parameter, OperationFilterContext context)
    {
        var type = ParameterKinds.EnumOf(parameter.Type) ?? parameter.Type;
        var one = context.SchemaGenerator.GenerateSchema(type, context.SchemaRepository);
        if (one is OpenApiSchema { Properties.Count: > 0 })
        {
            one = new OpenApiSchema { Type = JsonSchemaType.String };
        }

        return parameter.IsRepeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = one } : one;
    }

    private static OpenApiRequestBody FileBody(TakesFile file)
    {
        var binary = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = binary },
            Required = new HashSet<string> { "file" },
        };

        return new OpenApiRequestBody
        {
            Required = true,
            Description = "The file, as the one part named file or as the whole body.",
            Content = file.MediaTypes.Distinct().ToDictionary(
                x => x, IOpenApiMediaType (x) => Media(x == "multipart/form-data" ? form : binary)),
        };
    }

    private static void AddWorkbook(OpenApiOperation operation, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<WorkbookToo>() is not null && operation.Responses!["200"] is OpenApiResponse found)
        {
            found.Description = "One page as JSON, or all rows as a workbook, as Accept asks.";
            found.Content ??= new Dictionary<string, IOpenApiMediaType>();
            found.Content[TableWorkbook.MediaType] = Media(new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
        }
    }

    private static void AddRefusals(OpenApiOperation operation, Endpoint endpoint, OperationFilterContext context)
    {
        var problem = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        foreach (var refusals in ImpliedRefusals.AllOf(endpoint).GroupBy(RefusalStatus.Of).OrderBy(x => x.Key))
        {
            var codes = refusals.Select(x => x.Code).Order(StringComparer.Ordinal).ToList();
            operation.Responses![$"{refusals.Key}"] = new OpenApiResponse
            {
                Description = string.Join(", ", codes.Select(x => $"`{x}`")),
                Headers = refusals.Any(x => x.Kind is RefusalKind.Busy or RefusalKind.TooMany) ? RetryAfter() : null,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [ProblemMedia] = Media(new OpenApiSchema { AllOf = [problem, CodeOf(codes)] }),
                },
            };
        }
    }

    private static OpenApiSchema CodeOf(List<string> codes) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. codes.Select(x => (JsonNode)x)] },
        },
    };

    private static Dictionary<string, IOpenApiHeader> RetryAfter() => new()
    {
        ["Retry-After"] = new OpenApiHeader
        {
            Description = "Seconds to wait before repeating.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
        },
    };

    private static OpenApiMediaType Media(IOpenApiSchema schema) => new() { Schema = schema };
}
