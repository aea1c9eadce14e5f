using System.Reflection;
using Training.Domain.Rules;

namespace Training.Api.Errors;

/// <summary>Every refusal of the program, gathered from the static fields of both assemblies.</summary>
internal static class Refusals
{
    private static readonly Lazy<IReadOnlyDictionary<string, Refusal>> Known = new(() =>
        Gather(typeof(Refusal).Assembly, typeof(Refusals).Assembly));

    /// <summary>By code. A code that is defined twice is an error, so that a code means one thing.</summary>
    public static IReadOnlyDictionary<string, Refusal> All => Known.Value;

    internal static IReadOnlyDictionary<string, Refusal> Gather(params Assembly[] assemblies)
    {
        var all = new SortedDictionary<string, Refusal>(StringComparer.Ordinal);
        var fields = assemblies
            .SelectMany(x => x.GetTypes())
            .Where(x => !x.ContainsGenericParameters)
            .SelectMany(x => x.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(x => x.FieldType == typeof(Refusal));

        foreach (var field in fields)
        {
            var refusal = (Refusal)field.GetValue(null)!;
            if (!all.TryAdd(refusal.Code, refusal))
            {
                throw new InvalidOperationException($"The refusal {refusal.Code} is defined twice ({field.DeclaringType}).");
            }
        }

        return all;
    }
}
