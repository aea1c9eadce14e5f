using Training.Domain.Rules;

namespace Training.Api.Errors;

/// <summary>The refusals that belong to no noun. The sentences stand in both text files under the codes.</summary>
internal static class CommonRefusals
{
    /// <summary>No sign-in, or one that is over.</summary>
    public static readonly Refusal NotSignedIn = new("access.notSignedIn", RefusalKind.NotSignedIn);

    /// <summary>The caller's roles and rights do not include this act, for any record.</summary>
    public static readonly Refusal Role = Refusal.Relation("access.role");

    /// <summary>No such record, or not one the caller may know of. Value: <c>record</c> where it was named.</summary>
    public static readonly Refusal Unknown = new("record.unknown", RefusalKind.Unknown);

    /// <summary>No route at this address.</summary>
    public static readonly Refusal NoRoute = new("request.route", RefusalKind.Unknown);

    /// <summary>The address exists, but not for this method (405).</summary>
    public static readonly Refusal Method = Refusal.State("request.method");

    /// <summary>The body is not what it should be: no JSON, or JSON of another shape. Names the place.</summary>
    public static readonly Refusal Unreadable = new("request.unreadable", RefusalKind.Shape);

    /// <summary>The body can be read but breaks its declared shape (lengths, bounds, decimals). Names every place.</summary>
    public static readonly Refusal Invalid = new("request.invalid", RefusalKind.Shape);

    /// <summary>A query, route or header value that is missing, repeated, of another kind or out of bounds.</summary>
    public static readonly Refusal Parameter = new("request.parameter", RefusalKind.Shape);

    /// <summary>A query parameter that the route does not know.</summary>
    public static readonly Refusal UnknownParameter = new("request.unknownParameter", RefusalKind.Shape);

    public static readonly Refusal Media = new("request.media", RefusalKind.WrongMedia);

    /// <summary>Value: <c>limit</c> in bytes.</summary>
    public static readonly Refusal TooLarge = new("request.tooLarge", RefusalKind.TooLarge);

    /// <summary>Value: <c>retryAfter</c> in seconds.</summary>
    public static readonly Refusal TooMany = new("request.tooMany", RefusalKind.TooMany);

    public static readonly Refusal VersionMissing = new("version.missing", RefusalKind.Unconditional);

    /// <summary>Values: <c>given</c> and <c>current</c>, where known.</summary>
    public static readonly Refusal VersionStale = new("version.stale", RefusalKind.Stale);

    /// <summary>Value: <c>retryAfter</c> in seconds.</summary>
    public static readonly Refusal Busy = new("server.busy", RefusalKind.Busy);

    /// <summary>The code of a 500: ours to mend, so no route declares it.</summary>
    public const string Fault = "server.fault";
}
