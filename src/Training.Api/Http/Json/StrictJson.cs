using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Training.Api.Errors;

namespace Training.Api.Http.Json;

/// <summary>The one form of JSON: camelCase; on reading, unknown, missing and repeated members, nulls where none may be,
/// numbers as text, enums by number and texts that cannot be kept are refused, always naming the place.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 32;

    public static readonly JsonSerializerOptions Options = Make();

    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = MaxDepth;

        // Answers are JSON and never HTML (nosniff): Chinese stays readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new DecimalConverter());
        options.Converters.Add(new DayConverter());
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new TimeConverter());
        options.Converters.Add(new WrittenConverterFactory());
        options.Converters.Add(new ChoiceConverterFactory());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RefuseNullEntries } };
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions();
        Apply(options);

        return options;
    }

    /// <summary>The reader minds nulls in members, but not nulls in lists.</summary>
    private static void RefuseNullEntries(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var nullability = new NullabilityInfoContext();
        var lists = type.Properties.Where(x => x.Get is not null && HoldsNoNulls(x, nullability)).ToList();
        if (lists.Count > 0)
        {
            type.OnDeserialized = read => RefuseNullEntries(read, lists);
        }
    }

    private static bool HoldsNoNulls(JsonPropertyInfo member, NullabilityInfoContext nullability)
    {
        if (member.PropertyType == typeof(string)
            || !member.PropertyType.IsAssignableTo(typeof(IEnumerable))
            || member.AttributeProvider is not PropertyInfo property)
        {
            return false;
        }

        var info = nullability.Create(property);
        var entry = info.ElementType ?? info.GenericTypeArguments.FirstOrDefault();

        return info.GenericTypeArguments.Length <= 1 && entry is { ReadState: NullabilityState.NotNull, Type.IsValueType: false };
    }

    private static void RefuseNullEntries(object read, List<JsonPropertyInfo> lists)
    {
        foreach (var list in lists)
        {
            var index = 0;
            foreach (var entry in list.Get!(read) as IEnumerable ?? Array.Empty<object>())
            {
                if (entry is null)
                {
                    throw new JsonFault(new Fault("fault.null"), $"{list.Name}[{index}]");
                }

                index++;
            }
        }
    }
}
