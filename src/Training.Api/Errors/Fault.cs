using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Errors;

/// <summary>What is wrong at one place of a request: a code under <c>fault.</c> and values for its sentence.</summary>
internal sealed record Fault(string Code, params (string Name, object? Value)[] Values)
{
    private const char Mark = '\u0001';

    /// <summary>The value that is refused, where the sentence should name it.</summary>
    public string? Given { get; init; }

    /// <summary>The fault as one text, for where the framework carries only texts (validation attributes).</summary>
    public string Encode() =>
        $"{Mark}{Code}{Mark}{string.Join(Mark, Values.Select(x => $"{x.Name}={TextForm.Of(x.Value, Language.English)}"))}";

    /// <summary>The other way; a text that is no encoded fault is itself the message.</summary>
    public static Fault Decode(string text)
    {
        if (!text.StartsWith(Mark))
        {
            return new Fault("fault.other", ("reason", text));
        }

        var parts = text.Split(Mark);
        var values = parts.Skip(2).Where(x => x.Length > 0).Select(x => x.Split('=', 2)).Select(x => (x[0], (object?)x[1]));

        return new Fault(parts[1], [.. values]);
    }
}

/// <summary>Thrown at the edge when a request cannot be read or breaks its shape. The place is as in the JSON
/// (<c>planLines[0].courseCode</c>), the name of a parameter or header, or <c>body</c>.</summary>
internal sealed class RequestFault(Refusal refusal, IReadOnlyList<(string Place, Fault Fault)> faults) : Exception(refusal.Code)
{
    public RequestFault(Refusal refusal, string place, Fault fault)
        : this(refusal, [(place, fault)])
    {
    }

    public Refusal Refusal { get; } = refusal;

    public IReadOnlyList<(string Place, Fault Fault)> Faults { get; } = faults;

    /// <summary>A query, route or header value that is not accepted.</summary>
    public static RequestFault Parameter(string name, Fault fault) => new(CommonRefusals.Parameter, name, fault);

    /// <summary>A body that cannot be read.</summary>
    public static RequestFault Unreadable(string place, Fault fault) => new(CommonRefusals.Unreadable, place, fault);
}
