using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Training.Api.OpenApi;

/// <summary>Lists the tags in use at the head of the document, in order, and leaves out schemas that nothing refers to.</summary>
internal sealed class WholeDocument : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var used = swaggerDoc.Paths.Values
            .SelectMany(x => x.Operations ?? [])
            .SelectMany(x => x.Value.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(x => x.Reference.Id)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal);
        swaggerDoc.Tags = used.Select(x => new OpenApiTag { Name = x, Description = $"Routes of {x}." }).ToHashSet();

        var schemas = swaggerDoc.Components?.Schemas;
        foreach (var stray in schemas?.Keys.Where(x => x.StartsWith(SchemaNames.Stray, StringComparison.Ordinal)).ToList() ?? [])
        {
            schemas!.Remove(stray);
        }
    }
}
