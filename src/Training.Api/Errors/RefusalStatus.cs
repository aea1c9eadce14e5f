using Training.Domain.Rules;

namespace Training.Api.Errors;

internal static class RefusalStatus
{
    /// <summary>The one status of a refusal.</summary>
    public static int Of(Refusal refusal) => refusal == CommonRefusals.Method
        ? StatusCodes.Status405MethodNotAllowed
        : Of(refusal.Kind);

    private static int Of(RefusalKind kind) => kind switch
    {
        RefusalKind.Shape => StatusCodes.Status400BadRequest,
        RefusalKind.NotSignedIn => StatusCodes.Status401Unauthorized,
        RefusalKind.Relation => StatusCodes.Status403Forbidden,
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.State => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.WrongMedia => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Content => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Unconditional => StatusCodes.Status428PreconditionRequired,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Busy => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What a bare status of the framework means; null for one that is no refusal.</summary>
    public static Refusal? FromStatus(int status, bool hasRoute) => status switch
    {
        StatusCodes.Status401Unauthorized => CommonRefusals.NotSignedIn,
        StatusCodes.Status403Forbidden => CommonRefusals.Role,
        StatusCodes.Status404NotFound => hasRoute ? CommonRefusals.Unknown : CommonRefusals.NoRoute,
        StatusCodes.Status405MethodNotAllowed => CommonRefusals.Method,
        StatusCodes.Status412PreconditionFailed => CommonRefusals.VersionStale,
        StatusCodes.Status413PayloadTooLarge => CommonRefusals.TooLarge,
        StatusCodes.Status415UnsupportedMediaType => CommonRefusals.Media,
        StatusCodes.Status429TooManyRequests => CommonRefusals.TooMany,
        StatusCodes.Status503ServiceUnavailable => CommonRefusals.Busy,
        >= 400 and < 500 => CommonRefusals.Unreadable,
        _ => null,
    };
}
