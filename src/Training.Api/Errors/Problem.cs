namespace Training.Api.Errors;

/// <summary>A refusal as it is answered: problem details (RFC 9457), media type <c>application/problem+json</c>.</summary>
/// <param name="Type">A name for the kind of problem: <c>urn:training:refusal:</c> and the code.</param>
/// <param name="Title">The status in words, in the reader's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with which value and what would be accepted, in the reader's language.</param>
/// <param name="Code">The stable code (<c>noun.reason</c>) to program against.</param>
/// <param name="Errors">What is wrong at each place of the request; the places are named as in the JSON.</param>
/// <param name="TraceId">Finds the request in the log.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Code,
    IReadOnlyDictionary<string, IReadOnlyList<ProblemError>> Errors,
    string TraceId);

/// <summary>What is wrong at one place of the request.</summary>
/// <param name="Code">The stable code of what is wrong.</param>
/// <param name="Message">The sentence, in the reader's language.</param>
public sealed record ProblemError(string Code, string Message);
