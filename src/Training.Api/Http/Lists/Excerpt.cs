namespace Training.Api.Http.Lists;

internal static class Excerpt
{
    /// <summary>The first of many, where an answer tells how many there are and shows no more than some.</summary>
    public static IReadOnlyList<T> AtMost<T>(this IEnumerable<T> rows, int most) => [.. rows.Take(most)];
}
