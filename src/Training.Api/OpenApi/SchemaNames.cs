using Training.Api.Http;
using Training.Api.Http.Lists;

namespace Training.Api.OpenApi;

/// <summary>What a type is called in the document: its own name; a page of a list is called after its rows.</summary>
internal static class SchemaNames
{
    /// <summary>Begins the names of schemas that the generator makes and nothing refers to: a choice is described as its enum.</summary>
    public const string Stray = "ChoiceOf";

    public static string Of(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var definition = type.GetGenericTypeDefinition();
        var argument = Of(type.GenericTypeArguments[0]);

        return definition == typeof(ListPage<>) ? $"{argument}Page"
            : definition == typeof(Choice<>) ? Stray + argument
            : $"{definition.Name.Split('`')[0]}Of{string.Concat(type.GenericTypeArguments.Select(Of))}";
    }
}
