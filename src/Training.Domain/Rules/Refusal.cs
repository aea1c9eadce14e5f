namespace Training.Domain.Rules;

/// <summary>What a refusal means to the caller; the HTTP edge maps each to one status.</summary>
public enum RefusalKind
{
    /// <summary>Another state of the data would have accepted it (409).</summary>
    State,

    /// <summary>No state of the data would accept it: the content itself is wrong (422).</summary>
    Content,

    /// <summary>The caller may see the record but not do this to it (403).</summary>
    Relation,

    /// <summary>The shape of the request is wrong (400).</summary>
    Shape,

    /// <summary>The record was changed by somebody else since it was read (412).</summary>
    Stale,

    /// <summary>The request must say which version it was written for (428).</summary>
    Unconditional,

    /// <summary>Nobody is signed in, or the sign-in is over (401).</summary>
    NotSignedIn,

    /// <summary>No such record, or not one the caller may know of (404).</summary>
    Unknown,

    /// <summary>Larger than is accepted (413).</summary>
    TooLarge,

    /// <summary>Content of a kind that is not accepted (415).</summary>
    WrongMedia,

    /// <summary>Too many requests in a span of time (429).</summary>
    TooMany,

    /// <summary>Cannot be served now; the same request may succeed later (503).</summary>
    Busy,
}

/// <summary>A reason for which an act is refused: a stable code (<c>noun.reason</c>), never a sentence.
/// The sentences stand in both languages in the text files, under the code.</summary>
public sealed record Refusal(string Code, RefusalKind Kind)
{
    public static Refusal State(string code) => new(code, RefusalKind.State);

    public static Refusal Content(string code) => new(code, RefusalKind.Content);

    public static Refusal Relation(string code) => new(code, RefusalKind.Relation);

    /// <summary>The violation to throw. <paramref name="values"/> fill the placeholders of the sentence.</summary>
    public RuleViolation With(params (string Name, object? Value)[] values) => new(this, null, values);

    /// <summary>The violation to throw, naming the member of the request it is about as in the JSON
    /// (<c>assignments[2].from</c>).</summary>
    public RuleViolation At(string field, params (string Name, object? Value)[] values) => new(this, field, values);

    /// <summary>As <see cref="At"/>, with every record that stands in the way, each as a sentence of its own at that member.</summary>
    public RuleViolation Naming(string field, IReadOnlyList<RuleDetail> details, params (string Name, object? Value)[] values) =>
        new(this, field, values) { Details = details };
}

/// <summary>One of several records that stand in the way: the code of its sentence, and the values that fill it.</summary>
public sealed record RuleDetail(string Code, params IReadOnlyList<(string Name, object? Value)> Values);

/// <summary>Thrown when a rule of the business forbids what was asked; nothing may have been changed by then.
/// Carries the code and named values; the edge turns them into a sentence in the reader's language.</summary>
public sealed class RuleViolation(Refusal refusal, string? field, IReadOnlyList<(string Name, object? Value)> values)
    : Exception(refusal.Code)
{
    public Refusal Refusal { get; } = refusal;

    public string? Field { get; } = field;

    public IReadOnlyList<(string Name, object? Value)> Values { get; } = values;

    /// <summary>What stands in the way one by one, where the refusal names it.</summary>
    public IReadOnlyList<RuleDetail> Details { get; init; } = [];

    /// <summary>What else is wrong with the request, each at its own place.</summary>
    public IReadOnlyList<RuleViolation> Others { get; init; } = [];

    /// <summary>Throws all of these as one, if there are any. What no state of the data would accept comes first.</summary>
    public static void ThrowAll(IReadOnlyList<RuleViolation> violations)
    {
        if (violations.Count > 0)
        {
            List<RuleViolation> sorted = [.. violations.OrderBy(x => x.Refusal.Kind != RefusalKind.Content)];
            var first = sorted[0];
            throw new RuleViolation(first.Refusal, first.Field, first.Values) { Details = first.Details, Others = sorted[1..] };
        }
    }
}
